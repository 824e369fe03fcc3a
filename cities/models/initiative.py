"""What cities do as learning cities: institutions, programmes and initiatives, by the six key features."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cities.querysets.learning import InitiativeQuerySet
from records.models import Translated
from records.querysets import OpenRecordQuerySet
from records.search.folding import texts_key
from records.slugs import not_reserved
from records.validators import validate_visible

from .city import City
from .source import Source

CODES = ("en", "fr", "ar")


class KeyFeature(Translated):
    """One of the six key features of learning cities adopted in Beijing in 2013."""

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    slug = models.SlugField(_("short name"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=80, validators=[validate_visible])
    text = models.TextField(_("text"))
    sources = models.ManyToManyField(Source, related_name="key_features", verbose_name=_("sources"))

    objects = OpenRecordQuerySet.as_manager()

    class Meta(Translated.Meta):
        verbose_name = _("key feature")
        verbose_name_plural = _("key features")
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(number__range=(1, 6)),
                name="key_feature_one_to_six",
                violation_error_message=_("Key features have the numbers from 1 to 6."),
            ),
        ]

    def __str__(self):
        return self.localized("name").text


class Term(Translated):
    """A word of a short list that initiatives are described with."""

    slug = models.SlugField(_("short name"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=80, validators=[validate_visible])

    objects = OpenRecordQuerySet.as_manager()

    class Meta(Translated.Meta):
        abstract = True
        ordering = ["slug"]

    def __str__(self):
        return self.localized("name").text


class Venue(Term):
    """A place where people learn: a school, a library, a café corner."""

    class Meta(Term.Meta):
        verbose_name = _("place of learning")
        verbose_name_plural = _("places of learning")


class Audience(Term):
    """The people an initiative is made for."""

    class Meta(Term.Meta):
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")


class SustainableDevelopmentGoal(Translated):
    """One of the seventeen goals of the 2030 Agenda."""

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    name = models.CharField(_("name"), max_length=80, validators=[validate_visible])

    objects = OpenRecordQuerySet.as_manager()

    class Meta(Translated.Meta):
        verbose_name = _("Sustainable Development Goal")
        verbose_name_plural = _("Sustainable Development Goals")
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(number__range=(1, 17)),
                name="goal_one_to_seventeen",
                violation_error_message=_("The goals have the numbers from 1 to 17."),
            ),
        ]

    def __str__(self):
        return f"{self.number} · {self.localized('name').text}"


class Initiative(Translated):
    """An institution, programme, policy, partnership or initiative of a city, as a source describes it."""

    read_on = sorted_with = "city"

    class Kind(models.TextChoices):
        INSTITUTION = "institution", _("Institution")
        PROGRAMME = "programme", _("Programme")
        INITIATIVE = "initiative", _("Initiative")
        PARTNERSHIP = "partnership", _("Partnership")
        POLICY = "policy", _("Policy")

    slug = models.SlugField(_("short name"), max_length=80, unique=True)
    city = models.ForeignKey(City, models.PROTECT, related_name="initiatives", verbose_name=_("city"))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    name = models.CharField(_("name"), max_length=150, validators=[validate_visible])
    summary = models.TextField(_("summary"))
    key_features = models.ManyToManyField(KeyFeature, related_name="initiatives", verbose_name=_("key features"))
    venues = models.ManyToManyField(
        Venue, related_name="initiatives", verbose_name=_("places of learning"), blank=True
    )
    audiences = models.ManyToManyField(Audience, related_name="initiatives", verbose_name=_("audiences"), blank=True)
    goals = models.ManyToManyField(
        SustainableDevelopmentGoal,
        related_name="initiatives",
        verbose_name=_("Sustainable Development Goals"),
        blank=True,
    )
    since_year = models.PositiveSmallIntegerField(_("since"), null=True, blank=True)
    sources = models.ManyToManyField(Source, related_name="initiatives", verbose_name=_("sources"))
    key = models.TextField(editable=False, default="")

    objects = InitiativeQuerySet.as_manager()

    class Meta(Translated.Meta):
        verbose_name = _("institution or initiative")
        verbose_name_plural = _("institutions and initiatives")
        ordering = ["slug"]
        constraints = [
            not_reserved("initiative"),
            models.CheckConstraint(
                condition=Q(name_en__gt=""),
                name="initiative_has_english_name",
                violation_error_message=_("The English name is missing."),
            ),
        ]

    def __str__(self):
        return self.localized("name").text

    def save(self, *args, **kwargs):
        self.key = texts_key(*(getattr(self, f"{field}_{code}") for field in ("name", "summary") for code in CODES))
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("cities:initiative", args=[self.slug])


class Cluster(Translated):
    """A thematic group in which member cities work together, with the cities that coordinate it."""

    slug = models.SlugField(_("short name"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=120, validators=[validate_visible])
    strategy_period = models.CharField(_("period of the strategy"), max_length=20, blank=True)
    coordinators = models.ManyToManyField(
        City, related_name="coordinated_clusters", verbose_name=_("coordinating cities"), blank=True
    )
    sources = models.ManyToManyField(Source, related_name="clusters", verbose_name=_("sources"))

    objects = OpenRecordQuerySet.as_manager()

    class Meta(Translated.Meta):
        verbose_name = _("thematic cluster")
        verbose_name_plural = _("thematic clusters")
        ordering = ["slug"]

    def __str__(self):
        return self.localized("name").text
