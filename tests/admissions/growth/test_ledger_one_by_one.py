"""Members who were admitted one by one before their cohort was announced."""

from datetime import date

import pytest

from admissions.growth.ledger import growth
from cities.models import Country
from tests.factories import AdmissionFactory, CohortFactory, CountryFactory

ANNOUNCED = date(2016, 8, 23)


@pytest.fixture
def founding(db):
    """The founding members: Hangzhou in January 2016, and Cork of which no day is known."""
    CohortFactory(slug="2013", kind="founding", year=2013, announced_on=date(2013, 10, 23))
    cohort = CohortFactory(slug="2015-2016", kind="rolling", year=2015, last_year=2016, announced_on=ANNOUNCED)
    facts = {"city__country": CountryFactory(code="CN", name_en="China"), "city__name_en": "Hangzhou"}
    AdmissionFactory(cohort=cohort, admitted_on=date(2016, 1, 12), **facts)
    AdmissionFactory(cohort=cohort, city__country=CountryFactory(code="IE", name_en="Ireland"), city__name_en="Cork")
    return cohort


@pytest.mark.parametrize(
    ("as_of", "names"), [("2016-01-11", []), ("2016-01-12", ["Hangzhou"]), ("2016-08-23", ["Hangzhou", "Cork"])]
)
def test_the_page_of_a_cohort_shows_them_as_of_a_day_before_its_own(client, founding, as_of, names):
    page = client.get("/en/admissions/2015-2016/", {"as_of": as_of})
    assert [str(each.city) for each in page.context["admissions"]] == names
    assert client.get("/en/cities/", {"as_of": as_of}).context["paginator"].count == len(names)


def test_their_countries_are_new_with_the_cohort_all_the_same(founding):
    assert [str(each) for each in Country.objects.new_with(founding).sorted_by_name()] == ["China", "Ireland"]
    assert [str(each) for each in Country.objects.new_with(founding, date(2016, 3, 1))] == ["China"]


def test_the_ledger_counts_them_when_they_were_admitted_and_says_so_with_their_cohort(founding):
    first, second = growth(date(2017, 1, 1))
    assert (first.admitted, first.shown, first.after) == (1, 0, 1)
    assert (second.before, second.admitted, second.again, second.after) == (1, 1, 0, 2)
    sentence = "1 city of this cohort was admitted before it was announced, and is a member before."
    assert (sentence in second.sentences(), first.sentences()) == (True, [])
