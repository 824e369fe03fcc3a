"""The questions people ask about countries and cities; pages, filters and exports all start here."""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Case, CharField, Count, Exists, F, Max, OuterRef, Q, Subquery, Sum, Value, When
from django.db.models.functions import Cast, Coalesce

from cities.as_of import today
from cities.counts import CountsOfCities
from cities.naming import Named, NamedOfACountry, sort_column
from records.visibility import Open, is_part, public_relations


class RecordQuerySet(models.QuerySet):
    """Questions about records of any kind."""

    def most_read_first(self):
        """By the number of `reads`, in the last twelve months, of the page on which a record stands; then by name.

        The page is that of its city, else the record's own, else that of its cohort or its country.
        """
        return self.annotate(reads=self._reads()).order_by("-reads", *self._by_name(), "pk")

    def _reads(self):
        owners = {field.name: field for field in self.model._meta.fields if field.related_model}
        owner = next((owners[name] for name in ("city", "cohort", "country") if name in owners), None)
        if hasattr(self.model, "get_absolute_url") and "city" not in owners:
            page, key = self.model, "pk"
        elif owner:
            page, key = owner.related_model, owner.attname
        else:
            return Value(0)
        # A subquery, not a join: no record becomes two rows.
        counted = self.model._meta.apps.get_model("cities.PageReads").objects.of_the_last_year()
        own = counted.filter(model=page._meta.label, key=Cast(OuterRef(key), CharField(max_length=60)))
        return Coalesce(Subquery(own.order_by().values("key").annotate(sum=Sum("number")).values("sum")), 0)

    def _by_name(self):
        fields = {field.name for field in self.model._meta.fields}
        if "sort_en" in fields:
            return [sort_column()]
        return [f"city__{sort_column()}"] if "city" in fields else self.model._meta.ordering


class OpenRecordQuerySet(Open, RecordQuerySet):
    """Questions about records that everybody may see."""


class PageReadsQuerySet(models.QuerySet):
    def of(self, record):
        return self.filter(model=record._meta.label, key=str(record.pk))

    def of_the_last_year(self):
        """Those of this month and of the eleven before it."""
        now = today()
        return self.filter(month__gt=now.replace(year=now.year - 1, day=1))


class SuggestionQuerySet(models.QuerySet):
    def about(self, record):
        return self.filter(content_type=ContentType.objects.get_for_model(record), key=str(record.pk))

    def waiting(self):
        """Those that nobody has decided yet."""
        return self.filter(state="received")

    def waiting_first(self):
        """The oldest that waits first, then what was decided, the newest first."""
        decided = Case(When(state="received", then=Value(0)), default=Value(1))
        return self.order_by(decided, F("decided_at").desc(), "received_at", "pk")


class CountryQuerySet(Named, RecordQuerySet):
    def with_members(self, day=None):
        """Countries that had a member on a day, or have one today, each with the number of its members, `members`."""
        cities = self.model._meta.get_field("cities").related_model
        members = Q(cities__in=cities.objects.as_of(day or today()))
        return self.annotate(members=Count("cities", filter=members)).filter(members__gt=0)

    def public(self):
        """Countries of which anything public is recorded: a city, member or not."""
        cities = self.model._meta.get_field("cities").related_model
        return self.filter(Exists(cities.objects.public().filter(country=OuterRef("pk"))))

    def with_cities(self):
        """Countries of which a city is recorded, be it a candidate that nobody outside may know of: for the staff."""
        cities = self.model._meta.get_field("cities").related_model
        return self.filter(Exists(cities.objects.filter(country=OuterRef("pk"))))

    def in_region_of(self, country):
        """Countries that UNESCO counts in the same region; none where no region is stated."""
        return self.filter(region=country.region).exclude(region="")

    def new_with(self, cohort, day=None):
        """Countries with a city in a cohort, as of a day, of which no admission had been public before it."""
        cities = self.model._meta.get_field("cities").related_model
        admissions = cities._meta.get_field("admissions").related_model.objects.filter(city__country=OuterRef("pk"))
        before = admissions.public_by(cohort.counts_from - timedelta(days=1))
        return self.filter(Exists(admissions.announced_by(day or today()).filter(cohort=cohort)), ~Exists(before))


