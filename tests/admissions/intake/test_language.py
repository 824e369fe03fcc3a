"""Whether a list is in the language that it is said to be in."""

import pytest

from admissions.intake.countries import Countries
from admissions.intake.language import looks_like
from admissions.intake.parse import parse

FRENCH = "Les nouveaux membres sont :\n- Le Caire (Égypte)\n- Lisbonne (Portugal)\n- Lusaka (Zambie)"
ENGLISH = "The new members are:\n- Cairo (Egypt)\n- Lisbon (Portugal)\n- Lusaka (Zambia)"
SPANISH = "- El Cairo (Egipto)\n- Lisboa (Portugal)\n- Lusaka (Zambia)\n- Uchda (Marruecos)\n- Berlín (Alemania)"
PORTUGUESE = "- Cairo (Egito)\n- Lisboa (Portugal)\n- Lusaca (Zâmbia)\n- Rabate (Marrocos)"
CODES = {
    "EG": "Egypt",
    "PT": "Portugal",
    "ZM": "Zambia",
    "MA": "Morocco",
    "DE": "Germany",
    "BR": "Brazil",
    "CV": "Cabo Verde",
}


def seems(text, language):
    countries = Countries([(name, code) for code, name in CODES.items()])
    return looks_like(parse(text, language, countries=countries), language)


@pytest.mark.parametrize(("text", "language"), [(FRENCH, "fr"), (ENGLISH, "en"), (SPANISH, "es"), (PORTUGUESE, "pt")])
def test_a_list_in_its_own_language_is_not_doubted(text, language):
    assert seems(text, language) == ""


@pytest.mark.parametrize(
    ("text", "said", "language"),
    [
        (FRENCH, "en", "fr"),
        (FRENCH, "es", "fr"),
        (ENGLISH, "fr", "en"),
        (SPANISH, "en", "es"),
        (SPANISH, "fr", "es"),
        (PORTUGUESE, "en", "pt"),
        (PORTUGUESE, "es", "pt"),
    ],
)
def test_a_list_marked_as_another_language_is_told_by_countries_and_small_words(text, said, language):
    assert seems(text, said) == language


@pytest.mark.parametrize(
    "text",
    [
        "Rio de Janeiro (Brazil)\nBelo Horizonte (Brazil)\nSão Paulo (Brazil)",
        "Praia (Cabo Verde)\nLisbon (Portugal)",
        "Le Caire (Egypt)\nLa Paz (Brazil)\nLes Mureaux (Morocco)",
        "Lisbon (Portugal)",
        "Das ist alles.\nLisbon (Portugal)\nCairo (Egypt)",
    ],
)
def test_names_of_cities_and_a_word_or_two_make_no_other_language(text):
    assert seems(text, "en") == ""
