"""What publishing writes: the cohort, its cities with their names, the admissions and the size of the network."""

from datetime import date
from decimal import Decimal

import pytest

from admissions.desk.decisions.decide import decide, describe
from admissions.desk.release.publish import publish
from admissions.models import Admission, Cohort, Recording
from cities.models import City, CityName
from records.fields.editable import written_fields
from tests.admissions.desk.rounds import decided_round, listed, published_round, round_of
from tests.factories import (
    AdmissionFactory,
    AnnulledAdmissionFactory,
    CityFactory,
    CohortFactory,
    RecordingFactory,
    SourceFactory,
)


@pytest.fixture
def release():
    return SourceFactory(slug="release", publisher="UIL", title="New members")


@pytest.fixture
def communique():
    return SourceFactory(slug="communique", publisher="Institut", title="Nouveaux membres", language="fr")


def decided(recording, name, decision, **facts):
    entry = recording.entries.get(name_en=name)
    return decide(entry, decision, version=entry.version, by=None, **facts)


def sources_of(record):
    return list(record.sources.values_list("slug", flat=True))


def spellings_of(city):
    return list(CityName.objects.filter(city=city).values_list("text", "language", "kind", "origin").order_by("pk"))


def test_a_new_cohort_has_the_announced_numbers_and_its_sources(release, communique):
    recording = RecordingFactory(
        title_en="Spring of 2026", title_fr="Printemps 2026", announced_countries=3, network_cities_after=300,
        network_countries_after=80, network_citizens_after=400, difference="Une ville manque.",
        difference_language="fr", announced_cities=2, difference_for=[["cities", 1, 2], ["countries", 1, 3]],
    )  # fmt: skip
    listed(recording, "Fez (Morocco)", source=release)
    listed(recording, "Fès (Maroc)", language="fr", source=communique)
    publish(recording)

    cohort = Cohort.objects.get()
    assert (cohort.slug, cohort.kind, cohort.year, cohort.announced_on) == ("2026", "round", 2026, date(2026, 2, 14))
    assert (cohort.title_en, cohort.title_fr, cohort.title_ar) == ("Spring of 2026", "Printemps 2026", "")
    assert (cohort.announced_cities, cohort.announced_countries) == (2, 3)
    assert (cohort.network_cities_after, cohort.network_countries_after, cohort.network_citizens_after) == (
        300,
        80,
        400,
    )
    assert (cohort.difference_en, cohort.difference_fr) == (None, "Une ville manque.")
    assert sources_of(cohort) == ["communique", "release"]
    assert Recording.objects.get().cohort == cohort


def test_without_an_arabic_list_the_gazetteers_spelling_is_a_proposal_and_no_french_one_is_made():
    publish(round_of("Fez (Morocco)"))
    city = City.objects.get()
    assert (city.name_fr, city.name_ar, city.name_ar_status) == ("", "فاس", "proposed")
    assert [(each.column, each.state) for each in city.translations.order_by("language")] == [
        ("name_ar", "to_check"), ("name_fr", "missing"),
    ]  # fmt: skip


def test_a_new_city_has_its_names_in_three_languages_and_the_facts_of_the_gazetteer():
    recording = round_of("Fez (Morocco)")
    listed(recording, "Fès (Maroc)", language="fr")
    listed(recording, "المغرب: فاس", language="ar")
    publish(recording)

    city = City.objects.get()
    assert (city.slug, city.country_id, city.kind, city.geonames_id) == ("fez", "MA", "city", 2548885)
    assert (city.name_en, city.name_fr, city.name_ar) == ("Fez", "Fès", "فاس")
    assert (city.name_fr_status, city.name_ar_status) == ("sourced", "sourced")
    assert (city.latitude, city.longitude, city.precision) == (Decimal("34.03313"), Decimal("-5.00028"), "place")
    assert (city.population > 900_000, city.population_year) == (True, None)
    assert recording.entries.get().city == city


def test_a_new_city_that_is_known_nowhere_has_neither_place_nor_coordinates():
    recording = decided_round("Bikok (Cameroon)")
    describe(recording.entries.get(), version=2, by=None, kind="district")
    publish(recording)

    city = City.objects.get()
    assert (city.slug, city.country_id, city.kind, city.geonames_id) == ("bikok", "CM", "district", None)
    assert (city.name_en, city.name_fr, city.name_ar) == ("Bikok", "", "")
    assert (city.name_fr_status, city.latitude, city.longitude, city.precision) == ("", None, None, "")


def test_homonyms_get_addresses_of_their_own():
    CityFactory(slug="granada", name_en="Granada", country__code="MA")
    published_round("Granada (Spain)", "Granada (Nicaragua)")
    recording = round_of("Granada (Spain)", year=2028)
    decided(recording, "Granada", "homonym")
    publish(recording)

    cities = City.objects.order_by("pk").values_list("slug", "country", "geonames_id")
    assert list(cities) == [
        ("granada", "MA", None),
        ("granada-spain", "ES", 2517117),
        ("granada-nicaragua", "NI", 3619136),
        ("granada-spain-2", "ES", None),
    ]


def test_a_city_without_latin_letters_gets_an_address_by_its_country():
    recording = decided_round("Bikok (Cameroon)")
    describe(recording.entries.get(), version=2, by=None, name_en="بيكوك")
    publish(recording)

    assert City.objects.get().slug == "city-cm"


