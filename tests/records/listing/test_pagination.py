"""A page of a list that is not there leads to the nearest one that is."""

import pytest

from gnlc.pages.cities.cities import CityListView
from tests.factories import AdmissionFactory


@pytest.fixture
def _three_pages(db, monkeypatch):
    monkeypatch.setattr(CityListView, "paginate_by", 1)
    AdmissionFactory.create_batch(3)


@pytest.mark.usefixtures("_three_pages")
@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        ("page=99", "page=3"), ("page=0", "page=3"), ("page=-1", "page=3"), ("page=x", "page=1"), ("page=", "page=1"),
        ("page=٢", "page=2"), ("page=%00", "page=1"), ("page=1000000000", "page=3"), ("page=" + "9" * 5000, "page=1"),
    ],
)  # fmt: skip
def test_it_leads_to_the_nearest_page(client, asked, nearest):
    response = client.get(f"/en/cities/?{asked}")
    assert (response.status_code, response.url) == (302, f"/en/cities/?{nearest}")


@pytest.mark.usefixtures("_three_pages")
def test_filters_go_along(client):
    response = client.get("/fr/cities/?country=MA&page=99&sort=newest")
    assert response.url == "/fr/cities/?country=MA&page=3&sort=newest"


@pytest.mark.usefixtures("_three_pages")
@pytest.mark.parametrize("query", ["", "?page=1", "?page=3"])
def test_a_page_that_is_there_answers_itself(client, query):
    assert client.get(f"/en/cities/{query}").status_code == 200


@pytest.mark.parametrize("page", ["news", "events", "learning", "sources", "corrections"])
def test_every_list_in_pages_does_so_even_if_it_is_empty(client, db, page):
    response = client.get(f"/en/{page}/?page=2")
    assert (response.status_code, response.url) == (302, f"/en/{page}/?page=1")
