import pytest

from cities.models import Venue
from records.models import TranslationState
from tests.factories import CityFactory, CountryFactory, InitiativeFactory
from tests.gnlc.templatetags.rendered import rendered


def test_a_name_is_kept_apart_from_the_text_around_it(db):
    assert rendered("{% name city %}", city=CityFactory(name_en="Fez")) == "<bdi>Fez</bdi>"


def test_a_name_cannot_smuggle_in_markup(db):
    assert rendered("{% name city %}", city=CityFactory(name_en="<b>Fez")) == "<bdi>&lt;b&gt;Fez</bdi>"


def test_an_arabic_text_on_an_english_page_carries_its_language_and_direction(db):
    country = CountryFactory()
    country.name_en, country.name_fr = "", ""
    html = rendered("{% text country 'name' %}", country=country)
    assert html == (
        '<span lang="ar" dir="rtl">المغرب</span> <small class="mark">in Arabic, not yet translated</small>'
    )


@pytest.mark.parametrize(
    ("language", "html"),
    [
        ("en", "A large port. Since 859."),
        ("fr", 'Un port. <small class="mark">le texte anglais a changé depuis</small> Depuis 859.'),
        ("ar", 'ميناء. <small class="mark">تغيّر النص باللغة الإنجليزية بعد هذه الترجمة</small> منذ 859.'),
    ],
)
def test_a_translation_of_an_earlier_text_says_so(db, django_assert_num_queries, language, html):
    city = CityFactory(profile_en="A port.", profile_fr="Un port.", profile_ar="ميناء.")
    city.profile_en = "A large port."
    city.save()
    summaries = {"summary_en": "Since 859.", "summary_fr": "Depuis 859.", "summary_ar": "منذ 859."}
    outdated = {language: TranslationState.objects.outdated_in(language)}
    context = {"city": city, "initiative": InitiativeFactory(city=city, **summaries), "outdated_texts": outdated}
    with django_assert_num_queries(0):
        page = rendered("{% text city 'profile' %} {% text initiative 'summary' %}", language, **context)
    assert page == html


def test_a_name_in_another_language_says_so_beside_itself_in_the_language_of_the_page(db):
    assert rendered("{% name city %}", "ar", city=CityFactory(name_en="Fez")) == (
        '<span title="باللغة الإنجليزية، لم يُترجم بعد"><bdi lang="en" dir="ltr">Fez</bdi></span>'
    )


@pytest.mark.parametrize(
    ("language", "html"),
    [
        ("en", "<bdi>A</bdi>, <bdi>B</bdi> and <bdi>C</bdi>"),
        ("fr", "<bdi>A</bdi>, <bdi>B</bdi> et <bdi>C</bdi>"),
        ("ar", "<bdi>A</bdi> و<bdi>B</bdi> و<bdi>C</bdi>"),
    ],
)
def test_names_are_listed_as_the_language_does(db, language, html):
    venues = [Venue(name_en=letter, name_fr=letter, name_ar=letter) for letter in "ABC"]
    assert rendered("{% names venues %}", language, venues=venues) == html
    assert rendered("{% names venues %}", language, venues=[]) == ""
