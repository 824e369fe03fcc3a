"""Lists as they come in: kept word for word, read, and offering what they declare."""

from datetime import date

import pytest

from admissions.desk.decisions.decide import decide
from admissions.desk.lists.receive import begin, receive, record_again, set_aside
from admissions.desk.release.publish import publish, schedule
from admissions.desk.release.take_back import take_back
from admissions.intake.decode.unreadable import Unreadable
from admissions.models import Intake, IntakeLine, Recording
from records.exceptions import RefusedError
from tests.admissions.desk.rounds import NEXT_YEAR, decided_round, lines_of, listed, meaning, round_of
from tests.factories import CityFactory, CohortFactory, IntakeFactory, RecordingFactory, SourceFactory, UserFactory

RELEASE = (
    "Hamburg, 3 March 2026 – 2 cities from 2 countries join the network.",
    "The network now includes 300 cities in 80 countries and 400 million citizens.",
    "Arab States (1)",
    "Bikok (Cameroon)",
    "Fez (Morocco)",
)


def test_a_list_is_kept_word_for_word_with_who_brought_it():
    text = "\u200f  New members:\r\n\r\n- Fez\u00a0(Morocco)\t\n-  Bikok (Cameroon)  \n\n"
    person, source, recording = UserFactory(), SourceFactory(), RecordingFactory()
    receive(recording, text, language="en", source=source, by=person, file_name="list.txt")

    kept = Intake.objects.values_list("recording", "text", "language", "source", "received_by", "file_name")
    assert list(kept) == [(recording.pk, text, "en", source.pk, person.pk, "list.txt")]


def test_a_web_page_is_kept_as_its_html_and_read_as_its_text():
    page = "<!DOCTYPE html><html><body><p>New members</p><ul><li>Fez (Morocco)<li>Bikok (Cameroon)</ul></body></html>"
    recording = round_of(page)

    assert Intake.objects.get().text == page
    assert meaning(recording) == [("Fez", "new", 2548885), ("Bikok", "open", None)]


def test_a_list_is_never_overwritten():
    intake = IntakeFactory(text="Fez (Morocco)")
    intake.text = "Agadir (Morocco)"
    with pytest.raises(TypeError, match="A list as received is never overwritten."):
        intake.save()

    assert Intake.objects.get().text == "Fez (Morocco)"


def test_each_line_of_a_list_is_kept_with_what_was_read_in_it():
    round_of(*RELEASE, "Atlantis (Lemuria)", "Agadir (Morocco), Essaouira (Morocco)")

    lines = IntakeLine.objects.values_list("number", "position", "raw", "kind", "name", "country", "region")
    assert list(lines) == [
        (1, 0, RELEASE[0], "text", "", None, ""),
        (2, 1, RELEASE[1], "text", "", None, ""),
        (3, 2, "Arab States (1)", "heading", "Arab States (1)", None, "arab_states"),
        (4, 3, "Bikok (Cameroon)", "city", "Bikok", "CM", "arab_states"),
        (5, 4, "Fez (Morocco)", "city", "Fez", "MA", "arab_states"),
        (6, 5, "Atlantis (Lemuria)", "unread", "Atlantis (Lemuria)", None, "arab_states"),
        (7, 6, "Agadir (Morocco), Essaouira (Morocco)", "city", "Agadir", "MA", "arab_states"),
        (7, 7, "Agadir (Morocco), Essaouira (Morocco)", "city", "Essaouira", "MA", "arab_states"),
    ]


def test_a_name_that_is_too_long_for_one_is_left_to_a_person():
    round_of("City\tCountry", f"{'Long' * 31}\tMorocco", "Fez\tMorocco")

    lines = IntakeLine.objects.values_list("kind", "name", "country")
    assert list(lines) == [("heading", "City Country", None), ("unread", "", "MA"), ("city", "Fez", "MA")]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (" \n\t", "There is no text in this."),
        ("Fez (Morocco)\nBer\ufffdine (Germany)", "Some letters were lost and show as “�”."),
        ("Fez\0 (Morocco)", "This holds NUL characters"),
        ("Today was a fine day in Paris.", "No city was found in this text."),
        ("Hamburg, 3 March 2026. The network now includes 300 cities.", "No city was found in this text."),
    ],
)
def test_what_cannot_be_read_or_names_no_city_writes_nothing(text, sentence):
    recording = RecordingFactory(announced_on=None)
    with pytest.raises(Unreadable, match=sentence):
        listed(recording, text)

    assert (Intake.objects.count(), IntakeLine.objects.count(), recording.entries.count()) == (0, 0, 0)
    assert Recording.objects.values_list("announced_on", "network_cities_after").get() == (None, None)


def offered(recording):
    recording.refresh_from_db()
    return (
        recording.announced_on,
        recording.announced_cities,
        recording.announced_countries,
        recording.announced_by_region,
        recording.network_cities_after,
        recording.network_countries_after,
        recording.network_citizens_after,
    )


def test_numbers_and_the_day_are_offered_where_there_are_none():
    recording = round_of(*RELEASE, announced_on=None)

    assert offered(recording) == (date(2026, 3, 3), 2, 2, {"arab_states": 1}, 300, 80, 400)
    declared = {"cities": 2, "countries": 2, "network_cities": 300, "network_countries": 80}
    declared |= {"citizens_millions": 400, "regions": {"arab_states": 1}}
    assert Intake.objects.values_list("declared", "dated").get() == (declared, date(2026, 3, 3))


