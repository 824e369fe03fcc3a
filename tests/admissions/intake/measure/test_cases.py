"""Folders with a list and what a careful person makes of it."""

import pytest

from admissions.intake.countries import Countries
from admissions.intake.measure.cases import Expected, cases
from tests.factories import AdmissionFactory, CityFactory, CohortFactory

ROWS = "country_iso2,name_in_list,outcome,place\n"


@pytest.fixture
def folder(tmp_path):
    """Write a case: `folder("name", rows, **{"input.en.txt": text})`."""

    def write(name, rows, files, origin=""):
        place = tmp_path / name
        place.mkdir()
        (place / "expected.csv").write_text(ROWS + rows, encoding="utf-8")
        for file, text in files.items():
            (place / file).write_text(text, encoding="utf-8")
        if origin:
            (place / "ORIGIN.md").write_text(origin, encoding="utf-8")
        return place

    return write


def test_a_folder_of_cases_and_a_case_alone_are_read_alike(folder, tmp_path):
    one = folder("one", "", {"input.en.txt": "Fez (Morocco)"})
    folder("two", "", {"input.fr.txt": "Fès (Maroc)"})

    assert [case.name for case in cases(tmp_path)] == ["one", "two"]
    assert [case.name for case in cases(one)] == ["one"]


def test_an_expected_row_has_a_city_of_the_registry_or_a_point(folder):
    (case,) = cases(
        folder("a", 'MA,Fez,in registry,registry:fez\nEG,"Cairo, Old",new,30.04;31.24\nIT,Bari,ask,\n', {})
    )

    assert case.expected == [
        Expected("MA", "Fez", "in registry", "registry:fez"),
        Expected("EG", "Cairo, Old", "new", "30.04;31.24"),
        Expected("IT", "Bari", "ask", ""),
    ]
    assert [(row.slug, row.point, row.may_be_certain) for row in case.expected] == [
        ("fez", None, True),
        ("", (30.04, 31.24), True),
        ("", None, False),
    ]


@pytest.mark.parametrize(
    ("file", "origin", "language"),
    [
        ("input.zh-hans.txt", "", "zh-hans"),
        ("fr.txt", "", "fr"),
        ("table.csv", "Language of the list: pt. Synthetic.", "pt"),
        ("table.csv", "Synthetic.", "en"),
        ("page.ar.html", "Language of the list: en.", "ar"),
    ],
)
def test_the_language_is_in_the_name_of_the_file_or_in_the_description(folder, file, origin, language):
    (case,) = cases(folder("a", "", {file: "Fez"}, origin))

    assert [case.language_of(path) for path in case.files] == [language]


def test_what_describes_a_case_is_no_list(folder):
    (case,) = cases(folder("a", "", {"input.en.txt": "Fez", "cities.csv": "slug", "notes.md": "A note."}, "Origin"))

    assert [path.name for path in case.files] == ["input.en.txt"]


def test_sequences_are_told_apart(folder, tmp_path):
    folder("s_corrected", "", {})
    folder("sentence", "", {})

    assert [case.is_sequence for case in cases(tmp_path)] == [True, False]


@pytest.mark.django_db
def test_the_round_is_that_of_most_cities_then_that_of_the_name_then_the_last(folder):
    fez = CityFactory(slug="fez", name_en="Fez")
    AdmissionFactory(city=fez, cohort=CohortFactory(year=2022, slug="2022"))
    CohortFactory(year=2024, slug="2024")
    CohortFactory(year=2025, slug="2025")
    by_city, by_name, last = (
        cases(folder(name, rows, {}))[0]
        for name, rows in [("a", "MA,Fez,in registry,registry:fez\n"), ("b_2024", ""), ("c", "")]
    )

    assert [case.round({}) for case in (by_city, by_name, last)] == ["2022", "2024", "2025"]


@pytest.mark.django_db
def test_a_file_that_is_refused_is_told_with_its_reason(folder):
    (case,) = cases(folder("a", "", {"list.rtf": "{\\rtf1 Cairo}"}))

    readings, refused = case.read(Countries([]))

    assert readings == {}
    assert [name for name, _reason in refused] == ["list.rtf"]
