"""The questions people ask about countries and cities; pages, filters and exports all start here."""

from datetime import timedelta

from django.db.models import Count, Exists, F, Max, OuterRef, Q, Subquery

from cities.counts import CountsOfCities
from cities.member_today import is_turned
from cities.search import NamedOfACountry, NamedPlaces
from records.as_of import today
from records.querysets import RecordQuerySet
from records.search.querysets import sort_column
from records.visibility import is_part, public_relations


class CountryQuerySet(NamedPlaces, RecordQuerySet):
    def with_members(self, day=None):
        """Countries that had a member on a day, or have one today, each with the number of its members, `members`."""
        cities = self.model._meta.get_field("cities").related_model
        members = Q(cities__in=cities.objects.as_of(day or today()))
        return self.annotate(members=Count("cities", filter=members)).filter(members__gt=0)

    def known_as(self, text):
        """Countries of that name, in any spelling and script; for the staff, who search in all names."""
        return self.named(text, self.model._meta.get_field("names").related_model.objects.all())

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
        # Those of the cohort itself may have been admitted one by one before it.
        before = admissions.public_by((cohort.counts_from or today()) - timedelta(days=1)).exclude(cohort=cohort)
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
        return self.filter(member_today=True) if is_turned() else self.as_of(today())

    def not_members(self, day=None):
        """Cities kept in the registry that are no members: former ones and those whose admission was annulled.

        As of a past day, only those of which an admission had become public by then.
        """
        known = self._with(self._admissions.public_by(day)) if day else self
        return known.exclude(pk__in=self.model.objects.as_of(day or today()).values("pk"))

    def led_to_by(self, slugs):
        """{former address: key of the city to which it leads}, of some words that may be addresses."""
        former = self.model._meta.get_field("former_addresses").related_model.objects
        led_on = former.filter(slug__in=slugs).exclude(moved_to=None).order_by("public_to")
        return dict(led_on.values_list("slug", "moved_to"))

    def known_as(self, text):
        """Cities of that name, in any spelling and script, and those of countries of that name; for the staff."""
        names = self.model._meta.get_field("names").related_model.objects.all()
        countries = self.model._meta.get_field("country").related_model.objects.named(text)
        return self.named(text, names) | self.filter(country__in=countries)

    def sorted_by_country(self):
        return self.order_by(f"country__{sort_column()}", sort_column(), "pk")

    def newest_first(self, day=None):
        """By year of the latest admission, as of a day; cities of which none is known come last, as in all orders."""
        return self._with_latest_year(day).order_by(F("latest_year").desc(nulls_last=True), sort_column(), "pk")

    def oldest_first(self, day=None):
        return self._with_latest_year(day).order_by(F("latest_year").asc(nulls_last=True), sort_column(), "pk")

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
        admissions = self._admissions.announced_by(today()).filter(city__in=self.order_by().values("pk"))
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
        cohorts = city.admissions.announced_by(today()).exclude(cohort=None).values("cohort")
        return self._with(self._admissions.announced_by(today()).filter(cohort__in=cohorts))

    def _with_latest_year(self, day):
        stood = self._admissions.announced_by(day or today())
        return self.annotate(latest_year=Max("admissions__cohort__year", filter=Q(admissions__in=stood)))

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