class CityQuerySet(CountsOfCities, NamedOfACountry, RecordQuerySet):
    def public(self):
        """Cities on which something public rests: these have a page, and no others do.

        Any record that everybody may see and that names the city: an admission that has become public, annulled and
        ended ones too, an address that was public, news; or a round that was published, also if it was taken back.
        A candidate is none until its admission is announced.
        """
        relations = [relation for relation in public_relations(self.model) if not is_part(relation)]
        rests = [Exists(self._referring(relation).public()) for relation in relations]
        entries = self._referring(self.model._meta.get_field("round_entries"))
        return self.filter(Q(*rests, Exists(entries.of_published_rounds()), _connector=Q.OR))

    def _referring(self, relation):
        return relation.related_model.objects.filter(**{relation.field.name: OuterRef("pk")}).order_by()

    def as_of(self, day):
        """Cities that were members on that day, by what is recorded here: the question behind every count."""
        return self._with(self._admissions.standing_on(day))

    def members(self):
        """Cities that are members today."""
        return self.as_of(today())

    def not_members(self, day=None):
        """Cities kept in the registry that are no members: former ones and those whose admission was annulled.

        As of a past day, only those of which an admission had become public by then.
        """
        known = self._with(self._admissions.public_by(day)) if day else self
        return known.exclude(pk__in=self.model.objects.as_of(day or today()).values("pk"))

    def sorted_by_country(self):
        return self.order_by(f"country__{sort_column()}", sort_column(), "pk")

    def newest_first(self):
        """By year of the latest admission; cities of which no year is known come last, as in all orders."""
        return self._with_latest_year().order_by(F("latest_year").desc(nulls_last=True), sort_column(), "pk")

    def oldest_first(self):
        return self._with_latest_year().order_by(F("latest_year").asc(nulls_last=True), sort_column(), "pk")

    def largest_first(self):
        return self.order_by(F("population").desc(nulls_last=True), sort_column(), "pk")

    def in_country(self, code):
        return self.filter(country_id=code.upper())

    def in_regions(self, *regions):
        """Cities of countries that UNESCO counts in one of the regions; "" stands for no region stated."""
        return self.filter(country__region__in=regions)

    def admitted_in(self, *years, unknown=False, day=None):
        """Cities admitted in one of the years, or with `unknown` also those of which no source says when.

        A cohort may cover several years; each of them finds its cities. What was announced or annulled after `day`,
        if one is given, plays no part.
        """
        covered = Q(cohort__year__in=years)
        for year in years:
            covered |= Q(cohort__year__lte=year, cohort__last_year__gte=year)
        admitted = self._admissions.announced_by(day or today())
        return self._with(admitted.filter(covered | Q(cohort=None) if unknown else covered))

    def first_cohort(self):
        """The cohort in which the first of these cities was admitted; None where that of one of them is not known."""
        admissions = self._admissions.public().admitted().filter(city__in=self.order_by().values("pk"))
        cohorts = [admission.cohort for admission in admissions.select_related("cohort")]
        return None if None in cohorts else min(cohorts, key=lambda cohort: cohort.year, default=None)

    def of_cohort(self, cohort, day=None):
        """Cities of a cohort, as of a day, whether their membership goes on or has ended."""
        return self._with(self._admissions.announced_by(day or today()).filter(cohort=cohort))

    def awarded(self, year):
        """Cities that received the Learning City Award by the end of a year."""
        awards = self.model._meta.get_field("awards").related_model.objects
        return self.filter(Exists(awards.filter(city=OuterRef("pk"), year__lte=year)))

    def first_admitted(self, day=None):
        """Those of these cities that were admitted in the earliest year of which a source speaks, as of a day."""
        announced = self._admissions.announced_by(day or today()).exclude(cohort=None)
        earliest = announced.filter(city__in=self.order_by().values("pk")).order_by("cohort__year")
        return self._with(announced.filter(cohort__year=Subquery(earliest.values("cohort__year")[:1])))

    def admitted_in_unknown_year(self):
        """Members of which no source says when they were admitted."""
        return self.admitted_in(unknown=True)

    def admitted_with(self, city):
        """Cities of the cohorts in which the city was admitted."""
        cohorts = city.admissions.public().admitted().exclude(cohort=None).values("cohort")
        return self._with(self._admissions.public().admitted().filter(cohort__in=cohorts))

    def _with_latest_year(self):
        admitted = Q(admissions__in=self._admissions.public().admitted().values("pk"))
        return self.annotate(latest_year=Max("admissions__cohort__year", filter=admitted))

    @property
    def _admissions(self):
        return self.model._meta.get_field("admissions").related_model.objects

    def _with(self, admissions):
        # Exists, not a join: a city admitted twice is still one row.
        return self.filter(Exists(admissions.filter(city=OuterRef("pk"))))


class CityNameQuerySet(RecordQuerySet):
    def public(self):
        """All but those under which a city was admitted and is not announced yet."""
        admissions = self.model._meta.get_field("city").related_model._meta.get_field("admissions").related_model
        of_name = admissions.objects.order_by().filter(city=OuterRef("city"), name_as_announced=OuterRef("text"))
        return self.exclude(Q(kind="announced") & Exists(of_name) & ~Exists(of_name.public()))


class FormerAddressQuerySet(RecordQuerySet):
    def barring(self, slug, city):
        """Those for which a city may not have an address: they were another city's.

        A city may have its own back. One that was taken back and is recorded anew, under the same name in the same
        country, is the city that had it.
        """
        # PostgreSQL cannot be asked for a null character; the name itself is refused.
        name = (city.name_en or "").replace("\x00", "")
        anew = Q(moved_to=None, country=city.country_id, name_en=name)
        others = self.filter(slug=slug).exclude(anew)
        return others.exclude(moved_to=city) if city.pk else others

    def public(self):
        return self.filter(was_public=True)

    def answering(self):
        """Those that answer: they lead to a city that is public, or were public and say that the page is gone."""
        cities = self.model._meta.get_field("moved_to").related_model
        gone = Q(moved_to=None, was_public=True)
        return self.filter(gone | Q(moved_to__in=cities.objects.public())).select_related("country", "moved_to")
