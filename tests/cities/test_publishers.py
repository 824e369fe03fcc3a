import csv

import pytest
from django.utils.translation import override

from cities.imports import DATA
from cities.publishers import NAMES, publisher_in_words
from news.imports import DATA as NEWS
from tests.factories.cities import SourceFactory


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "UNESCO Institute for Lifelong Learning"),
        ("fr", "Institut de l’UNESCO pour l’apprentissage tout au long de la vie"),
        ("ar", "معهد اليونسكو للتعلم مدى الحياة"),
    ],
)
def test_an_institution_has_its_official_name_in_each_language(language, name):
    with override(language):
        assert publisher_in_words("UNESCO Institute for Lifelong Learning") == name


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("name", ["Le Matin", "Gulf News", "UNESCO watchers", ""])
def test_a_newspaper_keeps_its_own_name(language, name):
    with override(language):
        assert publisher_in_words(name) == name


def test_every_name_in_the_file_is_that_of_a_publisher_and_is_complete():
    used = {row["publisher"] for file in (DATA / "sources.csv", NEWS / "news.csv") for row in rows(file)}
    named = rows(NAMES)
    assert {row["name_en"] for row in named} - used == set()
    assert [row for row in named if not all(row.values())] == []
    assert [row["name_en"] for row in named] == sorted({row["name_en"] for row in named})


@pytest.mark.django_db
def test_the_page_of_a_source_names_its_publisher_in_the_language_of_the_page(client):
    source = SourceFactory(publisher="UNESCO")
    assert "اليونسكو" in client.get(source.get_absolute_url().replace("/en/", "/ar/")).content.decode()


def rows(file):
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