def test_an_admission_has_the_name_in_the_english_list_its_region_and_its_sources(release, communique):
    recording = RecordingFactory()
    listed(recording, "États arabes", "Fès (Maroc)", "Agadir (Maroc)", language="fr", source=communique)
    listed(recording, "Arab States", "Fez (Morocco)", source=release)
    decided(recording, "", "new", geonames_id=2561668)
    publish(recording)

    fez, agadir = Admission.objects.order_by("name_as_announced").reverse()
    assert (fez.city.slug, fez.cohort.slug, fez.name_as_announced, fez.region_as_announced) == (
        "fez", "2026", "Fez", "Arab States"
    )  # fmt: skip
    assert (fez.status, fez.confidence, fez.announced_again, sources_of(fez)) == (
        "admitted", "listed", False, ["communique", "release"]
    )  # fmt: skip
    assert (agadir.name_as_announced, agadir.region_as_announced, sources_of(agadir)) == (
        "Agadir", "Arab States", ["communique"]
    )  # fmt: skip


def test_new_spellings_of_a_city_have_the_list_they_are_from(release, communique):
    city = CityFactory(slug="fez", name_en="Fez", geonames_id=2548885)
    recording = RecordingFactory()
    listed(recording, "Fes (Morocco)", source=release)
    listed(recording, "Fès (Maroc)", language="fr", source=communique)
    publish(recording)

    assert spellings_of(city) == [
        ("Fez", "en", "name", ""),
        ("Fès", "fr", "name", ""),
        ("Fes", "en", "announced", "UIL – New members"),
    ]


def test_shown_names_are_never_overwritten_and_only_empty_ones_filled():
    named = CityFactory(
        slug="fez", name_en="Fez", name_fr="Fez la Belle", name_fr_status="sourced", geonames_id=2548885
    )
    recording = round_of("Fes (Morocco)")
    listed(recording, "Fès (Maroc)", language="fr")
    listed(recording, "المغرب: فاس", language="ar")
    publish(recording)

    named.refresh_from_db()
    assert (named.name_en, named.name_fr, named.name_ar) == ("Fez", "Fez la Belle", "فاس")
    assert (named.name_fr_status, named.name_ar_status) == ("sourced", "sourced")
    assert {text for text, *_rest in spellings_of(named)} == {"Fez", "Fez la Belle", "فاس", "Fes", "Fès"}


def test_a_proposed_name_is_confirmed_by_a_list_that_spells_it_the_same():
    proposed = {"name_fr_status": "proposed", "name_ar_status": "proposed"}
    city = CityFactory(name_en="Fez", name_fr="Fez", name_ar="فاس", geonames_id=2548885, **proposed)
    recording = round_of("Fez (Morocco)")
    listed(recording, "Fès (Maroc)", language="fr")
    listed(recording, "المغرب: فاس", language="ar")
    publish(recording)

    city.refresh_from_db()
    assert (city.name_fr, city.name_fr_status) == ("Fez", "proposed")
    assert (city.name_ar, city.name_ar_status) == ("فاس", "sourced")


def test_a_member_is_recorded_as_announced_again():
    city = AdmissionFactory(city__name_en="Fez", cohort__year=2019).city
    former = AdmissionFactory(city__name_en="Agadir", cohort__year=2019, ended_on="2021-01-01", end_reason="withdrew")
    recording = round_of("Fez (Morocco)", "Agadir (Morocco)")
    decided(recording, "Fez", "existing", city=city)
    decided(recording, "Agadir", "existing", city=former.city)
    publish(recording)

    admissions = Admission.objects.filter(cohort__year=2026).values_list("city", "announced_again").order_by("city")
    assert list(admissions) == [(city.pk, True), (former.city_id, False)]
    assert list(City.objects.members().order_by("pk")) == [city, former.city]


def test_a_cohort_that_is_recorded_gains_numbers_and_sources_and_its_admissions_only_sources(release):
    old = SourceFactory(slug="old")
    cohort = CohortFactory(year=2020, announced_cities=1, title_en="The round of Paris", announced_on=None)
    cohort.sources.add(old)
    admission = AdmissionFactory(city=CityFactory(name_en="Fez"), cohort=cohort, name_as_announced="Fès", note="Kept.")
    admission.sources.add(old)
    recording = RecordingFactory(year=2020, cohort=cohort, announced_cities=1, network_countries_after=64)
    listed(recording, "Fez (Morocco)", source=release)
    written = [field.name for field in written_fields(Admission)]
    before = Admission.objects.values(*written).get()
    publish(recording)

    cohort.refresh_from_db()
    assert (cohort.title_en, cohort.announced_cities, cohort.announced_countries, cohort.announced_on) == (
        "The round of Paris", 1, None, date(2020, 2, 14)
    )  # fmt: skip
    assert (cohort.network_countries_after, sources_of(cohort)) == (64, ["old", "release"])
    assert (Admission.objects.values(*written).get(), sources_of(admission)) == (before, ["old", "release"])


def test_an_annulled_admission_in_the_same_cohort_stays_annulled(release):
    cohort = CohortFactory(year=2020)
    annulled = AnnulledAdmissionFactory(city=CityFactory(name_en="Laayoune"), cohort=cohort)
    recording = RecordingFactory(year=2020, cohort=cohort)
    listed(recording, "Laayoune (Morocco)", source=release)
    assert recording.entries.get().decision == "open"
    decided(recording, "Laayoune", "existing", city=annulled.city)
    publish(recording)

    assert Admission.objects.values_list("pk", "status", "annulled_on").get() == (
        annulled.pk, "annulled", date(2020, 2, 15)
    )  # fmt: skip
    assert (sources_of(annulled), list(City.objects.members())) == (["release"], [])


def test_what_is_left_out_or_set_aside_is_not_written():
    recording = round_of("Fez (Morocco)", "Bikok (Cameroon)")
    decided(recording, "Bikok", "left_out", reason="Withdrew.")
    publish(recording)

    assert list(City.objects.values_list("slug", flat=True)) == ["fez"]
    assert list(Admission.objects.values_list("name_as_announced", flat=True)) == ["Fez"]
