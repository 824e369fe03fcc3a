"""Lists put together into one entry for each city, decided where there is no doubt."""

from datetime import date

import pytest

from admissions.desk.decisions.decide import decide, describe, reopen
from admissions.desk.decisions.lines import read_line
from admissions.desk.lists.gather import gather
from admissions.desk.lists.standing import Standing, standings
from admissions.models import Admission, IntakeLine
from tests.admissions.desk.rounds import lines_of, listed, meaning, round_of
from tests.factories import AdmissionFactory, CityFactory, CohortFactory, RecordingFactory, UserFactory


def names(recording):
    return list(recording.entries.values_list("name_en", "name_fr", "name_ar"))


def test_lists_in_three_languages_in_different_order_become_one_entry_for_each_city():
    recording = round_of("Fez (Morocco)", "Granada (Spain)", "Bikok (Cameroon)")
    listed(recording, "Bikok (Cameroun)", "Fès (Maroc)", "Grenade (Espagne)", language="fr")
    listed(recording, "إسبانيا: غرناطة", "الكاميرون: بيكوك", "المغرب: فاس", language="ar")

    assert meaning(recording) == [
        ("Fez", "new", 2548885),
        ("Granada", "new", 2517117),
        ("Bikok", "new", None),
    ]
    assert lines_of(recording) == [
        ["Fez", "Fès", "فاس"],
        ["Granada", "Grenade", "غرناطة"],
        ["Bikok", "Bikok", "بيكوك"],
    ]


def test_it_does_not_matter_which_list_comes_first():
    recording = RecordingFactory()
    listed(recording, "المغرب: فاس", "الكاميرون: بيكوك", language="ar")
    listed(recording, "Bikok (Cameroun)", "Fès (Maroc)", language="fr")
    listed(recording, "Bikok (Cameroon)", "Fez (Morocco)")

    assert names(recording) == [("Fez", "Fès", "فاس"), ("Bikok", "Bikok", "بيكوك")]


def test_without_an_english_list_the_english_name_is_the_gazetteers():
    recording = RecordingFactory()
    listed(recording, "المغرب: فاس", "المغرب: أكادير", language="ar")
    assert names(recording) == [("Fes", "", "فاس"), ("Agadir", "", "أكادير")]

    listed(recording, "Fès (Maroc)", language="fr")
    assert names(recording) == [("Fes", "Fès", "فاس"), ("", "", "أكادير")]


def test_gathering_again_changes_nothing():
    recording = round_of("Fez (Morocco)", "Granada (Spain)", "Suzhou (Spain)")
    entries = list(recording.entries.values())
    gather(recording)

    assert list(recording.entries.values()) == entries


def test_an_untouched_decision_may_change_when_a_list_comes():
    recording = RecordingFactory()
    listed(recording, "Grenade (Nicaragua)", language="fr")
    assert meaning(recording) == [("", "open", None)]

    listed(recording, "Granada (Nicaragua)")
    assert meaning(recording) == [("Granada", "new", 3619136)]
    assert list(recording.entries.values_list("version", "decided_at")) == [(2, None)]


def test_an_entry_that_a_list_does_not_change_keeps_its_version():
    recording = round_of("Fez (Morocco)")
    listed(recording, "Agadir (Morocco)")

    assert list(recording.entries.values_list("name_en", "version")) == [("Fez", 1), ("Agadir", 1)]


def test_a_second_list_does_not_change_what_somebody_decided():
    elsewhere = CityFactory(slug="elsewhere")
    recording = round_of("Fez (Morocco)", "Agadir (Morocco)", "Essaouira (Morocco)", "Ifrane (Morocco)")
    person = UserFactory()
    fez, agadir, essaouira, ifrane = recording.entries.all()
    decide(fez, "existing", version=1, by=person, city=elsewhere)
    decide(agadir, "left_out", version=1, by=person, reason="Withdrew.")
    reopen(essaouira, version=1, by=person)
    describe(decide(ifrane, "homonym", version=1, by=person), version=2, by=person, name_en="Ifrane Anti-Atlas")
    listed(recording, "Essaouira (Maroc)", "Ifrane (Maroc)", "Fès (Maroc)", "Agadir (Maroc)", language="fr")

    assert meaning(recording) == [
        ("Fez", "existing", "elsewhere"),
        ("Agadir", "left_out", None),
        ("Essaouira", "open", None),
        ("Ifrane Anti-Atlas", "homonym", None),
    ]
    assert lines_of(recording) == [["Fez", "Fès"], ["Agadir"] * 2, ["Essaouira"] * 2, ["Ifrane"] * 2]
    assert list(recording.entries.values_list("name_fr", flat=True)) == ["Fès", "Agadir", "Essaouira", "Ifrane"]


def test_no_automatic_decision_takes_a_place_that_somebody_gave_to_another_entry():
    recording = round_of("Agadir (Morocco)")
    decide(recording.entries.get(), "new", version=1, by=UserFactory(), geonames_id=2548885)
    listed(recording, "Fez (Morocco)")

    assert meaning(recording) == [("Agadir", "new", 2548885), ("Fez", "open", None)]


def test_a_city_listed_twice_is_decided_once():
    recording = round_of("Fez (Morocco)", "Fès (Morocco)")

    assert meaning(recording) == [("Fez", "new", 2548885), ("Fès", "open", None)]


ENDED = {"ended_on": date(2021, 1, 1), "end_reason": "withdrew"}
ANNULLED = {"status": "annulled", "annulled_on": date(2024, 3, 1)}


