"""Words of a line that no entry holds."""

import pytest

from admissions.intake.parse import parse


@pytest.mark.parametrize(
    "text",
    [
        "Cairo (Egypt), twinned with Paris (France)",
        "Quedaron fuera Hanoi (Viet Nam) y Lusaka (Zambia)",
        "Fez (Morocco) and its neighbour town Sefrou (Morocco)",
    ],
)
def test_words_within_a_name_put_a_doubt_on_all_of_the_line(countries, text):
    reading = parse(text, "en", countries=countries)
    assert [line.name for line in reading.cities if not line.doubt] == []


@pytest.mark.parametrize(
    "name", ["Ville de Fès", "City of Fez", "Ouled Teima el Gharbia", "'s-Hertogenbosch", "Maroua 1er"]
)
def test_small_words_that_names_have_put_no_doubt(countries, name):
    (line,) = parse(f"{name} (Morocco)", "en", countries=countries).cities
    assert line.doubt == ""
