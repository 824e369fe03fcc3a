"""Member bodies of the network and every name they are known by."""

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cities.querysets.places import CityNameQuerySet, CityQuerySet
from records.links import OF_A_LINK
from records.models import Translated
from records.photos import PhotoField, credited
from records.search.folding import search_key, sort_key
from records.slugs import not_reserved
from records.translation.status import TextStatus
from records.validators import validate_visible

from .country import Country
from .own_address import KeepsAddresses
from .source import Source
from .standing import HasStanding


class City(HasStanding, KeepsAddresses, Translated):
    """A body that was announced as a member: mostly a city, sometimes a district, a county or a consortium."""

    sorted_with = "self"

    class Kind(models.TextChoices):
        CITY = "city", _("City or municipality")
        DISTRICT = "district", _("District of a city")
        COUNTY = "county", _("County")
        REGION = "region", _("Governorate, province or wider area")
        CONSORTIUM = "consortium", _("Consortium")
        OTHER = "other", _("Other body")

    class Precision(models.TextChoices):
        """How exactly the coordinates say where the body is."""

        PLACE = "place", _("the place itself")
        MUNICIPALITY = "municipality", _("within the municipality")
        DISTRICT = "district", _("middle of the district")
        APPROXIMATE = "approximate", _("approximate")

    NameStatus = TextStatus

    slug = models.SlugField(_("permanent address"), max_length=60, unique=True)
    country = models.ForeignKey(Country, models.PROTECT, related_name="cities", verbose_name=_("country"))
    kind = models.CharField(_("kind of body"), max_length=12, choices=Kind, blank=True)
    name = models.CharField(_("name"), max_length=120, validators=[validate_visible])
    name_fr_status = models.CharField(_("French name is"), max_length=8, choices=NameStatus, blank=True)
    name_ar_status = models.CharField(_("Arabic name is"), max_length=8, choices=NameStatus, blank=True)
    sort_en = models.CharField(max_length=900, editable=False, db_index=True)
    sort_fr = models.CharField(max_length=900, editable=False, db_index=True)
    sort_ar = models.CharField(max_length=900, editable=False, db_index=True)

    latitude = models.DecimalField(
        _("latitude"), max_digits=7, decimal_places=5, null=True, blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )  # fmt: skip
    longitude = models.DecimalField(
        _("longitude"), max_digits=8, decimal_places=5, null=True, blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )  # fmt: skip
    precision = models.CharField(_("coordinates show"), max_length=12, choices=Precision, blank=True)
    population = models.PositiveIntegerField(
        _("population"), null=True, blank=True, validators=[MaxValueValidator(100_000_000)]
    )
    population_year = models.PositiveSmallIntegerField(_("population in the year"), null=True, blank=True)
    website = models.URLField(_("website"), max_length=300, blank=True, validators=OF_A_LINK)
    geonames_id = models.PositiveIntegerField(_("GeoNames number"), null=True, blank=True)
    wikidata_id = models.CharField(
        _("Wikidata item"), max_length=12, blank=True, validators=[RegexValidator(r"^Q[1-9][0-9]*$")]
    )
    profile = models.TextField(_("profile"), blank=True)
    profile_sources = models.ManyToManyField(
        Source, related_name="profiled_cities", verbose_name=_("sources of the profile"), blank=True
    )
    photo = PhotoField(
        _("photo"), upload_to="cities", blank=True, width_field="photo_width", height_field="photo_height"
    )
    photo_width = models.PositiveIntegerField(null=True, editable=False)
    photo_height = models.PositiveIntegerField(null=True, editable=False)
    photo_credit = models.CharField(_("credit of the photo"), max_length=200, blank=True)
    photo_licence = models.CharField(_("licence of the photo"), max_length=100, blank=True)
    photo_alt = models.CharField(_("what the photo shows"), max_length=250, blank=True)
    # Computed, see `cities.member_today`: for questions only, as `is_member` is right also while a day begins.
    member_today = models.BooleanField(default=False, editable=False)

    objects = CityQuerySet.as_manager()

    class Meta(Translated.Meta):
        verbose_name = _("city")
        verbose_name_plural = _("cities")
        ordering = ["slug"]
        indexes = [models.Index(fields=["country"], condition=Q(member_today=True), name="city_members_today")]
        constraints = [
            not_reserved("city"),
            models.CheckConstraint(
                condition=Q(name_en__gt=""),
                name="city_has_english_name",
                violation_error_message=_("The English name is missing."),
            ),
            models.CheckConstraint(condition=Q(latitude=None) | Q(latitude__range=(-90, 90)), name="city_latitude"),
            models.CheckConstraint(
                condition=Q(longitude=None) | Q(longitude__range=(-180, 180)), name="city_longitude"
            ),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None, precision="")
                | Q(latitude__isnull=False, longitude__isnull=False, precision__gt=""),
                name="city_coordinates_whole",
                violation_error_message=_("Give latitude, longitude and what they show together, or none of them."),
            ),
            models.CheckConstraint(
                condition=credited("photo"),
                name="city_photo_credited",
                violation_error_message=_("A photo needs its credit, its licence and a text that says what it shows."),
            ),
            models.UniqueConstraint(
                fields=["geonames_id"],
                condition=Q(geonames_id__isnull=False),
                name="city_geonames_once",
                violation_error_message=_("Another city has this GeoNames number."),
            ),
            models.UniqueConstraint(
                fields=["wikidata_id"],
                condition=~Q(wikidata_id=""),
                name="city_wikidata_once",
                violation_error_message=_("Another city has this Wikidata item."),
            ),
        ]

    def __str__(self):
        return self.localized("name").text

    def save(self, *args, **kwargs):
        for language in ("en", "fr", "ar"):
            setattr(self, f"sort_{language}", sort_key(getattr(self, f"name_{language}") or self.name_en))
        if not self._state.adding and kwargs.get("update_fields") is None:
            # A deed may have turned `member_today` since this was read: who writes a city leaves that alone.
            left = {"id", "member_today", *self.get_deferred_fields()}
            kwargs["update_fields"] = {each.name for each in self._meta.concrete_fields if each.attname not in left}
        super().save(*args, **kwargs)
        self._keep_names_shown_as_spellings()

    def _keep_names_shown_as_spellings(self):
        """The names shown are spellings too; one that is shown no more, or again, changes its kind."""
        spellings = {spelling.text: spelling for spelling in CityName.objects.filter(city=self)}
        shown = {getattr(self, f"name_{language}"): language for language in ("ar", "fr", "en")}
        for text, language in shown.items():
            if text and text not in spellings:
                self.names.create(text=text, language=language, kind=CityName.Kind.NAME)
        for spelling in spellings.values():
            kind = CityName.Kind.NAME if spelling.text in shown else CityName.Kind.ALTERNATE
            if spelling.kind in (CityName.Kind.NAME, CityName.Kind.ALTERNATE) and spelling.kind != kind:
                spelling.kind, spelling.language = kind, shown.get(spelling.text, spelling.language)
                spelling.save()

    def name_is_proposed(self, language):
        """Whether the name in that language is a transliteration that nobody has confirmed."""
        return getattr(self, f"name_{language}_status", "") == self.NameStatus.PROPOSED

    def recalled_rounds(self):
        """Recordings of rounds that made the city a member here and were taken back, with nothing left of that."""
        cohorts = {admission.cohort.slug for admission in self.admissions.all() if admission.cohort}
        rounds = [entry.recording for entry in self.round_entries.all()]
        return [each for each in rounds if each.state == "recalled" and each.slug not in cohorts]

    def other_spellings(self):
        """Spellings besides the three names shown."""
        return [name for name in self.names.all() if name.text not in (self.name_en, self.name_fr, self.name_ar)]

    def initiatives_by_key_feature(self):
        """Pairs of a key feature and its initiatives, each initiative once, under the first of its features."""
        groups = {}
        for initiative in self.initiatives.all():
            features = initiative.key_features.all()
            groups.setdefault(features[0] if features else None, []).append(initiative)
        return sorted(groups.items(), key=lambda group: group[0].number if group[0] else 99)

    def get_absolute_url(self):
        return reverse("cities:city", args=[self.slug])

    @property
    def geonames_url(self):
        return f"https://www.geonames.org/{self.geonames_id}/" if self.geonames_id else ""

    @property
    def wikidata_url(self):
        return f"http://www.wikidata.org/entity/{self.wikidata_id}" if self.wikidata_id else ""

    @property
    def has_population_of_geonames(self):
        """Whether the population is that of the gazetteer, which states no year; one of a year is from elsewhere."""
        return bool(self.population and self.geonames_id and not self.population_year)


