"""What a round does to the register is told in the history of each record, with its reason."""

import pytest

from admissions.desk.release.publish import publish
from admissions.desk.release.take_back import take_back, what_taking_back_would_do
from admissions.models import Admission, Cohort, Recording
from cities.models import City
from records.exceptions import RefusedError
from records.history.acts import written_in
from records.history.attribution import reason_in_words
from records.models import HistoryEntry
from tests.admissions.desk.rounds import published_round, round_of
from tests.back_office import at_work
from tests.factories import CityFactory, UserFactory

ACTIONS = dict(HistoryEntry.Action.choices)


def told():
    """(what, which kind of record, who, why) of all entries, the first one first."""
    entries = reversed(HistoryEntry.objects.select_related("actor", "content_type"))
    return [
        (str(ACTIONS[entry.action]), entry.content_type.model, str(entry.actor or ""), reason_in_words(entry))
        for entry in entries
    ]


def forgotten():
    HistoryEntry.objects.all().delete()


def test_publishing_is_told_for_each_record_with_its_reason():
    city, person = CityFactory(name_en="Fez", name_ar="فاس"), UserFactory(username="hind")
    recording = round_of("Fez (Morocco)")
    forgotten()
    publish(recording, by=person)
    publish(recording, by=person)
    why = ("hind", "Published with the round of 2026")
    assert told() == [
        ("create", "cohort", *why),
        ("update", "cohort", *why),  # its source
        ("create", "admission", *why),
        ("update", "admission", *why),  # its source
    ]
    assert HistoryEntry.objects.get_for_object(Admission.objects.get(city=city)).count() == 2


def test_every_record_that_publishing_made_or_changed_has_an_entry():
    recording = published_round("Fez (Morocco)", "Atlantis (Morocco)", "Agadir (Morocco)")
    keys = {
        (entry.content_type.model, entry.object_pk) for entry in HistoryEntry.objects.select_related("content_type")
    }
    found = {(written.model._meta.model_name, written.key) for written in written_in(recording.act)}
    assert found - keys == set()
    assert len(found) == 1 + 3 + 3


def test_taking_back_is_told_for_each_record_with_its_reason():
    CityFactory(name_en="Fez")
    recording, person = published_round("Fez (Morocco)"), UserFactory(username="hind")
    before = told()
    assert what_taking_back_would_do(recording).kept == []
    assert told() == before
    take_back(recording, reason="the wrong list", by=person)
    why = ("hind", "Taken back: the wrong list")
    assert told()[len(before) :] == [("delete", "admission", *why), ("delete", "cohort", *why)]
    assert (Cohort.objects.count(), City.objects.count()) == (0, 1)


def test_a_round_whose_history_is_lost_is_not_taken_back():
    recording = published_round("Fez (Morocco)")
    forgotten()
    with pytest.raises(RefusedError, match="^The history tells nothing that this round wrote"):
        take_back(recording, reason="the wrong list")
    assert (Recording.objects.get().state, Cohort.objects.count()) == ("published", 1)
    desk = at_work("registrar").get(f"/admin/admissions/recording/{recording.pk}/take-back/", follow=True)
    assert "The history tells nothing that this round wrote" in desk.content.decode()
