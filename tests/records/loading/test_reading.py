"""Files are read some hundred rows at a time, with a few queries for all of them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cities.models import City
from records.loading import Table, WrongCellError
from records.loading.reading import Reader
from tests.factories import CountryFactory, SourceFactory

COLUMNS = {"slug": "slug", "country": "country", "name": "name_en", "sources": "profile_sources"}
pytestmark = pytest.mark.django_db


@pytest.fixture
def read(tmp_path):
    """Read a file of cities with a number of rows."""
    CountryFactory()
    SourceFactory(slug="uil")

    def read(number, end=""):
        path = tmp_path / "cities.csv"
        rows = (f"city-{row},MA,City {row},uil" for row in range(number))
        path.write_text("\n".join([",".join(COLUMNS), *rows, end]), encoding="utf-8")
        return Reader(Table(City, path, COLUMNS)).batches()

    return read


def test_no_more_than_some_hundred_rows_are_held_at_a_time(read):
    assert [len(batch) for batch in read(1200)] == [500, 500, 200]


def test_the_number_of_queries_does_not_grow_with_the_rows(read):
    def queries(number):
        with CaptureQueriesContext(
            connection,
        ) as captured:
            list(read(number))
        return len(captured)

    assert queries(5) == queries(400) == 4


@pytest.mark.parametrize(
    ("end", "reason"),
    [
        ('fez,MA,"Fez', "line 5, column –: unexpected end of data"),
        ("fez,MA," + 200_000 * "F" + ",", "line 5, column –: field larger than field limit"),
    ],
)
def test_what_is_no_csv_is_told_with_its_line(read, end, reason):
    with pytest.raises(WrongCellError, match=reason):
        list(read(3, end))