@pytest.mark.parametrize(
    ("year", "history", "decided", "known"),
    [
        (2019, {}, "open", "member"),
        (2019, ENDED, "open", "former"),
        (2019, ANNULLED, "open", "annulled"),
        (2024, {}, "existing", "here"),
        (2024, ANNULLED, "open", "annulled_here"),
    ],
)
def test_a_city_with_a_history_is_left_to_a_person_unless_it_stands_in_this_cohort(year, history, decided, known):
    cohort = CohortFactory(year=2024)
    city = CityFactory(slug="fez", name_en="Fez", geonames_id=2548885)
    AdmissionFactory(city=city, cohort__year=year, **history)
    recording = round_of("Fez (Morocco)", cohort=cohort, year=2024)

    assert meaning(recording) == [("Fez", decided, "fez" if decided == "existing" else None)]
    assert standings([city.pk], cohort.pk) == {city.pk: [Standing(known, str(year))]}


def test_a_member_since_an_unknown_year_is_left_to_a_person():
    city = AdmissionFactory(city__slug="fez", city__name_en="Fez", cohort=None, member_by=date(2019, 1, 1)).city

    assert meaning(round_of("Fez (Morocco)")) == [("Fez", "open", None)]
    assert [str(standing) for standing in standings([city.pk], None)[city.pk]] == [
        "A member already, admitted in an unknown year: it will be recorded as announced again."
    ]


def test_a_city_without_any_admission_is_taken():
    CityFactory(slug="fez", name_en="Fez", geonames_id=2548885)
    CityFactory(slug="bikok", name_en="Bikok", country__code="CM")

    assert meaning(round_of("Bikok (Cameroon)", "Fez (Morocco)")) == [
        ("Bikok", "existing", "bikok"),
        ("Fez", "existing", "fez"),
    ]


def test_a_member_and_a_city_in_this_cohort_too_is_left_to_a_person():
    cohort = CohortFactory(year=2024)
    city = AdmissionFactory(city__slug="fez", city__name_en="Fez", cohort__year=2019).city
    AdmissionFactory(city=city, cohort=cohort, announced_again=True)

    assert meaning(round_of("Fez (Morocco)", cohort=cohort, year=2024)) == [("Fez", "open", None)]


def test_homonyms_of_two_countries_are_two_cities():
    recording = round_of("Granada (Spain)", "Granada (Nicaragua)", "La Paz (Mexico)", "La Paz (Bolivia)")
    listed(
        recording, "La Paz (Bolivie)", "Grenade (Nicaragua)", "Grenade (Espagne)", "La Paz (Mexique)", language="fr"
    )  # fmt: skip

    assert [(entry.country_id, entry.decision, entry.geonames_id) for entry in recording.entries.all()] == [
        ("ES", "new", 2517117),
        ("NI", "new", 3619136),
        ("MX", "new", 4000900),
        ("BO", "new", 3911925),
    ]
    assert lines_of(recording) == [["Granada", "Grenade"], ["Granada", "Grenade"], ["La Paz"] * 2, ["La Paz"] * 2]


def test_a_homonym_in_the_registry_of_another_country_is_never_meant():
    CityFactory(slug="granada", name_en="Granada", country__code="NI", geonames_id=3619136)

    assert meaning(round_of("Granada (Spain)", "Granada (Nicaragua)")) == [
        ("Granada", "new", 2517117),
        ("Granada", "existing", "granada"),
    ]


def test_districts_of_one_name_are_never_merged():
    for town in ("Busan", "Gwangju"):
        CityFactory(slug=f"seo-gu-{town.lower()}", name_en=f"Seo-gu ({town})", country__code="KR", kind="district")
    recording = round_of(*(f"Seo-gu, {town} (Republic of Korea)" for town in ("Gwangju", "Busan", "Daegu")))
    listed(
        recording, *(f"Seo-gu ({town}) (République de Corée)" for town in ("Daegu", "Busan", "Gwangju")), language="fr"
    )  # fmt: skip

    assert meaning(recording) == [
        ("Seo-gu, Gwangju", "existing", "seo-gu-gwangju"),
        ("Seo-gu, Busan", "existing", "seo-gu-busan"),
        ("Seo-gu, Daegu", "open", None),
    ]
    assert lines_of(recording) == [[f"Seo-gu, {town}", f"Seo-gu ({town})"] for town in ("Gwangju", "Busan", "Daegu")]


def test_an_entry_keeps_its_candidates_with_reasons_and_why_its_lines_belong_together():
    CityFactory(slug="bengue", name_en="Benguerir")
    recording = round_of("Benguerir (Morocco)")
    listed(recording, "Benguerir (Maroc)", language="fr")
    entry = recording.entries.get()

    columns = ("city", "geonames_id", "name", "score", "reason")
    assert [[candidate[column] for column in columns] for candidate in entry.candidates] == [
        ["bengue", None, "Benguerir", 1.0, ["same_name_en", None, ""]]
    ]
    assert entry.pairing == {"reason": ["same_city", None, ""], "certain": True, "doubts": []}


def test_an_entry_that_no_line_names_any_more_goes():
    recording = round_of("Fez (Morocco)", "Agadir (Morocco)")
    line = IntakeLine.objects.get(name="Agadir")
    read_line(line, name="Essaouira", country=line.country, by=UserFactory())

    assert meaning(recording) == [("Fez", "new", 2548885), ("Essaouira", "new", 2549263)]
    assert Admission.objects.count() == 0
