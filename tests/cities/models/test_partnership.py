from datetime import date

import pytest
from django.db import IntegrityError, transaction

from cities.addresses import merge
from cities.imports import TABLES, partial_date_in
from cities.models import Partnership
from records.loading import Table, WrongCellError, load
from tests.back_office import at_work, listed, sentences
from tests.factories import CityFactory, PartnershipFactory, SourceFactory

PARTNERSHIPS = "/admin/cities/partnership/"


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"title_en": ""}, "partnership_has_english_title"),
        ({"kind": "friendship"}, "partnership_kind_known"),
        ({"since": date(2020, 1, 1)}, "partnership_since_whole"),
        ({"until_precision": "year"}, "partnership_until_whole"),
        (
            {"since": date(2020, 1, 2), "since_precision": "day", "until": date(2020, 1, 1), "until_precision": "day"},
            "partnership_ends_after_it_starts",
        ),
    ],
)
def test_what_cannot_be_is_refused_by_the_database(db, wrong, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        PartnershipFactory(**wrong)


def form(*cities, **given):
    source = SourceFactory()
    return {
        "slug": "two", "kind": "exchange", "title_en": "Two cities", "sources": [source.pk],
        "cities": [city.pk for city in cities],
    } | given  # fmt: skip


def test_an_editor_records_a_partnership(db):
    fez, cork = CityFactory(), CityFactory()
    response = at_work("editor").post(
        f"{PARTNERSHIPS}add/", form(fez, cork, since="2020-01-01", since_precision="year")
    )
    assert response.status_code == 302
    assert set(Partnership.objects.get().cities.all()) == {fez, cork}


@pytest.mark.parametrize(
    ("cities", "given", "sentence"),
    [
        (1, {}, "A partnership has two cities or more."),
        (2, {"sources": []}, "Name at least one source; nothing is recorded without one."),
        (2, {"since": "2020-01-01"}, "Say how exactly the beginning is known, or give no date."),
    ],
)
def test_half_a_partnership_is_refused_with_a_sentence(db, cities, given, sentence):
    response = at_work("editor").post(f"{PARTNERSHIPS}add/", form(*CityFactory.create_batch(cities), **given))
    assert sentences(response) == [sentence]


def test_partnerships_are_found_by_the_names_of_their_cities(db):
    found = PartnershipFactory(cities=[CityFactory(name_ar="فاس"), CityFactory()])
    PartnershipFactory()
    assert listed(at_work("editor").get(PARTNERSHIPS, {"q": "فاس"})) == [found]


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("cork|fez", None),
        ("fez", "column cities: A partnership has two cities or more."),
        ("fez|fez", "column cities: A partnership has two cities or more."),
        ("fez|atlantis", "column cities: no city is called “atlantis”"),
    ],
)
def test_a_file_names_two_cities_that_exist(db, tmp_path, cell, reason):
    CityFactory(slug="fez"), CityFactory(slug="cork")
    path = tmp_path / "partnerships.csv"
    path.write_text(f"slug,title,kind,cities\ntwo,Two cities,exchange,{cell}\n", encoding="utf-8")
    columns = {"slug": "slug", "title": "title_en", "kind": "kind", "cities": "cities"}
    table = Table(Partnership, path, columns, least=next(each.least for each in TABLES if each.model is Partnership))
    if reason:
        with pytest.raises(WrongCellError, match=f"line 2, {reason}"):
            load(table)
    else:
        load(table)
        assert {city.slug for city in Partnership.objects.get().cities.all()} == {"cork", "fez"}


def test_an_end_of_which_only_the_year_is_known_is_its_last_day(db):
    assert partial_date_in("since")("2019") == {"since": date(2019, 1, 1), "since_precision": "year"}
    assert partial_date_in("until")("2019") == {"until": date(2019, 12, 31), "until_precision": "year"}
    assert partial_date_in("until")("") == {"until": None, "until_precision": ""}


def test_cities_that_become_one_keep_their_partnerships(db):
    double, city, other = CityFactory.create_batch(3)
    partnership = PartnershipFactory(cities=[double, other])
    merge(double, city)
    assert set(partnership.cities.all()) == {city, other}
