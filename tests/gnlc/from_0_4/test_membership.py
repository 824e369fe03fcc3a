"""Who was a member on a day is what the register of version 0.4 says, after it was brought forward."""

from datetime import date

import pytest

from admissions.membership.recompute import recompute
from admissions.models import Admission
from cities.models import City
from records.as_of import today

FOUNDERS = {"amman", "beijing", "cork", "larissa", "limerick-city", "mexico-city"}
OF_2024 = {"agadir", "fez", "settat"}
OF_2026 = {"galway", "meknes", "santiago"}


@pytest.mark.parametrize(
    ("day", "members"),
    [
        (date(2016, 8, 22), set()),
        (date(2016, 8, 23), FOUNDERS),
        (date(2018, 12, 30), FOUNDERS),
        (date(2018, 12, 31), FOUNDERS | {"bolu"}),  # no day was announced: from the end of the year
        (date(2019, 5, 13), FOUNDERS | {"bolu", "dublin"}),  # a source shows it by then
        (date(2020, 9, 23), FOUNDERS | {"bolu", "dublin", "laayoune"}),
        (date(2020, 9, 24), FOUNDERS | {"bolu", "dublin"}),  # annulled
        (date(2024, 2, 14), FOUNDERS | {"bolu", "dublin"} | OF_2024),
        (date(2025, 3, 1), FOUNDERS | {"dublin"} | OF_2024),  # ended
        (date(2026, 2, 14), FOUNDERS | {"dublin"} | OF_2024 | OF_2026),
    ],
)
def test_who_was_a_member_on_a_day_is_known(then, day, members):
    assert sorted(City.objects.as_of(day).values_list("slug", flat=True)) == sorted(members)


def test_what_is_stored_of_memberships_is_what_the_rule_says(then):
    kept = {city.pk: city.member_today for city in City.objects.all()}
    assert recompute(Admission.objects.all()) == []
    assert {city.pk: city.member_today for city in City.objects.all()} == kept
    assert set(City.objects.members()) == set(City.objects.as_of(today()))
