from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from tests.back_office import at_work, editable, listed
from tests.factories import CityFactory, CountryFactory, NewsItemFactory

NEWS = "/admin/news/newsitem/"


@pytest.fixture
def editor(db):
    return at_work("editor")


def status(item):
    item.refresh_from_db()
    return item.status


def choose(client, action, *items):
    return client.post(NEWS, {"action": action, "_selected_action": [item.pk for item in items]})


def test_an_editor_publishes_drafts_and_takes_them_back(editor):
    item = NewsItemFactory(status="draft")
    choose(editor, "publish", item)
    assert status(item) == "published"
    choose(editor, "back_to_draft", item)
    assert status(item) == "draft"


def test_publishing_is_told_in_the_history_of_each_item_that_changed(editor):
    draft, public = NewsItemFactory(status="draft"), NewsItemFactory(status="published")
    choose(editor, "publish", draft, public)
    assert [entry.object_id for entry in LogEntry.objects.all()] == [str(draft.pk)]


def test_a_translator_writes_summaries_and_publishes_nothing(db):
    translator, draft = at_work("translator"), NewsItemFactory(status="draft")
    choose(translator, "publish", draft)
    assert status(draft) == "draft"
    form = translator.get(f"{NEWS}{draft.pk}/change/")
    assert editable(form) == {"summary_fr", "summary_ar", "image_alt_fr", "image_alt_ar"}


def test_only_what_visitors_see_can_be_viewed_on_the_site(editor):
    hour = timedelta(hours=1)
    items = [
        NewsItemFactory(status="published"),
        NewsItemFactory(status="scheduled", shown_from=timezone.now() - hour),
        NewsItemFactory(status="scheduled", shown_from=timezone.now() + hour),
        NewsItemFactory(status="draft"),
    ]
    pages = [editor.get(f"{NEWS}{item.pk}/change/").content.decode() for item in items]
    shown = [item.get_absolute_url() in html for item, html in zip(items, pages, strict=True)]
    assert shown == [True, True, False, False]


def test_a_scheduled_item_without_a_time_is_refused_with_a_sentence(editor):
    new = {"slug": "x", "language": "en", "title": "T", "summary_en": "S", "status": "scheduled"}
    response = editor.post(f"{NEWS}add/", new)
    assert "Say from when a scheduled item is shown." in response.content.decode()


def test_the_cities_of_an_item_are_named_with_their_country(editor):
    item = NewsItemFactory()
    item.cities.add(CityFactory(name_en="Tripoli", country=CountryFactory(code="LY", name_en="Libya")))
    assert "Tripoli, Libya</option>" in editor.get(f"{NEWS}{item.pk}/change/").content.decode()


def test_items_are_found_by_the_names_of_their_cities_and_listed_once(editor):
    item = NewsItemFactory(title="Deux villes")
    item.cities.set([CityFactory(name_en="Fez", name_ar="فاس"), CityFactory(name_en="New Fez")])
    NewsItemFactory(title="Other", summary_en="Elsewhere.")
    assert listed(editor.get(NEWS, {"q": "fez"})) == [item]
    assert listed(editor.get(NEWS, {"q": "فاس"})) == [item]
