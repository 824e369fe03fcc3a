import re
from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template
from django.utils.translation import override

from cities.models import City, Venue
from records.as_of import today
from tests.factories import AdmissionFactory, CityFactory, CountryFactory, InitiativeFactory


def rendered(template, language="en", **context):
    with override(language):
        return Template(template).render(Context(context))


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
def test_a_translation_of_an_earlier_text_says_so_with_one_query_a_page(
    rf, db, django_assert_num_queries, language, html
):
    city = CityFactory(profile_en="A port.", profile_fr="Un port.", profile_ar="ميناء.")
    city.profile_en = "A large port."
    city.save()
    summaries = {"summary_en": "Since 859.", "summary_fr": "Depuis 859.", "summary_ar": "منذ 859."}
    context = {"city": city, "initiative": InitiativeFactory(city=city, **summaries), "request": rf.get("/")}
    with django_assert_num_queries(0 if language == "en" else 1):
        page = rendered("{% text city 'profile' %} {% text initiative 'summary' %}", language, **context)
    assert page == html


def test_a_name_in_another_language_says_so_beside_itself_in_the_language_of_the_page(db):
    assert rendered("{% name city %}", "ar", city=CityFactory(name_en="Fez")) == (
        '<span title="باللغة الإنجليزية، لم يُترجم بعد"><bdi lang="en" dir="ltr">Fez</bdi></span>'
    )


@pytest.mark.parametrize(
    ("language", "text", "html"),
    [
        ("ar", "الخطوط: Noto Sans وNoto Serif.", "الخطوط: <bdi>Noto Sans</bdi> و<bdi>Noto Serif</bdi>."),
        ("ar", "برخصة CC BY 4.0.", "برخصة <bdi>CC BY 4.0</bdi>."),
        ("ar", "<b>", "&lt;<bdi>b</bdi>&gt;"),
        ("fr", "Fès (فاس القديمة)", 'Fès (<bdi lang="ar" dir="rtl">فاس القديمة</bdi>)'),
    ],
)
def test_what_runs_against_a_text_is_kept_apart_in_it(language, text, html):
    assert rendered("{{ text|words }}", language, text=text) == html


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


def test_an_element_with_a_text_in_another_language_says_so(db):
    city = CityFactory(photo_alt_en="A reading room")
    assert rendered("{% language_of city 'photo_alt' %}", city=city) == ""
    assert rendered("{% language_of city 'photo_alt' %}", "ar", city=city) == ' lang="en" dir="ltr"'


def test_the_day_of_an_instant_is_the_one_it_has_here():
    instant = datetime(2026, 9, 1, 23, 59, tzinfo=UTC)
    assert rendered("{{ instant|day }} {{ none|day }}", "fr", instant=instant, none=None) == "1er septembre 2026 "


def test_maps_write_numbers_as_svg_does_in_every_language(db):
    CityFactory(latitude=34.03313, longitude=-5.00028, precision="place")
    city = City.objects.get()
    for language in ("en", "fr", "ar"):
        html = rendered("{% location_map city %}", language, city=city)
        assert '<circle class="map__dot" cx="487.26" cy="120.01" r=".8"/>' in html
        assert 'viewBox="457.26 102.01 60 36.0"' in html


def test_the_world_map_has_a_dot_for_each_city_whose_place_is_known_in_the_colour_of_its_cohort(db):
    place = {"city__latitude": 0, "city__longitude": 0, "city__precision": "place"}
    AdmissionFactory(cohort__year=2019, **place)
    AdmissionFactory(cohort__year=2022, **place)
    AdmissionFactory(cohort__year=2022, **place)
    AdmissionFactory(cohort=None, member_by=date(2019, 3, 27), **place)
    AdmissionFactory(cohort__year=2022)

    html = rendered("{% world_map cities %}", cities=City.objects.members())
    assert re.findall(r'<path class="map__dots tone-(.)" d="([^"]+)"/>', html) == [
        ("0", "M500.0 243.4h0"),
        ("1", "M500.0 243.4h0"),
        ("2", "M500.0 243.4h0M500.0 243.4h0"),
    ]
    assert re.findall(r'href="([^"]+map/[^"]*)"', html) == [
        "/en/cities/map/",
        "/en/cities/map/?year=2019",
        "/en/cities/map/?year=2022",
        "/en/cities/map/?year=unknown",
    ]


@pytest.mark.parametrize(
    ("code", "name", "direction"), [("ko", "Korean", "ltr"), ("ar", "Arabic", "rtl"), ("xx", "xx", "auto")]
)
def test_a_language_has_a_name_and_a_direction(code, name, direction):
    assert rendered("{{ code|language_name }} {{ code|direction }}", code=code) == f"{name} {direction}"


def test_the_world_map_of_a_cohort_has_one_colour(db):
    twice = AdmissionFactory(cohort__year=2019, city__latitude=0, city__longitude=0, city__precision="place").city
    later = AdmissionFactory(city=twice, cohort__year=2022, announced_again=True).cohort

    html = rendered("{% world_map cities cohort %}", cities=City.objects.of_cohort(later, today()), cohort=later)
    assert re.findall(r'<path class="map__dots tone-(.)" d="([^"]+)"/>', html) == [("2", "M500.0 243.4h0")]
