"""The names of countries, beside those of Unicode CLDR."""

import csv

import pytest
from babel import Locale

from cities.imports import DATA
from records.search.folding import sort_key

LANGUAGES = ["en", "fr", "ar"]


@pytest.fixture(scope="module")
def countries():
    with (DATA / "countries.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_country_is_found_by_the_name_that_cldr_gives_it(countries, language):
    def straight(name):
        return name.replace("’", "'")

    cldr = {row["iso2"]: straight(Locale(language).territories[row["iso2"]]) for row in countries}
    known = {
        row["iso2"]: {row[f"name_{each}"] for each in LANGUAGES} | set(row["alternate_names"].split("|"))
        for row in countries
    }
    assert [code for code, name in cldr.items() if name not in {straight(each) for each in known[code]}] == []


def test_names_are_written_out_and_with_one_kind_of_apostrophe(countries):
    shown = [row[f"name_{language}"] for row in countries for language in LANGUAGES]
    assert [
        name for name in shown if not name or any(sign in name for sign in ("&", "St. ", "U.S.", "R.A.S.", "’"))
    ] == []


@pytest.mark.parametrize(
    ("language", "hong_kong", "macao"),
    [
        ("en", "China, Hong Kong Special Administrative Region", "China, Macao Special Administrative Region"),
        (
            "fr",
            "Chine, région administrative spéciale de Hong Kong",
            "Chine, région administrative spéciale de Macao",
        ),
        ("ar", "الصين، منطقة هونغ كونغ الإدارية الخاصة", "الصين، منطقة ماكاو الإدارية الخاصة"),
    ],
)
def test_the_special_administrative_regions_are_named_alike_and_follow_their_country(
    countries, language, hong_kong, macao
):
    in_order = sorted((row[f"name_{language}"] for row in countries), key=sort_key)
    at = in_order.index(Locale(language).territories["CN"])
    assert in_order[at + 1 : at + 3] == sorted([hong_kong, macao], key=sort_key)
