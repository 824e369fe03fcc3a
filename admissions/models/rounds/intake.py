"""Announced lists as they were received, and what was read in their lines."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from admissions.querysets import IntakeLineQuerySet, IntakeQuerySet
from cities.models import Country, Source

from .recording import Recording, person
from .round_entry import RoundEntry


class Intake(models.Model):
    """A list as received: word for word, in one language, from a source. Written once and never changed.

    Of an uploaded file the bytes are kept too; `text` is then what they say, a row of a table on a line.

    `declared` holds the numbers that the text prints, as `parse.Declared` has them; `dated` is the first day it names;
    `remarks` says what was left out of a file and how its letters were read, as `remarks.sentences` has it; `groups`
    gives the words of a group for each line of the text that the file itself sets beside the list, by its number.
    `columns` are the roles of the columns of its table as a person chose them, of `parse.columns.ROLES`.
    `looks_like` is another language than the one given, until a person has said which it is.
    A list that was received by mistake is set aside: it stays here, and its lines count no more.
    """

    recording = models.ForeignKey(Recording, models.CASCADE, related_name="intakes", verbose_name=_("recording"))
    language = models.CharField(_("language"), max_length=8)
    source = models.ForeignKey(Source, models.PROTECT, related_name="intakes", verbose_name=_("source"))
    text = models.TextField(_("text as received"))
    file_name = models.CharField(_("file"), max_length=200, blank=True)
    file = models.BinaryField(_("file as received"), blank=True, default=b"")
    declared = models.JSONField(_("numbers printed in the text"), default=dict)
    dated = models.DateField(_("day named in the text"), null=True, blank=True)
    remarks = models.JSONField(_("remarks on the file"), default=dict, blank=True)
    groups = models.JSONField(_("lines that the file sets beside the list"), default=dict, blank=True)
    columns = models.JSONField(_("what its columns hold"), default=list, blank=True)
    looks_like = models.CharField(_("language it looks like"), max_length=8, blank=True)
    received_by = person(_("received by"))
    received_at = models.DateTimeField(_("received at"), auto_now_add=True)
    set_aside_by = person(_("set aside by"))
    set_aside_at = models.DateTimeField(_("set aside at"), null=True, blank=True)

    objects = IntakeQuerySet.as_manager()

    class Meta:
        verbose_name = _("list as received")
        verbose_name_plural = _("lists as received")
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="intake_has_text")]

    def __str__(self):
        return str(self.source)

    def save(self, *args, **kwargs):
        if self.pk is not None:
            raise TypeError("A list as received is never overwritten.")
        super().save(*args, **kwargs)


class IntakeLine(models.Model):
    """What was read in a line of a list, or in a part of it where the line names several cities.

    `kind`, `raw`, `group`, `aside` and `doubt` as in `parse.ListedLine`. A line that lists a city belongs to an entry;
    one that could not be read waits until somebody says what it names, or why it is left out. A line of a group counts
    only where a person took the group (`IntakeGroup`).
    """

    class Kind(models.TextChoices):
        CITY = "city", _("city")
        HEADING = "heading", _("heading")
        TEXT = "text", _("running text")
        UNREAD = "unread", _("could not be read")
        LEFT_OUT = "left_out", _("left out")

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="lines", verbose_name=_("list"))
    number = models.PositiveIntegerField(_("line"))
    position = models.PositiveIntegerField(_("position"))
    raw = models.TextField(_("as received"))
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    name = models.CharField(_("name"), max_length=120, blank=True)
    country_text = models.CharField(_("country as listed"), max_length=150, blank=True)
    country = models.ForeignKey(
        Country, models.PROTECT, related_name="+", verbose_name=_("country"), null=True, blank=True
    )
    region = models.CharField(_("region"), max_length=24, choices=Country.Region, blank=True)
    group = models.CharField(_("group"), max_length=150, blank=True)
    aside = models.CharField(_("why it is left aside"), max_length=20, blank=True)
    doubt = models.CharField(_("why its reading is not sure"), max_length=20, blank=True)
    reason = models.CharField(_("why it is left out"), max_length=250, blank=True)
    set_by = person(_("set right by"))
    entry = models.ForeignKey(
        RoundEntry, models.SET_NULL, related_name="lines", verbose_name=_("entry"), null=True, blank=True
    )

    objects = IntakeLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("line of a list")
        verbose_name_plural = _("lines of a list")
        ordering = ["intake", "position"]
        constraints = [
            models.UniqueConstraint(fields=["intake", "position"], name="intake_line_position_once"),
            models.CheckConstraint(
                condition=~Q(kind="city") | Q(country__isnull=False) & ~Q(name=""), name="intake_line_city_is_whole"
            ),
            models.CheckConstraint(
                condition=~Q(kind="left_out") | ~Q(reason=""),
                name="intake_line_left_out_has_reason",
                violation_error_message=_("Say why this line is left out."),
            ),
        ]

    def __str__(self):
        return self.name or self.raw

    def get_absolute_url(self):
        """Its place in the text of its list, at the desk."""
        page = reverse("admin:recording_list", args=[self.intake.recording_id, self.intake_id])
        return f"{page}?at={self.number}#text-{self.number}"
