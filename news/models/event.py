"""Where the network meets: conferences, award ceremonies, forums and announcements."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cities.models import City, Country, Source
from news.querysets import EventQuerySet
from records.as_of import today
from records.models import Translated
from records.querysets import OpenRecordQuerySet
from records.slugs import not_reserved
from records.validators import validate_visible


class Event(Translated):
    """A dated meeting, ceremony or announcement."""

    read_on = sorted_with = "city"

    class Kind(models.TextChoices):
        CONFERENCE = "conference", _("Conference")
        FORUM = "forum", _("Forum")
        AWARD = "award", _("Award ceremony")
        ANNOUNCEMENT = "announcement", _("Announcement")

    slug = models.SlugField(_("short name"), max_length=60, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    name = models.CharField(_("name"), max_length=150, validators=[validate_visible])
    summary = models.TextField(_("summary"), blank=True)
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on"))
    city = models.ForeignKey(
        City, models.PROTECT, related_name="events", verbose_name=_("city"), null=True, blank=True
    )
    online = models.BooleanField(_("online"), default=False)
    sources = models.ManyToManyField(Source, related_name="events", verbose_name=_("sources"))

    objects = EventQuerySet.as_manager()

    class Meta(Translated.Meta):
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-starts_on", "slug"]
        constraints = [
            not_reserved("event"),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="event_ends_after_it_starts",
                violation_error_message=_("An event does not end before it starts."),
            ),
        ]

    def __str__(self):
        return self.localized("name").text

    @property
    def is_coming(self):
        return self.ends_on >= today()

    def before(self):
        """The event that began before this one, or None."""
        earlier = Q(starts_on__lt=self.starts_on) | Q(starts_on=self.starts_on, slug__lt=self.slug)
        return Event.objects.filter(earlier).order_by("-starts_on", "-slug").first()

    def after(self):
        """The event that began after this one, or None."""
        later = Q(starts_on__gt=self.starts_on) | Q(starts_on=self.starts_on, slug__gt=self.slug)
        return Event.objects.filter(later).order_by("starts_on", "slug").first()

    def get_absolute_url(self):
        return reverse("news:event", args=[self.slug])


class Conference(Translated):
    """One of the International Conferences on Learning Cities."""

    read_on = sorted_with = "city"
    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    slug = models.SlugField(_("short name"), max_length=40, unique=True)
    held_from = models.DateField(_("held from"))
    held_to = models.DateField(_("held to"))
    city_name = models.CharField(_("name of the city"), max_length=120, validators=[validate_visible])
    city = models.ForeignKey(
        City, models.PROTECT, related_name="conferences", verbose_name=_("city"), null=True, blank=True
    )
    country = models.ForeignKey(Country, models.PROTECT, related_name="conferences", verbose_name=_("country"))
    event = models.OneToOneField(
        Event, models.PROTECT, related_name="conference", verbose_name=_("event"), null=True, blank=True
    )
    theme = models.CharField(_("theme"), max_length=250, blank=True)
    outcome_document = models.CharField(_("outcome document"), max_length=250, blank=True)
    sources = models.ManyToManyField(Source, related_name="conferences", verbose_name=_("sources"))

    objects = OpenRecordQuerySet.as_manager()

    class Meta(Translated.Meta):
        verbose_name = _("international conference")
        verbose_name_plural = _("international conferences")
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(held_to__gte=F("held_from")),
                name="conference_ends_after_it_starts",
                violation_error_message=_("A conference does not end before it starts."),
            )
        ]

    def __str__(self):
        return f"{self.localized('city_name').text} {self.held_from.year}"
