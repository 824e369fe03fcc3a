"""A draft holds nothing back when a round is taken back: it forgets what goes, and is matched again."""

import csv
from pathlib import Path

from admissions.desk.decisions.decide import decide
from admissions.desk.lists.receive import begin, put_away, take_up
from admissions.desk.release.control import differing_numbers
from admissions.desk.release.publish import hindrances, publish, schedule
from admissions.desk.release.take_back import take_back
from admissions.models import Admission, Award, Cohort, Nomination
from cities.models import City
from news.models import NewsItem
from records.history.attribution import reason_in_words
from records.models import HistoryEntry
from tests.admissions.desk.rounds import NEXT_YEAR, listed, meaning, published_round, round_of
from tests.factories import (
    CityFactory,
    CountryFactory,
    NewsItemFactory,
    NominationFactory,
    RecordingFactory,
    SuggestionFactory,
)

ROOT = Path(__file__).parents[4]
LIST_OF_2025 = ROOT / "tests" / "data" / "desk_cases" / "s_draft_blocks_take_back" / "list.en.txt"


def taken_back(recording):
    """What stays when the round is taken back: (record, why, what holds it)."""
    kept = take_back(recording, reason="A wrong list.").kept
    return [(change.label, change.kept_because, [str(each) for each in change.held_by]) for change in kept]


def decided(recording, city):
    entry = recording.entries.get()
    return decide(entry, "existing", version=entry.version, by=None, city=city)


