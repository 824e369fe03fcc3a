"""The numbers and the day that releases declare."""

from datetime import date

import pytest

from admissions.intake.parse.totals import Declared, read_date, read_declared


@pytest.mark.parametrize(
    ("text", "declared"),
    [
        (
            (
                "Network: 64 new members from 35 countries\n64 cities from 35 countries join the network. With the new "  # noqa: E501
                "admissions, the network now includes 356 member cities, for 390 million citizens."
            ),
            Declared(64, 35, 356, None, 390),
        ),
        (
            (
                "Today, 77 cities from 44 countries join. It includes 294 cities from all around the world.\n"
                "The 77 new members bring the total number of cities within the network to 294 in 76 countries."
            ),
            Declared(77, 44, 294, 76),
        ),
        (
            (
                "Aujourd'hui, 54 villes* de 27 pays vont rejoindre le réseau. Les nouveaux membres portent à 229 le nombre "  # noqa: E501
                "total de villes au sein du réseau, dans 64 pays."
            ),
            Declared(54, 27, 229, 64),
        ),
        (
            (
                "13 nouvelles villes africaines. Au total, 64 villes de 35 pays ont intégré ce réseau. Le réseau compte "  # noqa: E501
                "désormais 356 villes du monde entier et 390 millions de citoyens."
            ),
            Declared(64, 35, 356, None, 390),
        ),
        (
            "انضمت 77 مدينة من 44 دولة إلى هذه الشبكة، ليصل عدد المدن في هذه الشبكة إلى 294 مدينة في 76 دولة مختلفة",
            Declared(77, 44, 294, 76),
        ),
        (
            "رحبت بانضمام ٦٤ مدينة من ٣٥ بلدا إلى الشبكة. وتضم الشبكة الآن ٣٥٦ مدينة لـ ٣٩٠ مليون مواطن.",
            Declared(64, 35, 356, None, 390),
        ),
        ("In 2022 cities and 193 Member States met; 5 million euros and 1,234 villages.", Declared()),
    ],
)
def test_numbers_of_the_round_and_of_the_network(text, declared):
    assert read_declared(text.split("\n")) == declared


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Paris, 2 September 2022 – Today", date(2022, 9, 2)),
        ("Hamburg, September 23, 2020. Today", date(2020, 9, 23)),
        ("Le 1er mars 2024, des villes", date(2024, 3, 1)),
        ("هذا يوم ١٤ فبراير ٢٠٢٤ في باريس", date(2024, 2, 14)),
        ("14 شباط/فبراير 2024", date(2024, 2, 14)),
        ("4 كانون الأول 2025", date(2025, 12, 4)),
        ("published 2024-02-14", date(2024, 2, 14)),
        ("31 February 2024, 14/02/2024, May 2024, 3 May 1789", None),
    ],
)
def test_the_first_full_date_is_the_day(text, day):
    assert read_date([text]) == day
