"""What readers say is wrong, and what the staff decide about it."""

import pytest
from django.db import IntegrityError, transaction

from cities.addresses import merge
from records.exceptions import RefusedError
from records.history.attribution import reason_in_words
from records.models import HistoryEntry, Suggestion
from tests.factories import CityFactory, CohortFactory, CountryFactory, NewsItemFactory, SuggestionFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("suggestion_whole", {"wrong": ""}),
        ("suggestion_whole", {"right": ""}),
        ("suggestion_whole", {"source": ""}),
        ("suggestion_state_known", {"state": "lost", "decided_at": "2026-11-21T00:00Z"}),
        ("suggestion_decided_has_instant", {"state": "accepted"}),
        ("suggestion_decided_has_instant", {"decided_at": "2026-11-21T00:00Z"}),
        ("suggestion_not_followed_has_reason", {"state": "not_followed", "decided_at": "2026-11-21T00:00Z"}),
        ("suggestion_not_followed_has_reason", {"answer": "No."}),
        (
            "suggestion_decided_forgets_email",
            {"state": "spam", "decided_at": "2026-11-21T00:00Z", "email": "a@example.org"},
        ),
    ],
)
def test_what_must_always_be_true_of_a_suggestion(name, facts):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        SuggestionFactory(**facts)


@pytest.mark.parametrize("make", [CityFactory, CountryFactory, CohortFactory, NewsItemFactory])
def test_it_is_about_a_record_of_any_kind_that_has_a_page(make):
    record = make()
    suggestion = Suggestion.objects.get(pk=SuggestionFactory(record=record).pk)
    assert suggestion.record == record
    assert list(Suggestion.objects.about(record)) == [suggestion]


@pytest.mark.parametrize(
    ("verb", "facts", "state", "answer"),
    [
        ("accept", {}, "accepted", ""),
        ("decline", {"why": "The census says otherwise."}, "not_followed", "The census says otherwise."),
        ("mark_as_spam", {}, "spam", ""),
    ],
)
def test_a_decision_has_its_person_and_its_reason_and_forgets_the_address(verb, facts, state, answer):
    person, suggestion = UserFactory(), SuggestionFactory(email="a@example.org")
    getattr(suggestion, verb)(by=person, **facts)
    kept = Suggestion.objects.get()
    assert (kept.state, kept.answer, kept.decided_by, kept.email) == (state, answer, person, "")
    assert list(Suggestion.objects.waiting()) == []


def test_a_decision_changes_nothing_of_the_record():
    suggestion = SuggestionFactory(record__population=9)
    suggestion.accept()
    suggestion.record.refresh_from_db()
    assert suggestion.record.population == 9


def test_it_is_decided_once_unless_it_is_opened_again():
    suggestion = SuggestionFactory()
    with pytest.raises(RefusedError, match="the suggestion is in the state “received”"):
        suggestion.reopen()
    suggestion.decline(why="No.")
    with pytest.raises(RefusedError, match="the suggestion is in the state “not followed”"):
        suggestion.accept()
    suggestion.reopen()
    assert (suggestion.state, suggestion.answer, suggestion.decided_at) == ("received", "", None)


def test_the_history_tells_who_decided_what_and_never_what_the_reader_typed():
    person, suggestion = UserFactory(username="amina"), SuggestionFactory(email="a@example.org")
    suggestion.decline(why="No.", by=person)
    entries = list(reversed(HistoryEntry.objects.get_for_object(suggestion)))
    assert [(str(entry.actor or ""), sorted(entry.changes), reason_in_words(entry)) for entry in entries] == [
        ("", ["state"], ""),
        ("amina", ["answer", "decided_at", "decided_by", "state"], ""),
    ]
    kept = " ".join(f"{entry.changes} {entry.serialized_data} {entry.object_repr}" for entry in entries)
    assert ("a@example.org" in kept, suggestion.wrong in kept) == (False, False)


def test_who_waits_longest_comes_first_and_what_was_decided_last():
    decided, first, second = SuggestionFactory.create_batch(3)
    decided.accept()
    assert list(Suggestion.objects.waiting_first()) == [first, second, decided]


def test_suggestions_go_with_their_city_when_two_records_become_one():
    kept, double = CityFactory(), CityFactory()
    suggestion = SuggestionFactory(record=double)
    merge(double, kept)
    assert list(Suggestion.objects.about(kept)) == [suggestion]


def test_links_are_counted_wherever_they_stand():
    suggestion = SuggestionFactory(wrong="See www.a.org", right="HTTP://www.b.org http://c.org", source="A book.")
    assert suggestion.links == 3