def make_all_countries():
    with (ROOT / "cities" / "data" / "countries.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            names = {f"name_{language}": row[f"name_{language}"] for language in ("en", "fr", "ar")}
            country = CountryFactory(
                code=row["iso2"], iso3=row["iso3"], region=row["unesco_region"] or "africa", **names
            )
            for text in filter(None, row["alternate_names"].split("|")):
                country.names.get_or_create(text=text)


def numbers_explained(recording):
    recording.refresh_from_db()
    recording.difference, recording.difference_for = "Only some are listed.", differing_numbers(recording)
    recording.save()


def test_a_round_whose_list_was_begun_once_more_and_put_away_is_taken_back_whole():
    make_all_countries()
    recording = RecordingFactory(year=2025)
    listed(recording, LIST_OF_2025.read_text(encoding="utf-8"))
    for entry in recording.entries.undecided():
        decide(entry, "new", version=entry.version, by=None)
    numbers_explained(recording)
    publish(recording)
    assert City.objects.count() == Admission.objects.count() == 40
    draft = begin(cohort=Cohort.objects.get())
    listed(draft, LIST_OF_2025.read_text(encoding="utf-8"))
    put_away(draft, by=None)

    assert taken_back(recording) == []
    assert (City.objects.count(), Cohort.objects.count(), draft.entries.exclude(city=None).count()) == (0, 0, 0)
    assert draft.entries.count() == 40


def test_a_draft_of_another_cohort_that_decided_for_the_city_finds_its_place_again():
    recording = published_round("Fez (Morocco)")
    draft = round_of("Fez (Morocco)", year=2028)
    decided(draft, City.objects.get())

    assert taken_back(recording) == []
    assert meaning(draft) == [("Fez", "new", 2548885)]
    entry = draft.entries.get()
    assert (entry.decided_at, [each["city"] for each in entry.candidates]) == (None, [None])


def test_a_draft_in_which_the_city_was_only_proposed_proposes_its_place():
    recording = published_round("Fez (Morocco)")
    draft = round_of("Fez (Morocco)", year=2028)
    assert meaning(draft) == [("Fez", "open", None)]
    take_back(recording, reason="A wrong list.")
    assert meaning(draft) == [("Fez", "new", 2548885)]


def test_what_a_draft_decided_about_others_stays():
    recording = published_round("Fez (Morocco)")
    draft = round_of("Fez (Morocco)", "Agadir (Morocco)", year=2028)
    agadir = draft.entries.get(name_en="Agadir")
    decide(agadir, "left_out", version=agadir.version, by=None, reason="Withdrew.")
    take_back(recording, reason="A wrong list.")
    assert meaning(draft) == [("Fez", "new", 2548885), ("Agadir", "left_out", None)]
    assert draft.entries.get(name_en="Agadir").reason == "Withdrew."


def test_a_city_that_is_known_nowhere_is_asked_again_in_the_draft():
    recording = published_round("Bikok (Cameroon)")
    draft = round_of("Bikok (Cameroon)", "Fez (Morocco)", year=2028)
    bikok = draft.entries.get(name_en="Bikok")
    decide(bikok, "existing", version=bikok.version, by=None, city=City.objects.get())
    listed(draft, "Fès (Maroc)", language="fr")

    assert taken_back(recording) == []
    assert draft.entries.get(name_en="Bikok").decision == "open"


def test_a_planned_round_holds_nothing_and_is_published_in_its_turn():
    recording = published_round("Fez (Morocco)")
    planned = round_of("Fez (Morocco)", year=2028)
    decided(planned, City.objects.get())
    schedule(planned, NEXT_YEAR, "UTC")

    assert taken_back(recording) == []
    planned.refresh_from_db()
    assert (planned.state, hindrances(planned)) == ("scheduled", [])
    publish(planned)
    assert [str(each) for each in Admission.objects.all()] == ["Fez · 2028"]
    assert not Admission.objects.get().announced_again


def test_a_draft_of_the_same_cohort_makes_it_with_all_its_numbers():
    first = published_round("Fez (Morocco)", announced_cities=1, difference="")
    draft = begin(cohort=Cohort.objects.get())
    listed(draft, "Fez (Morocco)")
    assert taken_back(first) == []
    draft.refresh_from_db()
    assert draft.cohort is None
    publish(take_up(draft, by=None))
    assert Cohort.objects.values_list("slug", "announced_cities").get() == ("2026", 1)


def test_a_round_that_was_taken_back_holds_nothing_either():
    first = published_round("Fez (Morocco)")
    second = round_of("Fez (Morocco)", year=2028)
    decided(second, City.objects.get())
    take_back(publish(second), reason="Not yet.")

    assert taken_back(first) == []
    assert meaning(second) == [("Fez", "new", 2548885)]


def test_draft_news_forget_the_city_and_the_cohort_and_remember_why():
    recording = published_round("Fez (Morocco)")
    city, cohort = City.objects.get(), Cohort.objects.get()
    draft = NewsItemFactory(status="draft", cohort=cohort)
    planned = NewsItemFactory(status="scheduled", shown_from=NEXT_YEAR)
    for item in (draft, planned):
        item.cities.add(city)

    assert taken_back(recording) == []
    assert [(item.cohort, list(item.cities.all())) for item in NewsItem.objects.all()] == [(None, []), (None, [])]
    why = [reason_in_words(entry) for entry in HistoryEntry.objects.get_for_object(draft)[:2]]
    assert why == ["Taken back: A wrong list."] * 2


def test_news_that_is_public_holds_both_and_is_named():
    recording = published_round("Fez (Morocco)")
    NewsItemFactory(title="Joy in Fez", cohort=Cohort.objects.get()).cities.add(City.objects.get())
    assert taken_back(recording) == [
        ("Fez", "used", ["Joy in Fez"]), ("Admissions of 2026", "used", ["Joy in Fez"]),
    ]  # fmt: skip


def test_a_suggestion_a_candidate_and_a_text_to_translate_hold_nothing():
    recording = published_round("Fez (Morocco)")
    city = City.objects.get()
    suggestion = SuggestionFactory(record=city)
    candidate = NominationFactory(city=city)
    assert city.translations.filter(state="missing").exists()

    assert taken_back(recording) == []
    suggestion.refresh_from_db()
    assert (suggestion.record, Nomination.objects.get(pk=candidate.pk).city) == (None, None)


def test_a_photo_is_an_edit_and_the_city_stays():
    recording = published_round("Fez (Morocco)")
    facts = {"photo": "cities/fez.webp", "photo_credit": "A", "photo_licence": "CC0", "photo_alt_en": "Fez"}
    City.objects.update(**facts)
    assert [(label, why) for label, why, _held_by in taken_back(recording)] == [("Fez", "edited")]


def test_each_record_that_holds_a_city_is_named():
    recording = published_round("Fez (Morocco)")
    city = City.objects.get()
    Award.objects.create(year=2027, city=city, name_as_announced="Fez")
    later = round_of("Fez (Morocco)", year=2028)
    decided(later, city)
    publish(later)
    [(label, why, held_by)] = taken_back(recording)
    assert (label, why, sorted(held_by)) == ("Fez", "used", ["Admissions of 2028", "Fez · 2027", "Fez · 2028"])


def test_a_city_of_its_own_that_nobody_refers_to_is_not_touched():
    recording = published_round("Fez (Morocco)")
    other = CityFactory(name_en="Agadir")
    draft = round_of("Agadir (Morocco)", year=2028)
    decided(draft, other)
    version = draft.entries.get().version
    take_back(recording, reason="A wrong list.")
    assert (meaning(draft), draft.entries.get().version) == ([("Agadir", "existing", other.slug)], version)
