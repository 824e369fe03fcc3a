"""A round on its way from a press release to the register."""

from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from admissions.models.cohort import Cohort
from admissions.querysets import RecordingQuerySet
from records.states import Steps
from records.validators import validate_visible


def person(label, related_name="+"):
    """Somebody of the staff who did something; nobody where it was done in a terminal."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name=related_name, verbose_name=label, null=True, blank=True
    )


def announced_number(label):
    return models.PositiveSmallIntegerField(label, null=True, blank=True)


class Recording(Steps, models.Model):
    """The work of recording one round, for a cohort that exists or for the one it will make.

    Until it is published nothing of it stands in the register: cohort, cities and admissions are written in one
    transaction at the instant of publication, which is one `act` of the history, so that all can be taken back. `kept`
    is what stayed then, as `Outcome` has it. `slug` is the address of the cohort, and stays when the cohort goes.
    `begun_with` are the announced numbers that the cohort had at the beginning, `difference_for` the differences for
    which the reason was written, and `prepared_by` all who had a part in it.
    """

    # The numbers that a release announces, called as in Cohort.
    ANNOUNCED = (
        "announced_cities",
        "announced_countries",
        "network_cities_after",
        "network_countries_after",
        "network_citizens_after",
    )

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("round", "being prepared")
        SCHEDULED = "scheduled", pgettext_lazy("round", "to be published")
        PUBLISHED = "published", pgettext_lazy("round", "published")
        RECALLED = "recalled", pgettext_lazy("round", "recalled")
        PUT_AWAY = "put_away", pgettext_lazy("round", "put away")

    # What is to be published at an instant is at rest.
    STEPS = {
        "change": ((State.OPEN,), State.OPEN),
        "put_away": ((State.OPEN,), State.PUT_AWAY),
        "take_up": ((State.PUT_AWAY,), State.OPEN),
        "schedule": ((State.OPEN, State.SCHEDULED), State.SCHEDULED),
        "unschedule": ((State.SCHEDULED,), State.OPEN),
        "publish": ((State.OPEN, State.SCHEDULED, State.PUT_AWAY), State.PUBLISHED),
        "take_back": ((State.PUBLISHED,), State.RECALLED),
    }
    NOT_NEXT = _("This round is “%(state)s”; it cannot be changed.")

    cohort = models.ForeignKey(
        Cohort, models.SET_NULL, related_name="recordings", verbose_name=_("cohort"), null=True, blank=True
    )
    slug = models.SlugField(_("permanent address"), max_length=40)
    year = models.PositiveSmallIntegerField(_("year"))
    announced_on = models.DateField(_("announced on"), null=True, blank=True)
    title_en = models.CharField(_("English title"), max_length=150, validators=[validate_visible])
    title_fr = models.CharField(_("French title"), max_length=150, blank=True, validators=[validate_visible])
    title_ar = models.CharField(_("Arabic title"), max_length=150, blank=True, validators=[validate_visible])

    announced_cities = announced_number(_("cities announced"))
    announced_countries = announced_number(_("countries announced"))
    announced_by_region = models.JSONField(_("cities announced by region"), default=dict, blank=True)
    network_cities_before = announced_number(_("cities in the network before"))
    network_cities_after = announced_number(_("cities in the network after it"))
    network_countries_after = announced_number(_("countries in the network after it"))
    network_citizens_after = announced_number(_("citizens in the network after it, in millions"))
    difference = models.TextField(_("why the numbers differ"), blank=True, validators=[validate_visible])
    difference_language = models.CharField(max_length=8, blank=True, editable=False)
    difference_for = models.JSONField(default=list, editable=False)
    begun_with = models.JSONField(default=dict, editable=False)

    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    publish_at = models.DateTimeField(_("publish at"), null=True, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=40, blank=True)
    failed_at = models.DateTimeField(_("could not be published at"), null=True, blank=True, editable=False)
    reason_for_recall = models.TextField(_("why it was taken back"), blank=True)
    kept = models.JSONField(default=list, editable=False)

    prepared_by = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="+", verbose_name=_("prepared by"), blank=True
    )
    started_by = person(_("started by"), "recordings")
    started_at = models.DateTimeField(_("started at"), auto_now_add=True)
    published_by = person(_("published by"))
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    recalled_by = person(_("recalled by"))
    recalled_at = models.DateTimeField(_("recalled at"), null=True, blank=True)

    objects = RecordingQuerySet.as_manager()

    class Meta:
        verbose_name = _("recording of a round")
        verbose_name_plural = _("recordings of rounds")
        ordering = ["-started_at", "-pk"]
        permissions = [
            ("publish_recording", "Can publish and take back a recording of a round"),
            ("translate_recording", "Can write French and Arabic names of the new cities of a round"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(year__range=(2015, 2100)),
                name="recording_year",
                violation_error_message=_("The year of a round is one from 2015 to 2100."),
            ),
            models.CheckConstraint(
                condition=~Q(state="scheduled") | Q(publish_at__isnull=False), name="recording_scheduled_has_instant"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["open", "scheduled", "put_away"], published_at=None)
                | Q(state__in=["published", "recalled"], published_at__isnull=False),
                name="recording_published_has_instant",
            ),
            models.CheckConstraint(
                condition=Q(state="recalled", recalled_at__isnull=False)
                | ~Q(state="recalled") & Q(recalled_at=None, reason_for_recall=""),
                name="recording_recalled_has_instant",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        """The desk."""
        return reverse("admin:admissions_recording_change", args=[self.pk])

    @property
    def title(self):
        """The title in the active language, else in English."""
        return getattr(self, f"title_{get_language()}", "") or self.title_en

    @property
    def years(self):
        return self.cohort.years if self.cohort else str(self.year)

    @property
    def act(self):
        """The name under which the history has all that its publication wrote."""
        return f"{self._meta.label_lower}:{self.pk}"

    @property
    def admissions_kept(self):
        """How many of its admissions stayed when it was taken back."""
        return sum(each["model"] == "admissions.Admission" and each["kept_because"] != "gone" for each in self.kept)

    @property
    def may_be_changed(self):
        """Whether lists, decisions and numbers can still change."""
        return self.may("change")

    def why_not(self, verb):
        return gettext("This round is not public.") if verb == "take_back" else super().why_not(verb)

    @property
    def publish_at_local(self):
        """The instant of publication in its own time zone."""
        return self.publish_at.astimezone(ZoneInfo(self.time_zone)) if self.publish_at else None
