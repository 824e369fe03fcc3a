"""A later list beside the cohort that is recorded: is it of that cohort, and whom does it lack?"""

from datetime import date

import pytest

from admissions.desk.lists.compare import AnotherCohortError, compare, correct, in_words
from admissions.desk.lists.receive import begin
from admissions.desk.release.control import controls
from admissions.models import Intake
from tests.admissions.desk.rounds import listed
from tests.factories import AdmissionFactory, CityFactory, CohortFactory, UserFactory

MEMBERS = {"Fez": 2548885, "Agadir": 2561668, "Oujda": 2540689, "Essaouira": 2549263}


@pytest.fixture
def cohort(db):
    """A cohort of 2024 with four cities, announced as 40 of a network of 300."""
    cohort = CohortFactory(year=2024, announced_cities=40, network_cities_after=300)
    for name, number in MEMBERS.items():
        AdmissionFactory(city=CityFactory(name_en=name, country__code="MA", geonames_id=number), cohort=cohort)
    return cohort


@pytest.fixture
def recording(cohort):
    return begin(cohort=cohort)


def lines(*names):
    return [f"{name} (Morocco)" for name in names]


OTHERS = [
    ("4 December 2025", "72 cities from 46 countries join the network."),
    ("Published on 4 December 2025",),
    ("On 2 September 2022, 77 cities from 44 countries join the network.",),
    ("72 cities from 46 countries join the network.", "It now counts 425 cities from 91 countries."),
]


@pytest.mark.parametrize("text", OTHERS)
def test_the_list_of_another_round_is_refused_by_its_day_and_numbers(recording, text):
    with pytest.raises(AnotherCohortError):
        listed(recording, *text, *lines("Fez"))

    assert (Intake.objects.count(), recording.entries.count()) == (0, 0)


def test_the_refusal_says_what_differs_and_the_list_may_be_taken_all_the_same(recording):
    text = (*OTHERS[0], *lines("Fez"))
    with pytest.raises(AnotherCohortError) as refusal:
        listed(recording, *text)
    assert str(refusal.value) == (
        "This list is dated 4 December 2025; the cohort of 2024 was announced on 14 February 2024. "
        "Number of cities: the list prints 72, announced for the cohort were 40."
    )

    listed(recording, *text, all_the_same=True)
    assert recording.entries.count() == 1


@pytest.mark.parametrize(
    "text",
    [
        (),
        ("14 February 2024", "39 cities from 30 countries join the network."),
        ("39 cities from 30 countries join the network.", "It now counts 299 cities from 79 countries."),
        ("2 March 2025", "40 cities from 30 countries join the network."),
        ("One more city joins.",),
    ],
)
def test_a_list_that_may_be_of_the_cohort_is_taken(recording, text):
    listed(recording, *text, *lines("Fez", "Agadir", "Oujda"))

    assert recording.entries.count() == 3


def test_a_round_without_a_cohort_takes_any_list(db):
    recording = begin(year=2026)
    listed(recording, *OTHERS[0], *lines("Fez"))

    assert (recording.entries.count(), compare(recording)) == (1, None)


def test_a_corrected_list_lacks_a_city_and_prints_other_numbers(recording):
    intake = listed(
        recording, "14 February 2024", "39 cities from 30 countries join the network.",
        "It now counts 299 cities from 79 countries.", *lines("Fez", "Agadir", "Essaouira"),
    )  # fmt: skip
    recording.refresh_from_db()
    found = compare(recording)

    assert [admission.city.name_en for admission in found.lacking] == ["Oujda"]
    assert [(each.field, each.recorded, each.printed, each.intake) for each in found.numbers] == [
        ("announced_cities", 40, 39, intake),
        ("network_cities_after", 300, 299, intake),
    ]
    assert in_words(found) == [
        "Oujda is recorded in this cohort and named by no list.",
        "cities announced: the list prints 39, recorded are 40.",
        "cities in the network after it: the list prints 299, recorded are 300.",
    ]


def test_a_city_that_an_open_entry_may_mean_is_not_lacking(recording):
    listed(recording, *lines("Fez", "Agadir", "Essaouira", "Oujdah"))

    assert recording.entries.undecided().count() == 1
    assert compare(recording).lacking == ()


def test_the_correction_annuls_what_is_lacking_with_the_list_as_its_source(cohort, recording):
    intake = listed(recording, "39 cities from 30 countries join the network.", *lines("Fez", "Agadir", "Essaouira"))
    recording.refresh_from_db()
    found = compare(recording)
    person = UserFactory()
    [correction] = correct(
        recording, found.lacking, intake=intake, on=date(2024, 3, 1), authority="UIL", by=person,
        numbers=found.numbers, note_en="Oujda was taken off the list.",
    )  # fmt: skip

    assert (correction.city.name_en, correction.cohort, correction.corrected_on) == ("Oujda", cohort, date(2024, 3, 1))
    assert (correction.cities_before, correction.cities_after) == (40, 39)
    assert list(correction.sources.all()) == [intake.source]
    cohort.refresh_from_db()
    recording.refresh_from_db()
    assert (cohort.announced_cities, recording.announced_cities) == (39, 39)
    again = compare(recording)
    assert (again.recorded, again.lacking, again.numbers) == (3, (), ())


def test_a_supplement_counts_with_the_members_that_are_recorded_already(recording):
    recording.announced_cities = 5
    recording.save()
    listed(recording, "One more city joins.", *lines("Casablanca"))
    found = compare(recording)

    assert (found.is_supplement, found.recorded, found.lacking) == (True, 4, ())
    assert in_words(found) == [
        "The lists name a few cities more; 4 cities of this cohort are recorded already and stay."
    ]
    [cities, *_others] = controls(recording)
    assert (cities.found, cities.declared, cities.differs) == (5, 5, False)
