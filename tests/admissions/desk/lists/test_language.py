"""A list that looks like another language than it is marked as is asked, and marked with one click."""

import pytest
from django.contrib.admin.models import LogEntry

from admissions.desk.lists.language import mark_language
from admissions.desk.lists.receive import set_aside
from admissions.desk.release.publish import hindrances, schedule
from admissions.models import Intake
from records.exceptions import RefusedError
from tests.admissions.desk.rounds import NEXT_YEAR, listed, round_of
from tests.back_office import at_work
from tests.factories import RecordingFactory, SourceFactory, UserFactory

FRENCH = ("Les nouveaux membres sont :", "- Grenade (Espagne)", "- Fès (Maroc)", "- Yaoundé (Cameroun)")


@pytest.fixture
def recording(db):
    recording = RecordingFactory()
    listed(recording, *FRENCH, source=SourceFactory(language="en", title="Réseau"))
    return recording


def marked():
    return list(Intake.objects.values_list("language", "looks_like", "source__language"))


def names(recording):
    return list(recording.entries.values_list("name_en", "name_fr"))


def test_a_french_list_marked_as_english_is_asked_before_publishing(recording):
    assert marked() == [("en", "fr", "en")]
    assert hindrances(recording)[0] == f"Say in which language this list is: {recording.intakes.get().source}"


def test_marked_as_french_it_gives_french_names(recording):
    mark_language(recording.intakes.get(), "fr", by=UserFactory())

    assert marked() == [("fr", "", "fr")]
    assert [french for _english, french in names(recording)] == ["Grenade", "Fès", "Yaoundé"]
    assert hindrances(recording) == []


def test_said_to_be_english_all_the_same_it_is_asked_no_more(recording):
    mark_language(recording.intakes.get(), "en", by=UserFactory())

    assert marked() == [("en", "", "en")]
    assert hindrances(recording) == []


def test_a_source_that_other_lists_have_too_keeps_its_language(recording):
    first = recording.intakes.get()
    listed(recording, "Fez (Morocco)", source=first.source)
    mark_language(first, "fr", by=UserFactory())

    assert marked() == [("fr", "", "en"), ("en", "", "en")]


@pytest.mark.parametrize("language", ["", "xx", "fr\0"])
def test_a_language_that_no_list_is_in_is_refused(recording, language):
    with pytest.raises(RefusedError, match="A list cannot be marked as being in this language."):
        mark_language(recording.intakes.get(), language, by=UserFactory())

    assert marked() == [("en", "fr", "en")]


def test_a_list_set_aside_asks_nothing_and_a_round_at_rest_answers_nothing(recording):
    listed(recording, "Fez (Morocco)")
    set_aside(recording.intakes.first(), by=None)
    assert hindrances(recording) == []

    schedule(recording, NEXT_YEAR, "UTC")
    with pytest.raises(RefusedError):
        mark_language(recording.intakes.first(), "fr", by=UserFactory())


def test_a_list_in_its_language_is_not_asked(db):
    round_of("The new members are:", "Granada (Spain)", "Fez (Morocco)")
    assert [(language, looks) for language, looks, _source in marked()] == [("en", "")]


def test_one_click_marks_it_and_the_history_says_who_did(recording):
    client = at_work("registrar")
    page = client.get(recording.get_absolute_url()).content.decode()
    assert "this list is marked as English and looks like French." in page
    client.post(
        f"/admin/admissions/recording/{recording.pk}/list/{recording.intakes.get().pk}/language/", {"language": "fr"}
    )

    assert marked() == [("fr", "", "fr")]
    assert LogEntry.objects.get().change_message == "Marked a list as being in this language: French"
