"""What a translator does to a text, and what is remembered of it."""

import pytest

from cities.models import City, Initiative
from records.exceptions import RefusedError
from records.history.attribution import attributed, reason_in_words
from records.models import HistoryEntry
from records.translation.edits import call_immaterial, confirm, keep_same, translate
from tests.back_office import at_work
from tests.factories import CityFactory, InitiativeFactory, UserFactory


@pytest.fixture(autouse=True)
def _in_the_database(db):
    """Every story here is about records."""


@pytest.fixture
def stale():
    """A city whose profile changed in English after it was translated into French and Arabic."""
    city = CityFactory(name_fr="Fès", profile_en="A port.", profile_fr="Un port.", profile_ar="ميناء.")
    city.profile_en = "A large port."
    city.save()
    return city


def text_of(record, column):
    return next(each for each in record.translations.all() if each.column == column)


def states(record):
    return {each.column: each.state for each in record.translations.all()}


def told(record):
    """(who, why) of each entry in the history of a record, the last one first."""
    return [(str(each.actor or ""), reason_in_words(each)) for each in HistoryEntry.objects.get_for_object(record)]


def test_a_translation_is_written_and_remembered_with_its_translator():
    initiative = InitiativeFactory()
    with attributed(by=UserFactory(username="amina")):
        row = translate(text_of(initiative, "name_ar"), "شبكة القراءة")
    assert (Initiative.objects.get().name_ar, row.state) == ("شبكة القراءة", "done")
    assert told(initiative)[0] == ("amina", "")


def test_an_empty_text_takes_the_translation_away():
    city = CityFactory(name_fr="Fès", name_fr_status="sourced")
    assert translate(text_of(city, "name_fr"), "").state == "missing"
    city.refresh_from_db()
    assert (city.name_fr, city.name_fr_status) == ("", "")


def test_spaces_alone_are_no_translation():
    city = CityFactory(profile_en="A port.")
    with pytest.raises(RefusedError, match="There are only spaces in it."):
        translate(text_of(city, "profile_ar"), " \n ")
    assert states(city)["profile_ar"] == "missing"


def test_what_a_translator_writes_for_a_name_is_confirmed_with_it():
    city = CityFactory(name_ar="فس", name_ar_status="proposed")
    assert translate(text_of(city, "name_ar"), "فاس").state == "done"
    assert City.objects.get().name_ar_status == "checked"


def test_a_translation_of_an_earlier_text_is_out_of_date_at_once(stale):
    row = translate(text_of(stale, "profile_fr"), "Un vieux port.", made_from="An old port.")
    assert (row.state, row.source_seen) == ("stale", "An old port.")
    stale.refresh_from_db()
    stale.save()
    assert states(stale)["profile_fr"] == "stale"


def test_a_doubtful_translation_of_an_earlier_text_is_to_be_checked(stale):
    row = translate(text_of(stale, "profile_fr"), "Un vieux port.", made_from="An old port.", is_sure=False)
    assert (row.state, row.source_seen) == ("to_check", "An old port.")


def test_a_doubtful_translation_is_left_to_check_until_somebody_confirms_it():
    initiative = InitiativeFactory()
    row = translate(text_of(initiative, "name_fr"), "Lecture", is_sure=False)
    initiative.refresh_from_db()
    initiative.save()
    assert states(initiative)["name_fr"] == "to_check"
    assert (confirm(row).state, told(initiative)[0][1]) == ("done", "Checked: Name (French)")


def test_still_right_clears_the_mark_and_is_remembered(stale):
    with attributed(by=UserFactory(username="amina")):
        confirm(text_of(stale, "profile_fr"))
    assert (states(stale)["profile_fr"], states(stale)["profile_ar"]) == ("done", "stale")
    assert told(stale)[0] == ("amina", "Still right: Profile (French)")
    stale.refresh_from_db()
    stale.save()
    assert states(stale)["profile_fr"] == "done"


def test_confirming_a_proposed_name_is_remembered_as_a_change_of_the_city():
    city = CityFactory(name_ar="فاس", name_ar_status="proposed")
    assert confirm(text_of(city, "name_ar")).state == "done"
    entry = HistoryEntry.objects.get_for_object(city).first()
    assert (entry.changes, reason_in_words(entry)) == (
        {"name_ar_status": ["proposed", "checked"]},
        "Checked: Name (Arabic)",
    )


def test_what_is_done_needs_no_confirmation_and_leaves_no_trace():
    city = CityFactory(name_fr="Fès")
    before = told(city)
    assert (confirm(text_of(city, "name_fr")).state, told(city)) == ("done", before)


def test_the_same_in_this_language_is_a_decision_that_lasts_until_the_text_changes():
    initiative = InitiativeFactory(name_en="Smart City")
    row = keep_same(text_of(initiative, "name_fr"))
    assert (row.state, row.is_same, Initiative.objects.get().name_fr) == ("done", True, "Smart City")
    assert told(initiative)[0][1] == "The same in this language: Name (French)"
    translate(row, "Ville intelligente")
    assert text_of(initiative, "name_fr").is_same is False


def test_that_a_text_which_reads_the_same_is_meant_so_is_remembered_too():
    initiative = InitiativeFactory(name_en="Smart City", name_fr="Smart City")
    assert keep_same(text_of(initiative, "name_fr")).is_same is True
    assert told(initiative)[0][1] == "The same in this language: Name (French)"


def test_the_same_name_of_a_city_says_so_beside_it():
    city = CityFactory(name_en="Abuja")
    assert keep_same(text_of(city, "name_fr")).is_same is True
    city.refresh_from_db()
    assert (city.name_fr, city.name_fr_status) == ("Abuja", "same")


def test_an_edit_that_changes_nothing_for_translations_clears_all_their_marks(stale):
    assert call_immaterial(text_of(stale, "profile_fr")) == 2
    assert set(states(stale).values()) == {"done", "missing"}
    assert told(stale)[0][1] == "The edit changes nothing for translations: Profile (English)"
    assert call_immaterial(text_of(stale, "profile_fr")) == 0


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("x" * 151, "Ensure this value has at most 150 characters (it has 151)."),
        ("a\u202eb", "Remove the invisible character U+202E; it would change how the text reads."),
    ],
)
def test_what_the_registry_cannot_keep_is_refused_in_words(text, sentence):
    initiative = InitiativeFactory(name_fr="Lecture")
    with pytest.raises(RefusedError) as refused:
        translate(text_of(initiative, "name_fr"), text)
    assert str(refused.value) == sentence
    assert Initiative.objects.get().name_fr == "Lecture"


def test_a_text_that_is_gone_cannot_be_translated():
    initiative = InitiativeFactory()
    row = text_of(initiative, "summary_fr")
    initiative.delete()
    with pytest.raises(RefusedError, match="no longer there"):
        translate(row, "Lecture")


def test_the_history_of_a_record_tells_a_decision_that_changed_no_field(stale):
    confirm(text_of(stale, "profile_fr"))
    html = at_work("registrar").get(f"/admin/cities/city/{stale.pk}/history/").content.decode()
    assert "Still right: Profile (French)" in html
