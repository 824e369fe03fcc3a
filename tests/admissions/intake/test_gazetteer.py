"""The gazetteer as it is shipped."""

import zipfile

import pytest

from admissions.intake.gazetteer import FILE, places_of


def test_places_are_found_by_any_of_their_names():
    fez = places_of("MA").called("fez")
    assert [(place.geonames_id, place.name, place.population > 900_000) for place in fez] == [(2548885, "Fes", True)]
    assert places_of("MA").called("فاس") == fez
    assert places_of("MA").numbered(2548885) == fez[0]


def test_the_arabic_article_may_be_left_out_or_written_as_it_sounds():
    assert [place.name for place in places_of("QA").called("rayyan")] == ["Ar Rayyān"]


@pytest.mark.parametrize(
    ("country", "number", "name"),
    [("MA", 2548885, "فاس"), ("FR", 2972315, "تولوز"), ("FR", 2995469, ""), ("PK", 1164408, ""), ("IR", 112931, "")],
)
def test_an_arabic_name_is_proposed_where_one_spelling_can_be_arabic(country, number, name):
    assert places_of(country).numbered(number).arabic_name == name


def test_an_unknown_country_has_no_places():
    assert places_of("XX").called("fez") == []


def test_longer_names_that_hold_a_name_come_shortest_first():
    assert places_of("QA").containing("ummsalal")[:2] == ["ummsalalali", "ummsalalmohammad"]


def test_the_file_is_small_and_whole():
    with zipfile.ZipFile(FILE) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) > 240
    assert FILE.stat().st_size < 8_000_000
