"""Reads of public pages are counted, without anything about who reads."""

import importlib.util
import threading
from collections import Counter
from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from admissions.models import Admission, Agreement, Award
from cities.addresses import merge, move
from cities.models import City, CityName, Country, Initiative
from news.models import NewsItem
from records.models import PageReads, TranslationState
from records.page_views import counting
from tests.back_office import at_work
from tests.factories import (
    AdmissionFactory,
    CityFactory,
    CohortFactory,
    CountryFactory,
    InitiativeFactory,
    MemberFactory,
    NewsItemFactory,
    SourceFactory,
)

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture(autouse=True)
def _nothing_counted(monkeypatch):
    monkeypatch.setattr(counting, "_counted", Counter())


@pytest.fixture
def visit(client, db):
    """Open a page as a visitor with a browser; gives the answer."""
    return lambda path, agent=BROWSER: client.get(path, headers={"user-agent": agent})


def written():
    """{(kind of record, key): number} in the database, over all months, once what was counted is written."""
    counting.write()
    found = Counter()
    for row in PageReads.objects.all():
        found[row.model.split(".")[1], row.key] += row.number
    return dict(found)


def read(record, number, month=None):
    PageReads.objects.create(
        model=record._meta.label, key=str(record.pk), month=month or counting.today().replace(day=1), number=number
    )


def test_each_read_of_a_record_is_counted_in_whatever_language(visit):
    admission = AdmissionFactory(city__slug="fez")
    admission.sources.add(source := SourceFactory(slug="release"))
    item = NewsItemFactory(slug="fes")
    for path in ("/en/cities/fez/", "/ar/cities/fez/", "/fr/countries/ma/", "/en/admissions/2020/", "/en/news/fes/"):
        assert visit(path).status_code == 200
    visit(source.get_absolute_url())
    assert written() == {
        ("City", str(admission.city.pk)): 2,
        ("Country", "MA"): 1,
        ("Cohort", str(admission.cohort.pk)): 1,
        ("NewsItem", str(item.pk)): 1,
        ("Source", str(source.pk)): 1,
    }


def test_a_read_is_counted_for_its_month_and_nothing_else_is_kept(visit, monkeypatch):
    city = MemberFactory(slug="fez")
    monkeypatch.setattr(counting, "today", lambda: date(2026, 11, 22))
    visit("/en/cities/fez/")
    written()
    kept = PageReads.objects.values()
    assert [row | {"id": None} for row in kept] == [
        {"id": None, "model": "cities.City", "key": str(city.pk), "month": date(2026, 11, 1), "number": 1}
    ]


def test_a_page_writes_nothing_for_the_counting_and_stays_fit_for_caches(visit):
    MemberFactory(slug="fez")
    answer = visit("/en/cities/fez/")
    assert ("Cookie" in answer.get("Vary", ""), list(answer.cookies), PageReads.objects.count()) == (False, [], 0)


@pytest.mark.parametrize(
    "agent",
    ["", "Mozilla/5.0 (compatible; Googlebot/2.1)", "Slackbot-LinkExpanding 1.0", "my CRAWLER", "curl/8.5.0",
     "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)", "Baiduspider", "link preview"],
)  # fmt: skip
def test_robots_are_not_counted(visit, agent):
    MemberFactory(slug="fez")
    assert (visit("/en/cities/fez/", agent).status_code, written()) == (200, {})


def test_staff_are_not_counted_and_nor_is_what_they_preview(db):
    MemberFactory(slug="fez")
    client = at_work("registrar")
    assert client.get("/en/cities/fez/", headers={"user-agent": BROWSER}).status_code == 200
    assert written() == {}


def test_only_the_page_of_today_that_was_given_is_counted(visit, client):
    CohortFactory(year=2020)
    move(MemberFactory(slug="fes"), "fez")
    answers = [
        visit(path).status_code for path in ("/en/admissions/2020/?as_of=2021-01-01", "/en/cities/fes/", "/en/x/")
    ]
    answers.append(client.head("/en/cities/fez/", headers={"user-agent": BROWSER}).status_code)
    assert (answers, written()) == ([200, 301, 404, 200], {})


def test_a_page_that_cannot_be_made_is_no_read(visit, client, monkeypatch):
    MemberFactory(slug="fez")
    client.raise_request_exception = False
    monkeypatch.setattr(City, "other_spellings", lambda city: 1 / 0)
    assert (visit("/en/cities/fez/").status_code, written()) == (500, {})


