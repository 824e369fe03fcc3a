"""Every output says the same of a city: nothing that has no day is public anywhere."""

import pytest

from records.as_of import today
from tests.factories import AdmissionFactory, CohortFactory, InitiativeFactory

pytestmark = pytest.mark.django_db


def test_a_cohort_of_this_year_without_a_day_makes_nobody_a_member(client):
    cohort = CohortFactory(year=today().year, announced_on=None)
    city = AdmissionFactory(cohort=cohort, city__slug="fez").city
    assert (city.is_member, client.get("/en/cities/fez/").status_code) == (False, 404)
    InitiativeFactory(city=city)  # now there is a page
    page = client.get("/en/cities/fez/").content.decode()
    assert "No admission of this city is recorded." in page
    assert (f"admitted {today().year}" in page, "memberOf" in page) == (False, False)
    assert client.get("/en/cities/").context["paginator"].count == 0
