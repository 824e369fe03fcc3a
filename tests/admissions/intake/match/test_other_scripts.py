"""Names in other scripts, words for cities and districts in other languages, and provinces."""

import pytest

from admissions.intake.match import Registry, candidates

pytestmark = pytest.mark.django_db


def first(name, code):
    found = candidates(name, code, registry=Registry.of({code}))[0]
    return found.name, found.certain


@pytest.mark.parametrize(
    ("name", "code", "place"),
    [
        ("부산광역시", "KR", "Busan"), ("ソウル特別市", "KR", "Seoul"), ("東京都", "JP", "Tokyo"),
        ("北京市", "CN", "Beijing"),
        ("город Москва", "RU", "Moscow"), ("г. Каир", "EG", "Cairo"),
        ("Thành phố Hồ Chí Minh", "VN", "Ho Chi Minh City"),
        ("Kota Bandung", "ID", "Bandung"), ("เทศบาลนครเชียงราย", "TH", "Chiang Rai"), ("شهر تهران", "IR", "Tehran"),
        ("İstanbul Büyükşehir Belediyesi", "TR", "Istanbul"), ("Αθήνα", "GR", "Athens"),
    ],
)  # fmt: skip
def test_a_city_is_known_in_its_own_script_with_its_word_for_a_city(name, code, place):
    assert first(name, code) == (place, True)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("район Баянгол города Улан-Батора", "MN"), ("Condado de Kilifi", "KE"), ("Landkreis München", "DE"),
        ("강남구", "KR"), ("大阪府", "JP"), ("Kabupaten Bandung", "ID"),
    ],
)  # fmt: skip
def test_a_district_or_a_county_is_never_certain_to_be_the_city(name, code):
    found = candidates(name, code, registry=Registry.of({code}))

    assert [candidate for candidate in found if candidate.certain and candidate.geonames_id] == []


def test_a_name_in_another_case_brings_the_place_before_a_person():
    found = candidates("район Баянгол города Улан-Батора", "MN", registry=Registry.of({"MN"}))

    assert "Ulan Bator" in [candidate.name for candidate in found]


@pytest.mark.parametrize(
    ("name", "code", "number"),
    [
        ("La Paz, Entre Ríos", "AR", 3432079),
        ("La Paz (Mendoza)", "AR", 3849516),
        ("Victoria, Tamaulipas", "MX", 3530580),
    ],
)
def test_a_province_tells_namesakes_apart(name, code, number):
    assert candidates(name, code, registry=Registry.of({code}))[0].geonames_id == number
