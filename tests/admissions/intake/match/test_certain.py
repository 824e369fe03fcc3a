"""Certain is what is known: which names are decided alone, and which are asked about."""

import pytest

from admissions.intake.match import Registry, candidates, is_clean, without_doubt
from tests.factories import CityFactory


@pytest.fixture
def decided(db):
    """The name of what a listed name certainly means with an empty registry, or None."""

    def decided(name, code):
        found = without_doubt(candidates(name, code, registry=Registry({code: []})))
        return found and found.name

    return decided


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Valencia", "PH"), ("Victoria", "MX"), ("San José", "CR"), ("San Fernando", "PH"), ("Victoria", "PH"),
        ("Gwangju", "KR"), ("Halle", "DE"), ("Newcastle", "GB"), ("Belém", "BR"), ("Kirov", "RU"),
        ("Santa Rosa", "HN"), ("Granada", "CO"),
    ],
)  # fmt: skip
def test_a_name_of_several_places_is_asked_about_even_if_one_is_ten_times_larger(decided, name, code):
    assert decided(name, code) is None


@pytest.mark.parametrize(
    ("name", "code", "place"),
    [
        ("Mérida", "MX", "Mérida"), ("Chihuahua", "MX", "Chihuahua"), ("Hanoi", "VN", "Hanoi"),
        ("La Paz", "MX", "La Paz"), ("Querétaro", "MX", "Santiago de Querétaro"), ("Bombay", "IN", "Mumbai"),
        ("Milano", "IT", "Milan"), ("Durban", "ZA", "Durban"),
    ],
)  # fmt: skip
def test_hamlets_of_the_name_do_not_make_a_large_city_doubtful(decided, name, code, place):
    assert decided(name, code) == place


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("London Borough of Camden", "GB"), ("Metropolitan City of Milan", "IT"), ("Ouargla Province", "DZ"),
        ("Greater Geelong", "AU"), ("Governorate of Muscat", "OM"), ("Emirate of Sharjah", "AE"),
        ("Sukhothai Province", "TH"), ("Regional Council of Vihiga", "KE"), ("Commune de Kozah 3", "TG"),
        ("Province of Antwerp", "BE"), ("Grand Lyon", "FR"), ("Wilaya de Ouargla", "DZ"), ("Borough of Camden", "GB"),
        ("Bayangol District (Ulaanbaatar)", "MN"), ("ولاية ورقلة", "DZ"),
    ],
)  # fmt: skip
def test_a_body_whose_place_is_a_town_is_asked_about(decided, name, code):
    assert decided(name, code) is None


@pytest.mark.parametrize(
    ("name", "code", "place"),
    [
        ("Yeosu-si", "KR", "Yeosu"), ("Busan Metropolitan City", "KR", "Busan"), ("City of Geelong", "AU", "Geelong"),
        ("Ankara Büyükşehir Belediyesi", "TR", "Ankara"), ("Municipality of Batalha", "PT", "Batalha"),
    ],
)  # fmt: skip
def test_words_for_a_city_make_no_doubt(decided, name, code, place):
    assert decided(name, code) == place


def test_the_town_of_a_body_is_proposed(db):
    found = candidates("Metropolitan City of Milan", "IT", registry=Registry({"IT": []}))
    assert [each.name for each in found if each.reason.code == "body"] == ["Milan"]


@pytest.mark.parametrize(
    ("name", "code", "country"),
    [
        ("Fez", "TN", "MA"), ("Cairo", "SD", "EG"), ("Lisbon", "ES", "PT"), ("Ankara", "GE", "TR"),
        ("Atlanta", "GE", "US"), ("Atlanta", "GA", "US"), ("Cork", "GB", "IE"), ("Le Caire", "SD", "EG"),
        ("القاهرة", "SD", "EG"), ("City of Fez", "TN", "MA"), ("Khartoum", "EG", "SD"),
    ],
)  # fmt: skip
def test_a_city_of_another_country_is_asked_about_with_that_country(decided, name, code, country):
    found = candidates(name, code, registry=Registry({code: []}))
    abroad = [(each.country_code, each.reason.code) for each in found if each.country_code]

    assert decided(name, code) is None
    assert abroad[0] == (country, "elsewhere")


def test_a_city_of_another_country_that_is_recorded_is_that_city(db):
    CityFactory(slug="fez", name_en="Fez", country__code="MA", geonames_id=2548885)
    found = candidates("Fès", "TN", registry=Registry.of({"TN"}))[0]

    assert (found.city_slug, found.country_code, found.certain) == ("fez", "MA", False)


def test_a_small_place_is_asked_about_where_everybody_knows_another_of_the_name(decided):
    assert [decided(*listed) for listed in (("Lagos", "PT"), ("Porto", "ES"), ("Perth", "GB"))] == [None] * 3
    assert (decided("Valencia", "VE"), decided("London", "CA"), decided("Tripoli", "LB")) == (
        "Valencia", "London", "Tripoli"
    )  # fmt: skip


def test_another_name_of_a_village_is_asked_about(decided):
    assert decided("Islampur", "PK") is None


@pytest.mark.parametrize("name", ["Brescia, Lombardy", "Brescia (Lombardia)", "Brescia - Lombardy"])
def test_a_province_tells_where_a_place_is(db, name):
    found = without_doubt(candidates(name, "IT", registry=Registry({"IT": []})))
    assert (found.name, str(found.reason)) == (
        "Brescia", f"same name in the gazetteer, in the province of {found.reason.text}"
    )  # fmt: skip


def test_what_is_found_nowhere_is_never_certain(decided):
    for name in ("Bikok", "Cairo [1]", "Brescia and 2 others", "Africa, Porto-Novo", "Latest stories"):
        assert decided(name, "CM") is None


@pytest.mark.parametrize(
    "name", ["Bikok", "Maroua 1er", "Pya - Commune de Kozah 2", "Al-Ahsa", "N’Djaména", "الأحساء"]
)
def test_a_name_alone_is_clean(name):
    assert is_clean(name)


@pytest.mark.parametrize(
    "name",
    [
        "Cairo 1", "Cairo [1]", "Cairo (1)", "القاهرة ١", "Brescia and 2 others", "Brescia et Milan", "Bari y otros",
        "Porto-Novo, Africa", "bikok", "Bikok*", "Bikok?", "Fez / Meknes", "Bikok & Hina", "1", "Al",
    ],
)  # fmt: skip
def test_what_has_something_else_about_it_is_not_clean(name):
    assert not is_clean(name)
