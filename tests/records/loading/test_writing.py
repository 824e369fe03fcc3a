import pytest
from django.db import transaction

from cities.imports import yes_or_empty
from cities.models import City, Country, CountryName, Source
from records.loading import Table, WrongCellError, is_loaded, load
from tests.factories import CityFactory, CountryFactory, SourceFactory

COLUMNS = {
    "slug": "slug",
    "country": "country",
    "name": "name_en",
    "population": "population",
    "sources": "profile_sources",
}


@pytest.fixture
def file(tmp_path, db):
    """Write a file of cities and give the table that reads it."""
    CountryFactory()

    def write(*lines, columns=COLUMNS, **options):
        path = tmp_path / "cities.csv"
        path.write_text("\n".join([",".join(columns), *lines]) + "\n", encoding="utf-8")
        return Table(City, path, columns, **options)

    return write


def counts(outcome):
    return outcome.new, outcome.changed, outcome.same, outcome.left_alone


def test_loading_makes_records_and_repeating_it_changes_nothing(file):
    SourceFactory(slug="uil")
    table = file("fez,MA,Fez,1200000,uil", "agadir,MA,Agadir,,")

    assert not is_loaded(table)
    assert counts(load(table)) == (2, 0, 0, [])
    assert is_loaded(table)
    assert counts(load(table)) == (0, 0, 2, [])
    fez = City.objects.get(slug="fez")
    assert (fez.name_en, fez.population, [s.slug for s in fez.profile_sources.all()]) == ("Fez", 1200000, ["uil"])


def test_what_changed_in_the_file_changes_in_the_record(file):
    load(file("fez,MA,Fes,,"))
    outcome = load(file("fez,MA,Fez,5,"))

    assert counts(outcome) == (0, 1, 0, [])
    assert outcome.differences == ["fez: name_en: 'Fes' → 'Fez'", "fez: population: '' → 5"]
    assert City.objects.values_list("name_en", "population").get() == ("Fez", 5)


def test_what_staff_changed_stays_and_is_reported_once_the_file_disagrees(file):
    load(file("fez,MA,Fez,5,"))
    City.objects.update(name_en="Fès")

    assert counts(load(file("fez,MA,Fez,6,"))) == (0, 1, 0, [])
    assert counts(load(file("fez,MA,Fas,6,"))) == (0, 0, 1, ["fez: name_en was changed here and stays as it is"])
    assert City.objects.values_list("name_en", "population").get() == ("Fès", 6)


def test_what_staff_emptied_stays_empty(file):
    load(file("fez,MA,Fez,5,"))
    City.objects.update(population=None)

    assert counts(load(file("fez,MA,Fez,6,"))) == (0, 0, 1, ["fez: population was changed here and stays as it is"])


def test_what_staff_deleted_is_not_made_again(file):
    load(file("fez,MA,Fez,,"))
    City.objects.all().delete()

    assert counts(load(file("fez,MA,Fez,7,"))) == (0, 0, 0, ["fez was deleted here and is not made again"])


def test_a_record_that_staff_made_first_keeps_what_they_wrote_and_gains_what_they_left_empty(file):
    CityFactory(slug="fez", name_en="Fès")

    outcome = load(file("fez,MA,Fez,5,"))
    assert counts(outcome) == (0, 1, 0, ["fez: name_en was changed here and stays as it is"])
    assert City.objects.values_list("name_en", "population").get() == ("Fès", 5)


def test_a_column_of_yes_or_nothing_that_is_new_to_the_file_is_taken_over(tmp_path, db):
    def file(*lines):
        path = tmp_path / "sources.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    old = {"slug": "slug", "title": "title"}
    load(Table(Source, file("slug,title", "a,A"), old, key=("slug",)))
    load(
        Table(Source, file("slug,title,is_copy", "a,A,yes"), old | {"is_copy": yes_or_empty("is_copy")}, key=("slug",))
    )
    assert Source.objects.get().is_copy is True