def test_numbers_that_are_there_stay():
    recording = round_of(
        *RELEASE,
        announced_on=date(2026, 2, 1),
        announced_cities=0,
        announced_by_region={"africa": 5},
        network_cities_after=299,
    )

    assert offered(recording) == (date(2026, 2, 1), 0, 2, {"africa": 5}, 299, 80, 400)


def test_a_second_list_offers_only_what_the_first_did_not_say():
    recording = round_of("Bikok (Cameroon)", "2 cities from 2 countries join the network.", announced_on=None)
    listed(recording, "Le 4 mars 2026, 9 villes de 8 pays rejoignent le réseau.", "Fès (Maroc)", language="fr")

    assert offered(recording) == (date(2026, 3, 4), 2, 2, {}, None, None, None)


def test_a_round_that_is_scheduled_or_public_takes_no_list_and_keeps_those_it_has():
    recording = round_of("Fez (Morocco)")
    schedule(recording, NEXT_YEAR, "UTC")
    for state in ("to be published", "published"):
        sentence = f"This round is “{state}”; it cannot be changed."
        with pytest.raises(RefusedError, match=sentence):
            listed(recording, "Agadir (Morocco)")
        with pytest.raises(RefusedError, match=sentence):
            set_aside(recording.intakes.get(), by=None)
        publish(recording)

    assert lines_of(recording) == [["Fez"]]
    assert Recording.objects.get().state == "published"


def test_a_list_that_is_set_aside_stays_and_its_cities_go():
    recording, person = round_of("Fez (Morocco)", "Agadir (Morocco)"), UserFactory()
    intake = listed(recording, "Fès (Maroc)", "Bikok (Cameroun)", language="fr")
    set_aside(intake, by=person)

    assert meaning(recording) == [("Fez", "new", 2548885), ("Agadir", "new", 2561668)]
    assert list(recording.entries.values_list("name_fr", flat=True)) == ["", ""]
    assert list(recording.intakes.values_list("text", "set_aside_by")) == [
        ("Fez (Morocco)\nAgadir (Morocco)", None),
        ("Fès (Maroc)\nBikok (Cameroun)", person.pk),
    ]


def test_setting_a_list_aside_keeps_what_people_decided_about_cities_of_other_lists():
    recording = round_of("Fez (Morocco)", "Agadir (Morocco)")
    intake = listed(recording, "Fès (Maroc)", language="fr")
    fez = recording.entries.first()
    decide(fez, "left_out", version=fez.version, by=UserFactory(), reason="Withdrew.")
    set_aside(intake, by=None)

    assert meaning(recording) == [("Fez", "left_out", None), ("Agadir", "new", 2561668)]
    assert lines_of(recording) == [["Fez"], ["Agadir"]]


def test_a_new_round_has_its_year_in_its_titles_and_knows_the_network_before_it():
    CohortFactory(year=2022, network_cities_after=294)
    CohortFactory(year=2024, network_cities_after=356)
    CohortFactory(year=2025)
    CohortFactory(year=2027, network_cities_after=400)
    person = UserFactory()
    begun = begin(year=2026, by=person)

    assert (begun.title_en, begun.title_fr, begun.title_ar) == (
        "Admissions of 2026", "Admissions de 2026", "المدن المنضمة عام 2026"
    )  # fmt: skip
    assert (begun.cohort, begun.slug, begun.year, begun.network_cities_before, begun.started_by, begun.state) == (
        None, "2026", 2026, 356, person, "open"
    )  # fmt: skip


def test_the_round_of_a_cohort_has_its_titles_and_announced_numbers():
    cohort = CohortFactory(year=2020, slug="round-of-2020", title_fr="Admissions de 2020", announced_cities=55)
    begun = begin(cohort=cohort)

    assert (begun.cohort, begun.slug, begun.year, begun.announced_on) == (
        cohort, "round-of-2020", 2020, date(2020, 2, 14)
    )  # fmt: skip
    assert (begun.title_en, begun.title_fr, begun.announced_cities, begun.announced_countries) == (
        "Admissions of 2020", "Admissions de 2020", 55, None
    )  # fmt: skip


def test_a_recalled_round_can_be_recorded_again_from_its_lists():
    CityFactory(slug="agadir", name_en="Agadir", geonames_id=2561668)
    recording = decided_round(*RELEASE, "Agadir (Morocco)", title_en="Spring of 2026", announced_cities=3)
    wrong = listed(recording, "Essaouira (Morocco)")
    set_aside(wrong, by=None)
    Recording.objects.update(announced_by_region={"arab_states": 3}, network_cities_before=297)
    recalled = publish(recording)
    take_back(recalled, reason="Corrected the day after.")
    recalled.refresh_from_db()
    person = UserFactory()
    again = record_again(recalled, by=person)

    assert (again.state, again.slug, again.title_en, again.announced_cities, again.network_cities_before) == (
        "open", "2026", "Spring of 2026", 3, 297
    )  # fmt: skip
    assert list(again.intakes.values_list("text", "source", "received_by")) == [
        ("\n".join([*RELEASE, "Agadir (Morocco)"]), recording.intakes.first().source_id, person.pk)
    ]
    assert sorted(meaning(again)) == [
        ("Agadir", "existing", "agadir"),
        ("Bikok", "new", None),
        ("Fez", "new", 2548885),
    ]
    assert (publish(again).state, Recording.objects.get(pk=recalled.pk).state) == ("published", "recalled")
