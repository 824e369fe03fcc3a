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


class LoadedRow(models.Model):
    """The values that a row of a file gave to a record when it was last loaded."""

    table = models.CharField(_("table"), max_length=80)
    key = models.CharField(_("key"), max_length=250)
    values = models.JSONField(_("values"))

    class Meta:
        verbose_name = _("loaded row")
        verbose_name_plural = _("loaded rows")
        constraints = [models.UniqueConstraint(fields=["table", "key"], name="loaded_row_once")]

    def __str__(self):
        return f"{self.table}: {self.key}"