def test_a_row_that_left_the_file_leaves_its_record(file):
    load(file("fez,MA,Fez,,", "agadir,MA,Agadir,,"))
    outcome = load(file("fez,MA,Fez,,"))

    assert counts(outcome) == (0, 0, 1, ["agadir is no longer in the file; its record stays"])
    assert City.objects.count() == 2


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("fez,XX,Fez,,", "cities.csv, line 2, column country: no country is called “XX”"),
        ("fez,MA,Fez,many,", "cities.csv, line 2, column population: “many” value must be an integer."),
        ("fez,MA,Fez,-5,", "cities.csv, line 2, column population: Ensure this value is greater than or equal to 0."),
        ("fez,MA,Fez,,uil|nobody", "cities.csv, line 2, column sources: no source is called “nobody”"),
        ("fez,MA,,,", "cities.csv, line 2, column name: The English name is missing."),
        ("fez,MA,Fez", "cities.csv, line 2, column –: the number of cells differs from the header"),
        ("fez,MA,Fez,,,extra", "cities.csv, line 2, column –: the number of cells differs from the header"),
    ],
)  # fmt: skip
def test_a_wrong_cell_is_named_by_file_line_column_and_reason(file, row, message):
    SourceFactory(slug="uil")
    with pytest.raises(WrongCellError) as wrong, transaction.atomic():
        load(file(row))
    assert str(wrong.value) == message
    assert City.objects.count() == 0


@pytest.mark.parametrize("contents", ["slug,name\nfez,F\xe8s\n".encode("latin-1"), None])
def test_a_file_that_cannot_be_read_is_named(file, contents):
    table = file()
    table.path.write_bytes(contents) if contents else table.path.unlink()
    with pytest.raises(WrongCellError, match="cities.csv, line 1, column –"):
        load(table)


def test_a_file_saved_by_a_spreadsheet_is_read(file):
    table = file("fez,MA,Fez,,")
    table.path.write_bytes(b"\xef\xbb\xbf" + table.path.read_bytes())
    assert counts(load(table)) == (1, 0, 0, [])


def test_a_missing_column_is_named(file):
    table = file("fez", columns={"slug": "slug"})
    with pytest.raises(WrongCellError, match="line 1, column name: this column is missing"):
        load(Table(City, table.path, {"slug": "slug", "name": "name_en"}))


def test_a_broken_constraint_is_told_with_its_line(file):
    columns = COLUMNS | {"latitude": "latitude"}
    with pytest.raises(WrongCellError) as wrong:
        load(file("fez,MA,Fez,,,34", columns=columns))
    assert str(wrong.value) == (
        "cities.csv, line 2, column latitude: Give latitude, longitude and what they show together, or none of them."
    )


def test_a_cell_may_hold_several_records(file):
    table = file("MA,Kingdom of Morocco|Royaume du Maroc", columns={"iso2": "country", "names": "text"})
    names = Table(CountryName, table.path, table.columns, key=("country", "text"), each="names")

    assert counts(load(names)) == (2, 0, 0, [])
    assert {"Kingdom of Morocco", "Royaume du Maroc"} <= {n.text for n in Country.objects.get().names.all()}


def test_a_table_that_only_adds_to_records_refuses_a_row_without_one(file):
    table = file("atlantis,MA,Atlantis,,", updates_only=True)
    with pytest.raises(WrongCellError, match="line 2, column slug: there is no record called “atlantis”"):
        load(table)


def test_a_row_that_stands_twice_in_a_file_is_named(file):
    with pytest.raises(WrongCellError, match="line 3, column slug: “fez” stands in line 2 already"):
        load(file("fez,MA,Fez,,", "fez,MA,Fès,,"))


def test_progress_is_told_row_by_row(file):
    told = []
    load(file("fez,MA,Fez,,", "agadir,MA,Agadir,,"), on_row=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_the_same_file_read_in_another_way_is_not_the_loaded_one(file):
    table = file("fez,MA,Fez,,")
    load(table)
    assert not is_loaded(Table(City, table.path, {"slug": "slug", "name": "name_en"}))
