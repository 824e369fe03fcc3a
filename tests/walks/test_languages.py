"""Every public page reads as if written in its language, and says where it is not."""

import re

import pytest
from django.utils.translation import override, trans_real

from gnlc.pages.cities.cities import CityListView
from records.l10n import locale
from tests.one_of_everything import NAME_SAYS, PAGES, SAYS, one_of_everything
from tests.reading import ISOLATED, Said, misread, said

LANGUAGES = ["en", "fr", "ar"]
OF_RECORDS = re.compile(r"‹[^›]+›")
INTERFACE = re.compile(r"⟦[^⟦⟧]*⟧")
# No words of the interface: what visitors typed, names, and languages that call themselves by their own name.
NAMES = re.compile(
    "Fezz|MA|CSV|soon|never|atlantis|xx|GeoNames|Wikidata|Q80985|English|Français|العربية|https://example.org/|example.org|"
    r"http://testserver/\S+"
)


def in_wrong_languages(language, opened):
    """The texts of records that do not say which language they are in; `opened` gives the content of a page."""
    wrong = {}
    for page in PAGES:
        for each in said(opened(f"/{language}/{page}")):
            # A title and a description are in one language, the page's: names alone may stand in them in another.
            may_be = NAME_SAYS.values() if each.place in ("title", "description") else []
            expected = {SAYS.get(each.language), NAME_SAYS.get(each.language), each.is_isolated and "‹name›", *may_be}
            # Whatever is kept apart in them by marks may be a title or a publisher in any language.
            text = ISOLATED.sub("", each.text) if each.place in ("title", "description") else each.text
            if set(OF_RECORDS.findall(text)) - expected:
                wrong.setdefault(page, []).append(each)
    return wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_a_record_says_its_language(everything, language):
    assert in_wrong_languages(language, lambda address: everything.page(address).content) == {}


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_text_that_stands_in_for_a_missing_one_says_its_language(client, db, language):
    one_of_everything("en")
    assert in_wrong_languages(language, lambda address: client.get(address).content) == {}


@pytest.fixture
def marked_interface(monkeypatch):
    """Every translated message stands in ⟦brackets⟧: what stands outside was never marked for translation."""
    for language in ("fr", "ar"):
        for catalogue in trans_real.translation(language)._catalog._catalogs:
            for message, words in catalogue.items():
                if message:
                    monkeypatch.setitem(catalogue, message, f"⟦{words}⟧")


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_no_word_of_the_interface_escapes_translation(client, db, marked_interface, language):
    one_of_everything("en", "fr", "ar")
    escaped = {}
    for page in PAGES:
        every = said(client.get(f"/{language}/{page}").content)
        texts = [each.text for each in every if each.place]
        texts.append("\n".join(each.text for each in every if not each.place))  # a message may go through elements
        escaped[page] = [word for text in texts for word in _escaped(text, language)]
    assert {page: words for page, words in escaped.items() if words} == {}


def _escaped(text, language):
    """The words of a text that are of no record, in no message, and neither CLDR's nor of a French span of days."""
    text = NAMES.sub(" ", OF_RECORDS.sub(" ", text))
    while INTERFACE.search(text):
        text = INTERFACE.sub(" ", text)
    with override(language):
        by_cldr = {*locale().months["format"]["wide"].values(), *locale().languages.values(), "1er", "et", "و"}
        by_cldr |= {"du", "au"}  # of a span of days
    return [word for word in re.findall(r"[^\W_]+", text) if not word.isdigit() and word.casefold() not in by_cldr]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "فاس"), ("fr", "Fez, Fès, فاس"), ("ar", "شبكة Learning Cities"), ("ar", "수원"), ("en", "Київ"),
        ("fr", "The cities of the network"), ("en", "Les villes du réseau"),
    ],
)  # fmt: skip
def test_a_text_in_another_language_is_noticed(language, text):
    page = f'<html lang="{language}"><title>UNESCO</title><p>{{}}</p></html>'
    assert misread(page.format(text)) == [Said(text, language)]
    assert misread(page.format(f"<bdi>{text}</bdi>")) == misread(page.format(f'<i lang="ko">{text}</i>')) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_its_language_and_where_it_is_in_the_others(everything, language):
    for page in PAGES:
        response = everything.page(f"/{language}/{page}")
        html, (path, _, query) = response.content.decode(), page.partition("?")
        assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in html
        links = dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', html))
        canonical = re.findall(r'<link rel="canonical" href="([^"]+)">', html)
        if response.status_code != 200:
            assert (page, links, canonical) == (page, {}, [])
            continue
        asked = page.replace("&", "&amp;")
        here = {code: f"http://testserver/{code}/{asked}" for code in LANGUAGES}
        assert links == here | {"x-default": f"http://testserver/{asked}"}
        assert canonical == [f"http://testserver/{language}/{path}"]
        assert (page, 'content="noindex' in html) == (page, bool(query))
        assert re.findall(r'<a href="([^"]+)" lang="\w+" hreflang="\w+"', html) == [
            f"/{to}/{asked}" for to in LANGUAGES
        ]


def test_the_second_page_of_a_list_is_an_address_of_its_own(client, db, monkeypatch):
    monkeypatch.setattr(CityListView, "paginate_by", 1)
    one_of_everything("en", "fr", "ar")
    html = client.get("/fr/cities/?page=2").content.decode()
    assert '<link rel="canonical" href="http://testserver/fr/cities/?page=2">' in html
    assert 'hreflang="ar" href="http://testserver/ar/cities/?page=2"' in html
    assert "noindex" not in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_without_a_language_leads_on_to_the_reader_s(client, db, language):
    response = client.get("/cities/?country=MA&page=2", headers={"accept-language": language})
    assert response["Location"] == f"/{language}/cities/?country=MA&page=2"