class CityName(models.Model):
    """A spelling under which a city is found, in any language and script. Two cities may share one."""

    class Kind(models.TextChoices):
        NAME = "name", _("name shown")
        ALTERNATE = "alternate", _("other spelling")
        ANNOUNCED = "announced", _("as announced")
        FORMER = "former", _("former name")

    part_of = "city"
    read_on = sorted_with = "city"
    city = models.ForeignKey(City, models.CASCADE, related_name="names", verbose_name=_("city"))
    text = models.CharField(_("name"), max_length=120, validators=[validate_visible])
    language = models.CharField(_("language"), max_length=8, blank=True)
    kind = models.CharField(_("kind of name"), max_length=10, choices=Kind, default=Kind.ALTERNATE)
    origin = models.CharField(_("where it is from"), max_length=250, blank=True)
    licence = models.CharField(_("licence"), max_length=60, blank=True)
    key = models.CharField(max_length=300, editable=False, db_index=True)

    objects = CityNameQuerySet.as_manager()

    class Meta:
        verbose_name = _("spelling")
        verbose_name_plural = _("spellings")
        ordering = ["city", "text"]
        constraints = [
            models.UniqueConstraint(fields=["city", "text"], name="city_spelling_once"),
            models.CheckConstraint(condition=~Q(text=""), name="city_spelling_not_empty"),
        ]

    def __str__(self):
        return self.text

    def save(self, *args, **kwargs):
        self.key = search_key(self.text)
        super().save(*args, **kwargs)
