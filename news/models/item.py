"""News items: what the press and the network published, in its own language, with our summary in three."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from admissions.models import Cohort
from cities.models import City
from news.querysets import NewsItemQuerySet
from records.links import OF_A_LINK
from records.models import Translated
from records.photos import PhotoField, credited
from records.search.folding import texts_key
from records.slugs import not_reserved
from records.translation.localized import language_of_title
from records.validators import validate_visible


class NewsItem(Translated):
    """An article published elsewhere. Its title stays in its own language; the summary is ours, in three."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        SCHEDULED = "scheduled", _("scheduled")
        PUBLISHED = "published", _("published")

    slug = models.SlugField(_("permanent address"), max_length=60, unique=True)
    language = models.CharField(_("language"), max_length=8, help_text=_("ISO 639 code, such as ar, en or ko"))
    title = models.CharField(
        _("title"),
        max_length=250,
        validators=[validate_visible],
        help_text=_("As published; a title in [brackets] describes a text without one."),
    )
    summary = models.TextField(_("summary"))
    publisher = models.CharField(_("publisher"), max_length=120, blank=True, validators=[validate_visible])
    url = models.URLField(_("address"), max_length=800, blank=True, validators=OF_A_LINK)
    is_copy = models.BooleanField(
        _("a copy"), default=False, help_text=_("At the address is a copy that somebody else keeps, not the original.")
    )
    published_on = models.DateField(_("published on"), null=True, blank=True)
    cities = models.ManyToManyField(City, related_name="news_items", verbose_name=_("cities"), blank=True)
    cohort = models.ForeignKey(
        Cohort, models.PROTECT, related_name="news_items", verbose_name=_("cohort"), null=True, blank=True
    )
    image = PhotoField(
        _("image"), upload_to="news", blank=True, width_field="image_width", height_field="image_height"
    )
    image_width = models.PositiveIntegerField(null=True, editable=False)
    image_height = models.PositiveIntegerField(null=True, editable=False)
    image_credit = models.CharField(_("credit of the image"), max_length=200, blank=True)
    image_licence = models.CharField(_("licence of the image"), max_length=100, blank=True)
    image_alt = models.CharField(_("what the image shows"), max_length=250, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.DRAFT)
    shown_from = models.DateTimeField(_("shown from"), null=True, blank=True, help_text=_("For a scheduled item."))
    key = models.TextField(editable=False, default="")

    objects = NewsItemQuerySet.as_manager()

    class Meta(Translated.Meta):
        verbose_name = _("news item")
        verbose_name_plural = _("news items")
        ordering = [models.F("published_on").desc(nulls_last=True), "slug"]
        constraints = [
            not_reserved("news_item"),
            models.CheckConstraint(condition=~Q(title=""), name="news_item_has_title"),
            models.CheckConstraint(
                condition=Q(slug__gte="A") | ~Q(Exact(Length("slug"), 4)),
                name="news_item_address_is_no_year",
                violation_error_message=_("An address of four digits is that of a year."),
            ),
            models.CheckConstraint(
                condition=~Q(status="scheduled") | Q(shown_from__isnull=False),
                name="news_item_scheduled_has_time",
                violation_error_message=_("Say from when a scheduled item is shown."),
            ),
            models.CheckConstraint(
                condition=credited("image"),
                name="news_item_image_credited",
                violation_error_message=_(
                    "An image needs its credit, its licence and a text that says what it shows."
                ),
            ),
        ]

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        self.key = texts_key(self.title, self.publisher, self.summary_en, self.summary_fr, self.summary_ar)
        super().save(*args, **kwargs)

    @property
    def title_language(self):
        return language_of_title(self.title, self.language)

    def is_version_of(self, other):
        """Whether it tells the same in another language: published by the same on one day, about the same cohort."""
        known = self.publisher and self.published_on and self.cohort_id
        same = ("publisher", "published_on", "cohort_id")
        return (
            bool(known)
            and self.language != other.language
            and all(getattr(self, name) == getattr(other, name) for name in same)
        )

    @property
    def countries(self):
        """The countries of the cities it speaks of, each once."""
        return list(dict.fromkeys(city.country for city in self.cities.all()))

    @property
    def is_public(self):
        """Whether visitors see the item now."""
        due = self.shown_from is not None and self.shown_from <= timezone.now()
        return self.status == self.Status.PUBLISHED or (self.status == self.Status.SCHEDULED and due)

    def get_absolute_url(self):
        return reverse("news:item", args=[self.slug])