def test_threads_count_together(db):
    city = MemberFactory()
    threads = [threading.Thread(target=lambda: [counting.count(city) for _ in range(500)]) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert written() == {("City", str(city.pk)): 4000}


def test_what_is_counted_later_is_added(db):
    city, other = CityFactory(), CityFactory()
    for record in (city, other, city):
        counting.count(record)
        counting.write()
    assert written() == {("City", str(city.pk)): 2, ("City", str(other.pk)): 1}


def test_what_could_not_be_written_is_written_the_next_time(db, monkeypatch):
    city, other = CityFactory(), CityFactory()
    read(city, 4)
    for record in (city, other, other):
        counting.count(record)

    def busy(*args, **kwargs):
        counting.count(other)  # somebody reads meanwhile
        raise DatabaseError("database is locked")

    with monkeypatch.context() as patch:
        patch.setattr(PageReads, "save", busy)
        with pytest.raises(DatabaseError, match="database is locked"):
            counting.write()
    assert written() == {("City", str(city.pk)): 5, ("City", str(other.pk)): 3}


@pytest.mark.django_db(transaction=True)
def test_several_processes_add_to_the_same_number():
    city = CityFactory()
    processes = [another_process() for _ in range(3)]
    threads = [threading.Thread(target=count_and_write, args=[process, city]) for process in processes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert written() == {("City", str(city.pk)): 30}


def another_process():
    """The module as another process has it, with a memory of its own."""
    spec = importlib.util.find_spec("records.page_views.counting")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def count_and_write(process, city):
    try:
        for _ in range(10):
            process.count(city)
            while process._counted:
                try:
                    process.write()
                except DatabaseError:
                    connection.close()  # busy: the next time
    finally:
        connection.close()


def test_reads_stay_with_a_city_that_moves_and_add_up_when_two_records_become_one(visit):
    kept, double = MemberFactory(slug="fez"), CityFactory(slug="fes")
    read(kept, 3)
    read(double, 2)
    read(double, 7, date(2025, 1, 1))
    move(kept, "fez-meknes")
    merge(double, kept)
    visit(visit("/en/cities/fes/").url)
    assert written() == {("City", str(kept.pk)): 13}
    assert PageReads.objects.count() == 2


def test_records_come_by_the_reads_of_a_year_and_then_by_name(db):
    names = {name: CityFactory(name_en=name) for name in ("Fez", "Agadir", "Rabat", "Tetouan")}
    this_month = counting.today().replace(day=1)
    last_year = this_month.replace(year=this_month.year - 1)
    read(names["Rabat"], 2)
    read(names["Rabat"], 2, date(last_year.year + (last_year.month == 12), last_year.month % 12 + 1, 1))
    read(names["Tetouan"], 3)
    read(names["Fez"], 900, last_year)
    read(Country(pk=str(names["Agadir"].pk)), 900)
    cities = City.objects.most_read_first()
    assert [(city.name_en, city.reads) for city in cities] == [("Rabat", 4), ("Tetouan", 3), ("Agadir", 0), ("Fez", 0)]


def test_what_belongs_to_a_city_comes_by_the_reads_of_its_page(db):
    quiet, read_often = CityFactory(name_en="Agadir"), CityFactory(name_en="Fez")
    read(read_often, 5)
    for city in (quiet, read_often):
        AdmissionFactory(city=city)
        InitiativeFactory(city=city)
        Award.objects.create(city=city, year=2024, name_as_announced=city.name_en)
    for model in (Admission, Initiative, Award):
        assert [record.city for record in model.objects.most_read_first()] == [read_often, quiet]
    assert [name.text for name in CityName.objects.most_read_first()] == ["Fez", "Agadir"]


def test_countries_and_news_have_reads_of_their_own(db):
    CountryFactory(code="MA")
    read(CountryFactory(code="TN"), 1)
    older, newer = NewsItemFactory(published_on="2020-01-01"), NewsItemFactory(published_on="2024-01-01")
    read(older, 1)
    assert [country.code for country in Country.objects.most_read_first()] == ["TN", "MA"]
    assert list(NewsItem.objects.most_read_first()) == [older, newer]


def test_agreements_come_by_the_reads_of_their_country_and_then_in_their_own_order(db):
    quiet, read_often = CountryFactory(code="AA"), CountryFactory(code="ZZ")
    texts = {"title": "One", "parties": "Two", "summary": "Three"}
    for slug, country in (("b", quiet), ("c", read_often), ("a", quiet)):
        Agreement.objects.create(slug=slug, country=country, **texts)
    read(read_often, 1)
    assert [each.slug for each in Agreement.objects.most_read_first()] == ["c", "a", "b"]


@pytest.mark.parametrize(("number", "constraint"), [(0, "page_reads_positive"), (2, "page_reads_once_a_month")])
def test_the_database_refuses_a_number_that_cannot_be(db, number, constraint):
    facts = {"model": "cities.City", "key": "1", "month": date(2026, 11, 1)}
    PageReads.objects.create(number=1, **facts)
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        PageReads.objects.create(number=number, **facts)
    named = constraint if constraint in str(refusal.value) else "records_pagereads.model, records_pagereads.key"
    assert named in str(refusal.value)


def test_visitors_are_told_what_is_counted(visit):
    assert "How often each page is read in a month is counted" in visit("/en/about/").content.decode()


def test_translators_begin_with_the_texts_of_the_page_that_is_read_most(visit):
    city, quiet = CityFactory(slug="fez"), CityFactory()
    initiative = InitiativeFactory(city=city)
    for _ in range(3):
        visit("/en/cities/fez/")
    counting.write()
    found = {(row.record, row.reads) for row in TranslationState.objects.filter(field="name", language="fr")}
    assert found == {(city, 3), (initiative, 3), (quiet, 0), (city.country, 0)}
