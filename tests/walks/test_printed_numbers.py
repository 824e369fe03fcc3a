"""The numbers that pages print, read as a reader reads them, in each language."""

from datetime import date

import pytest
from lxml import html

from tests.factories import AdmissionFactory, CohortFactory, CountryFactory, ReportedFigureFactory

MARKS = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f"))
# {page: {language: what stands in it}}
PRINTED = {
    "": {
        "en": ["4 cities 2 countries on", "1,789 cities 81 countries on", "2 of the 13 announced cities"],
        "fr": ["4 villes 2 pays le", "1 789 villes 81 pays au", "Villes recensées ici : 2 sur 13 annoncées."],
        "ar": ["4 مدن 2 بلدان في", "1,789 مدينة 81 بلدًا في", "المدرج هنا 2 من أصل 13 مدينة معلنة."],
    },
    "cities/": {
        "en": ["4 member cities", "2024 cities: 1", "2020 cities: 3", "Morocco cities: 3"],
        "fr": ["4 villes membres", "2024 villes : 1", "2020 villes : 3", "Maroc villes : 3", "Japon villes : 1"],
        "ar": ["4 مدن أعضاء", "2024 عدد المدن: 1", "2020 عدد المدن: 3", "المغرب عدد المدن: 3", "اليابان عدد المدن: 1"],
    },
    "countries/": {
        "en": ["2 countries have member cities", "Together they have 4 members.", "2 countries · 4 cities"],
        "fr": ["2 pays ont des villes membres", "Au total : 4 membres.", "2 pays · 4 villes", "Japon villes : 1"],
        "ar": ["أعضاء من بلدين. ومجموعها 4 أعضاء.", "بلدان اثنان · 4 مدن", "اليابان عدد المدن: 1"],
    },
    "countries/ma/": {
        "en": ["3 member cities are recorded here.", "3 of the 4 members of the region"],
        "fr": ["3 villes membres sont recensées ici."],
        "ar": ["في هذا السجل 3 مدن أعضاء من هذا البلد.", "لهذا البلد 3 أعضاء من أصل 4 من أعضاء المنطقة"],
    },
    "countries/jp/": {
        "en": ["1 member city is recorded here.", "14 February 2024 2 1 January 2025 1"],
        "fr": ["1 ville membre est recensée ici.", "14 février 2024 2 1er janvier 2025 1"],
        "ar": ["14 فبراير 2024 2 1 يناير 2025 1"],
    },
    "admissions/2020/": {
        "en": ["3 of the 17 announced", "17 cities · 11 countries", "356 cities · 79 countries", "3 cities · 1"],
        "fr": ["3 sur 17 annoncées.", "17 villes · 11 pays", "356 villes · 79 pays", "3 villes · 1 pays"],
        "ar": ["3 من أصل 17 مدينة معلنة.", "17 مدينة · 11 بلدًا", "356 مدينة · 79 بلدًا", "3 مدن · بلد واحد"],
    },
    "admissions/2024/": {
        "en": ["2 of the 13 announced cities", "As announced 13 cities", "As recorded here 2 cities · 1 country"],
        "fr": ["2 sur 13 annoncées.", "Selon l’annonce 13 villes", "Dans ce registre 2 villes · 1 pays"],
        "ar": ["2 من أصل 13 مدينة معلنة.", "كما أُعلن 13 مدينة", "كما يرد في السجل مدينتان · بلد واحد"],
    },
    "statistics/": {
        "en": ["4 members are recorded here; countries with members: 2.", "14 February 2020 3 0 356 –", "4 0 – 1,789"],
        "fr": ["4 membres sont recensés ici ; pays ayant des membres : 2.", "février 2020 3 0 356 –", "4 0 – 1 789"],
        "ar": ["المدرج هنا 4 أعضاء؛ عدد بلدانهم: 2.", "14 فبراير 2020 3 0 356 –", "4 0 – 1,789"],
    },
}  # fmt: skip


@pytest.fixture
def network(db):
    """Four members in two countries, and one that left; every number of a page is another one."""
    morocco, japan = CountryFactory(code="MA"), CountryFactory(code="JP", name_fr="Japon", name_ar="اليابان")
    announced = {"announced_cities": 17, "announced_countries": 11}
    first = CohortFactory(slug="2020", year=2020, **announced, network_cities_after=356, network_countries_after=79)
    second = CohortFactory(slug="2024", year=2024, announced_cities=13)
    AdmissionFactory.create_batch(3, city__country=morocco, cohort=first)
    AdmissionFactory(city__country=japan, cohort=second)
    AdmissionFactory(city__country=japan, cohort=second, ended_on=date(2025, 1, 1), end_reason="withdrew")
    ReportedFigureFactory(cities=1789, countries=81, as_of=date(2025, 5, 1))


def printed(client, language, page):
    """The text of a page, with one space between words and no marks of direction."""
    content = client.get(f"/{language}/{page}").content.decode()
    main = html.fromstring(content).find(".//main")
    for each in main.iter():
        each.tail = f" {each.tail or ''}"
    return " ".join(main.text_content().translate(MARKS).split())


@pytest.mark.parametrize("page", PRINTED)
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_page_prints_each_number_where_it_belongs(client, network, language, page):
    text = printed(client, language, page)
    assert [phrase for phrase in PRINTED[page][language] if f" {phrase} " not in f" {text} "] == []


@pytest.mark.parametrize(("language", "number"), [("en", "1,789"), ("fr", "1\u202f789"), ("ar", "1,789")])
def test_a_long_number_is_parted_as_the_language_does(client, network, language, number):
    home = client.get(f"/{language}/").content.decode()
    assert f"<strong>{number}</strong>" in home
