"""Lists in several languages, put together by what they mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from admissions.intake.match import Registry
from admissions.intake.pair import pair
from admissions.intake.parse import ListedLine, Reading, parse
from admissions.intake.parse.declared.totals import Declared
from tests.factories import CityFactory


@pytest.fixture
def pairs(db, countries):
    """(names by language, certain, reason, decided identity) of the pairs of some lists."""

    def pairs(**texts):
        found = pair({language: parse(text, language, countries=countries) for language, text in texts.items()})
        return [
            (
                [line and line.name for line in each.lines.values()],
                each.certain,
                each.reason.code,
                each.decision and (each.decision.identity or "new"),
            )
            for each in found
        ]

    return pairs


@pytest.fixture(autouse=True)
def _some_countries(db):
    for code in ("MA", "CN", "CM", "SA", "RO", "KR"):
        CityFactory(country__code=code, name_en=f"Some City of {code}")


def test_the_order_of_the_lists_plays_no_part(pairs):
    assert pairs(
        en="Agadir (Morocco)\nNanjing (China)\nFez (Morocco)",
        fr="Nankin (Chine)\nFès (Maroc)\nAgadir (Maroc)",
        ar="المغرب: فاس، وأكادير\nالصين: نانجينغ",
    ) == [
        (["Agadir", "Agadir", "أكادير"], True, "same_city", 2561668),
        (["Nanjing", "Nankin", "نانجينغ"], True, "same_city", 1799962),
        (["Fez", "Fès", "فاس"], True, "same_city", 2548885),
    ]


def test_a_name_of_one_language_may_decide_for_all(pairs):
    assert pairs(en="Cugir (Romania)\nGalați (Romania)", ar="رومانيا: كوغير، وغالاتس") == [
        (["Cugir", "كوغير"], True, "alike", 679995),
        (["Galați", "غالاتس"], True, "same_city", 677697),
    ]


def test_the_last_ones_of_a_country_are_put_together_for_a_person_to_confirm(pairs):
    assert pairs(en="Bikok (Cameroon)", fr="Ngoulemakong (Cameroun)") == [
        (["Bikok", "Ngoulemakong"], False, "last_left", None)
    ]


def test_two_numbers_are_two_cities(pairs):
    assert pairs(en="Maroua 1 (Cameroon)", fr="Maroua 2 (Cameroun)") == [
        (["Maroua 1", "Maroua 2"], False, "last_left", None)
    ]
    assert pairs(en="Maroua 1 (Cameroon)", fr="Maroua 1er (Cameroun)")[0][:2] == (["Maroua 1", "Maroua 1er"], True)


def test_what_could_belong_together_and_does_not_come_close_is_left_to_a_person(pairs):
    assert pairs(en="Bikok (Cameroon)\nHina (Cameroon)", fr="Ngoulemakong (Cameroun)\nTouboro (Cameroun)") == [
        (["Bikok", None], False, "unclear", None),
        (["Hina", None], False, "unclear", None),
        ([None, "Ngoulemakong"], False, "unclear", None),
        ([None, "Touboro"], False, "unclear", None),
    ]


def test_a_city_that_one_list_lacks_is_a_pair_of_its_own(pairs):
    assert pairs(en="Fez (Morocco)\nAgadir (Morocco)", fr="Fès (Maroc)") == [
        (["Fez", "Fès"], True, "same_city", 2548885),
        (["Agadir", None], True, "one_list", None),
    ]


def test_a_city_listed_twice_has_a_second_pair_that_is_in_doubt(pairs):
    assert pairs(en="Fez (Morocco)\nFès (Morocco)", fr="Fès (Maroc)") == [
        (["Fez", "Fès"], True, "same_city", 2548885),
        (["Fès", None], False, "repeated", None),
    ]


def test_a_new_city_in_three_languages_is_decided(pairs):
    assert pairs(en="Bikok (Cameroon)", fr="Bikok (Cameroun)", ar="بيكوك (الكاميرون)") == [
        (["Bikok", "Bikok", "بيكوك"], True, "alike", "new")
    ]


def test_homonyms_in_two_countries_stay_two(pairs):
    CityFactory(country__code="ES")
    CityFactory(country__code="NI")

    assert pairs(en="Granada (Spain)\nGranada (Nicaragua)", fr="Granada (Nicaragua)\nGrenade (Espagne)") == [
        (["Granada", "Grenade"], True, "same_city", 2517117),
        (["Granada", "Granada"], True, "same_city", 3619136),
    ]


def test_places_of_one_name_are_put_together_and_not_decided(pairs):
    assert pairs(en="Suzhou (China)", ar="سوجو (الصين)") == [(["Suzhou", "سوجو"], True, "alike", None)]


def test_what_stands_under_a_country_and_is_known_nowhere_is_decided_by_a_person(pairs):
    assert pairs(en="Cameroon\nBikok\nLatest stories") == [
        (["Bikok"], True, "one_list", None),
        (["Latest stories"], True, "one_list", None),
    ]


names = st.text(min_size=1, max_size=20) | st.sampled_from(
    ["Fez", "Fès", "فاس", "ــ", "Bikok 1", "Bikok 2", "city of", "al", "و"]
)


@given(st.lists(names, max_size=6), st.lists(names, max_size=6))
def test_any_names_are_put_together_each_line_once(english, french):
    def reading(listed):
        lines = [ListedLine(n, name, "city", name, "Morocco", "MA") for n, name in enumerate(listed, start=1)]
        return Reading(tuple(lines), Declared(), None)

    found = pair({"en": reading(english), "fr": reading(french)}, registry=Registry({"MA": []}))

    for language, listed in (("en", english), ("fr", french)):
        assert sorted(each.lines[language].number for each in found if each.lines[language]) == [
            number for number, _name in enumerate(listed, start=1)
        ]


@pytest.fixture
def decided(db, countries):
    """(decided names, doubts) of what lists of these texts name; keys are languages, or language and number."""

    def decided(**texts):
        readings = {key: parse(text, key[:2], countries=countries) for key, text in texts.items()}
        found = pair(readings, languages={key: key[:2] for key in texts})
        return [(each.decision and each.decision.name, [doubt.code for doubt in each.doubts]) for each in found]

    return decided


def test_two_lists_of_one_language_do_not_agree_on_what_is_known_nowhere(decided):
    assert decided(en="Bikok (Cameroon)", en2="Bikok (Cameroon)") == [(None, [])]
    assert decided(en="Bikok (Cameroon)", fr="Bikok (Cameroun)") == [("Bikok", [])]


@pytest.mark.parametrize("name", ["Bikok 1", "Bikok and 2 others", "Bikok (Upper Town)", "bikok"])
def test_lists_that_agree_on_what_is_no_clean_name_decide_nothing(decided, name):
    assert [decision for decision, _doubts in decided(en=f"{name} (Cameroon)", fr=f"{name} (Cameroun)")] == [None]


def test_lists_that_agree_on_a_city_of_another_country_decide_nothing(decided):
    assert decided(en="Fez (Cameroon)", fr="Fès (Cameroun)") == [(None, [])]


@pytest.mark.parametrize(
    ("code", "english", "french"),
    [
        ("DZ", "Ouargla Province (Algeria)", "Province d’Ouargla (Algérie)"),
        ("IT", "Metropolitan City of Milan (Italy)", "Metropolitan City of Milan (Italie)"),
        ("GB", "London Borough of Camden (United Kingdom)", "London Borough of Camden (Royaume-Uni)"),
        ("AU", "Greater Geelong (Australia)", "Greater Geelong (Australie)"),
        ("AE", "Emirate of Sharjah (United Arab Emirates)", "Émirat de Charjah (Émirats arabes unis)"),
    ],
)
def test_lists_that_agree_on_a_body_around_a_large_town_decide_nothing(decided, code, english, french):
    CityFactory(country__code=code)
    assert {decision for decision, _doubts in decided(en=english, fr=french)} == {None}


def test_the_town_before_its_commune_is_meant_if_no_other_has_the_name(decided):
    CityFactory(country__code="TG")
    name = "Niamtougou - Commune de Doufelgou 1"
    assert decided(en=f"{name} (Togo)", fr=f"{name} (Togo)") == [("Niamtougou", [])]
    assert decided(en=f"{name} (Togo)") == [(None, [])]


FOUR = "Fez (Morocco)\nAgadir (Morocco)\nOujda (Morocco)\nNanjing (China)"


def test_a_city_that_a_whole_list_lacks_is_asked_about(decided):
    assert decided(en=FOUR, fr="Fès (Maroc)\nOujda (Maroc)\nNankin (Chine)") == [
        ("Fes", []), (None, ["not_in_each_list"]), ("Oujda", []), ("Nanjing", []),
    ]  # fmt: skip


def test_a_list_of_examples_or_of_another_country_lacks_nothing(decided):
    places = [("Fes", []), ("Agadir", []), ("Oujda", []), ("Nanjing", [])]
    assert decided(en=FOUR, fr="Fès (Maroc)") == places
    assert decided(en=FOUR, fr="Galați (Roumanie)") == [*places, ("Galaţi", [])]


def test_a_national_list_lacks_cities_of_its_country_alone(decided):
    assert decided(en=FOUR, fr="Fès (Maroc)\nOujda (Maroc)") == [
        ("Fes", []), (None, ["not_in_each_list"]), ("Oujda", []), (None, ["not_in_each_list"]),
    ]  # fmt: skip
    assert decided(en=f"{FOUR}\nGalați (Romania)", fr="Fès (Maroc)\nOujda (Maroc)") == [
        ("Fes", []), (None, ["not_in_each_list"]), ("Oujda", []), ("Nanjing", []), ("Galaţi", []),
    ]  # fmt: skip


def test_a_name_and_its_province_are_not_two_cities_but_two_cities_may_be(decided):
    assert decided(en="Chihuahua, Chihuahua (Mexico)\nBrescia, Lombardy (Italy)") == [
        ("Chihuahua", []),
        ("Brescia", []),
    ]
    [(decision, doubts)] = decided(en="Sakai, Osaka (Japan)")
    assert (decision, doubts) == (None, ["reading_two_names"])


def test_a_line_with_a_doubt_is_never_decided_and_says_why(db):
    def reading(doubt):
        return Reading(
            (ListedLine(1, "Fez (Morocco)", "city", "Fez", "Morocco", "MA", doubt=doubt),), Declared(), None
        )

    for doubt in ("leftover", "reversed", "something new"):
        [found] = pair({"en": reading(""), "fr": reading(doubt)})
        assert (found.decision, len(found.doubts), bool(str(found.doubts[0]))) == (None, 1, True)
