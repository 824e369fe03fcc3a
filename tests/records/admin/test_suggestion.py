"""Editors decide on suggested corrections."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from records.models import Suggestion
from tests.back_office import at_work, listed
from tests.factories import CityFactory, CohortFactory, CountryFactory, NewsItemFactory, SuggestionFactory

LIST = "/admin/records/suggestion/"


@pytest.fixture
def editor(db):
    return at_work("editor")


def page(suggestion):
    return f"{LIST}{suggestion.pk}/change/"


def act(client, suggestion, verb, **facts):
    return client.post(f"{LIST}{suggestion.pk}/step/{verb}/", facts)


def test_what_waits_comes_first_and_the_list_narrows_down_to_a_state(editor):
    first, waiting, decided = SuggestionFactory.create_batch(3)
    decided.accept()
    assert listed(editor.get(LIST)) == [first, waiting, decided]
    assert listed(editor.get(LIST, {"state__exact": "accepted"})) == [decided]


def test_the_list_asks_the_database_as_often_for_many_as_for_few(editor):
    def number_of_queries():
        with CaptureQueriesContext(connection) as queries:
            assert editor.get(LIST).status_code == 200
        return len(queries)

    def suggest():
        for record in (CityFactory(), CountryFactory(), CohortFactory(), NewsItemFactory()):
            SuggestionFactory(record=record)

    suggest()
    few = number_of_queries()
    for _round in range(10):
        suggest()
    assert number_of_queries() == few <= 16


def test_the_front_page_says_how_many_wait(editor):
    assert "suggested correction" not in editor.get("/admin/").content.decode().replace("Suggested", "")
    SuggestionFactory.create_batch(2)
    SuggestionFactory().mark_as_spam()
    html = editor.get("/admin/").content.decode()
    assert f'href="{LIST}?state__exact=received">2 suggested corrections wait</a>' in html


@pytest.mark.parametrize("make", [CityFactory, CountryFactory, CohortFactory, NewsItemFactory])
def test_a_suggestion_stands_beside_its_record_with_the_way_to_its_form(editor, make):
    record = make()
    html = editor.get(page(SuggestionFactory(record=record))).content.decode()
    form = f"/admin/{record._meta.app_label}/{record._meta.model_name}/{record.pk}/change/"
    assert (f'href="{form}"' in html, f'href="{record.get_absolute_url()}"' in html) == (True, True)
    assert "Census of 2024" in html


def test_what_the_record_holds_is_shown_in_words(editor):
    suggestion = SuggestionFactory(record__population=96, record__kind="county", record__name_ar="فاس")
    facts = {name: value.text for name, value in editor.get(page(suggestion)).context["facts"]}
    assert (facts["Population"], facts["Kind of body"], facts["Country"], facts["Name (Arabic)"]) == (
        "96", "County", "Morocco", "فاس",
    )  # fmt: skip


def test_what_a_stranger_wrote_is_escaped_on_every_page(editor):
    script = "<script>alert(1)</script>"
    suggestion = SuggestionFactory(wrong=script, right=script, source=script)
    for address in (LIST, page(suggestion), f"{LIST}{suggestion.pk}/step/decline/", f"{LIST}{suggestion.pk}/history/"):
        assert script not in editor.get(address).content.decode()


def test_an_editor_decides_with_a_reason_and_each_decision_is_offered_while_it_waits(editor):
    suggestion = SuggestionFactory()
    offered = [each.verb for each, _address in editor.get(page(suggestion)).context["acts"]]
    assert offered == ["accept", "decline", "mark_as_spam"]
    assert act(editor, suggestion, "decline").status_code == 422
    assert act(editor, suggestion, "decline", why="The census says otherwise.").status_code == 302
    kept = Suggestion.objects.get()
    assert (kept.state, kept.answer, kept.decided_by.username) == (
        "not_followed", "The census says otherwise.", "editor",
    )  # fmt: skip
    assert [each.verb for each, _address in editor.get(page(suggestion)).context["acts"]] == ["reopen"]


def test_what_was_decided_meanwhile_is_told(editor):
    suggestion = SuggestionFactory()
    act(editor, suggestion, "accept")
    answer = act(editor, suggestion, "mark_as_spam")
    assert answer.status_code == 422
    assert "the suggestion is in the state “accepted”" in answer.content.decode()


def test_nobody_writes_in_what_a_reader_sent(db):
    suggestion = SuggestionFactory()
    for role in ("editor", "registrar", "superuser"):
        client = at_work(role)
        assert client.get(f"{LIST}add/").status_code == 403
        assert client.post(page(suggestion), {"wrong": "Nothing."}).status_code == 403
    suggestion.refresh_from_db()
    assert suggestion.wrong == "The population is wrong."


def test_a_translator_sees_no_suggestion(db):
    translator, suggestion = at_work("translator"), SuggestionFactory()
    assert translator.get(LIST).status_code == 403
    assert translator.get(page(suggestion)).status_code == 403
    assert act(translator, suggestion, "accept").status_code == 403
    assert LIST not in translator.get("/admin/").content.decode()


def test_a_suggestion_outlives_its_record(editor):
    suggestion = SuggestionFactory()
    suggestion.record.delete()
    assert editor.get(LIST).status_code == 200
    assert "This record is no longer there." in editor.get(page(suggestion)).content.decode()
    assert act(editor, suggestion, "accept").status_code == 302


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_pages_open_in_each_language(editor, language):
    editor.cookies["django_language"] = language
    suggestion = SuggestionFactory()
    for address in (LIST, page(suggestion), f"{LIST}{suggestion.pk}/step/accept/", f"{LIST}{suggestion.pk}/history/"):
        assert editor.get(address).status_code == 200


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("?state__exact=received", "?state__exact=received"),
        ("7/change/", "7/change/"),
        ("7/change/?_changelist_filters=state%3Dspam", "7/change/?_changelist_filters=state%3Dspam"),
        ("7/step/decline/", "7/step/decline/"),
        ("7/history/", "7/history/"),
        ("elsewhere//example.org/", "elsewhere//example.org/"),
    ],
)
def test_the_former_address_leads_on(editor, old, new):
    response = editor.get(f"/admin/cities/suggestion/{old}")
    assert (response.status_code, response.url) == (308, f"{LIST}{new}")


def test_what_was_typed_into_a_form_of_the_former_address_is_not_lost(editor):
    suggestion = SuggestionFactory()
    address = f"/admin/cities/suggestion/{suggestion.pk}/step/decline/"
    assert editor.post(address, {"why": "The census says so."}, follow=True).status_code == 200
    suggestion.refresh_from_db()
    assert (suggestion.state, suggestion.answer) == ("not_followed", "The census says so.")
