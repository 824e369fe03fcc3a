"""What every public page has in common."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

import gnlc.urls  # noqa: F401 - every page has its address there
from gnlc.pages.public import PublicPage
from records.models import TranslationState
from tests.factories import AdmissionFactory, SourceFactory

TEMPLATES = Path(settings.BASE_DIR, "templates")


def pages(kind=PublicPage):
    """Every public page, in whichever room."""
    for page in kind.__subclasses__():
        yield page
        yield from pages(page)


def whole(template, seen):
    """The text of a template and of all that it extends and includes."""
    path = TEMPLATES / template
    if template in seen or not path.exists():
        return ""
    seen.add(template)
    text = path.read_text(encoding="utf-8")
    named = re.findall(r"[\"']((?:[\w-]+/)*_?[\w-]+\.html)[\"']", text)
    return text + "".join(whole(each, seen) for each in named)


@pytest.mark.parametrize("page", [page for page in pages() if page.template_name], ids=lambda page: page.__name__)
def test_a_page_says_whether_it_shows_translated_texts_of_records(page):
    assert page.shows_texts == ("{% text " in whole(page.template_name, set()))


@pytest.mark.parametrize("address", ["cities/", "cities/map/", "countries/", "sources/", "accessibility/"])
def test_a_page_without_texts_asks_the_same_in_each_language(client, db, address):
    admission = AdmissionFactory()
    admission.sources.add(SourceFactory())
    TranslationState.objects.filter(language__in=["fr", "ar"]).update(state="stale")
    numbers = {}
    for language in ("en", "en", "fr", "ar"):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"/{language}/{address}").status_code == 200
        numbers[language] = len(asked)
    assert numbers["fr"] == numbers["ar"] == numbers["en"]
