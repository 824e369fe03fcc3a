"""What was loaded from the registry's files, so that loading again respects what staff changed since."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LoadedFile(models.Model):
    """A file that has been loaded, with the fingerprint of its contents and of how they were read."""

    name = models.CharField(_("file"), max_length=80, unique=True)
    fingerprint = models.CharField(_("fingerprint"), max_length=64)

    class Meta:
        verbose_name = _("loaded file")
        verbose_name_plural = _("loaded files")

    def __str__(self):
        return self.name


class LoadedRowQuerySet(models.QuerySet):
    def of(self, model):
        """Rows that gave values to records of a model."""
        return self.filter(model=model._meta.label_lower)

    def in_files(self):
        """Rows that stood in their files when these were last read."""
        return self.exclude(line=None)

    def gone(self):
        """Rows that stood no longer in their files when these were last read."""
        return self.filter(line=None)


class LoadedRow(models.Model):
    """The values that a row of a file gave to a record when it was last loaded.

    `key` is what the row is called in its file, `model` and `record` say to which record it belongs; so a row finds
    its record whatever staff changed in it, and a corrected row keeps it. `record` is empty where there is none any
    more. `line` is where the row stood when the file was last read, empty if it stood there no longer.
    """

    table = models.CharField(_("table"), max_length=80)
    key = models.CharField(_("key"), max_length=250)
    model = models.CharField(_("kind of record"), max_length=60, blank=True)
    record = models.CharField(_("record"), max_length=40, blank=True)
    line = models.PositiveIntegerField(_("line"), null=True, blank=True)
    values = models.JSONField(_("values"))

    objects = LoadedRowQuerySet.as_manager()

    class Meta:
        verbose_name = _("loaded row")
        verbose_name_plural = _("loaded rows")
        constraints = [models.UniqueConstraint(fields=["table", "key"], name="loaded_row_once")]
        indexes = [models.Index(fields=["model", "record"], name="loaded_row_record")]

    def __str__(self):
        return f"{self.table}: {self.key}"
