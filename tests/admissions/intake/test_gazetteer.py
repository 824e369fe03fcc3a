"""The gazetteer as it is shipped."""

import zipfile

import pytest

from admissions.intake.characters import script
from admissions.intake.gazetteer import FILE, places_of
from admissions.intake.spelling import compact


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


@pytest.mark.parametrize(
    ("country", "written", "name"),
    [
        ("PT", "Лиссабон", "Lisbon"), ("PT", "Λισαβώνα", "Lisbon"), ("PT", "里斯本", "Lisbon"),
        ("PT", "リスボン", "Lisbon"), ("PT", "리스본", "Lisbon"),
        ("PT", "ลิสบอน", "Lisbon"), ("PT", "Lizbon", "Lisbon"),
        ("VN", "Hà Nội", "Hanoi"), ("VN", "河内", "Hanoi"), ("VN", "河內", "Hanoi"), ("TM", "Aşkabat", "Ashgabat"),
        ("KR", "안성", "Anseong"), ("KR", "안성시", "Anseong"), ("KR", "安城", "Anseong"), ("IR", "تهران", "Tehran"),
        ("UA", "Харків", "Kharkiv"), ("UA", "Харьков", "Kharkiv"), ("ZM", "卢萨卡", "Lusaka"),
    ],
)  # fmt: skip
def test_places_are_found_by_their_names_in_other_scripts(country, written, name):
    assert {place.name for place in places_of(country).called(compact(written))} == {name}


def test_names_that_resemble_one_are_looked_for_in_its_own_script():
    assert "лиссабон" in dict(places_of("PT").similar_to(compact("Лиссобон"), 75))
    assert all(script(other) == "hangul" for other, _ratio in places_of("KR").similar_to("안성구", 50))


@pytest.mark.parametrize(
    ("country", "written", "codes"),
    [
        ("AR", "Mendoza", {"13"}),
        ("AR", "Provincia de Mendoza", {"13"}),
        ("EG", "محافظة سوهاج", {"24"}),
        ("MA", "X", set()),
    ],
)
def test_provinces_are_known_by_their_names(country, written, codes):
    assert places_of(country).divisions_called(compact(written)) == codes


def test_the_file_is_not_larger_than_a_checkout_should_carry():
    assert FILE.stat().st_size < 12_000_000
