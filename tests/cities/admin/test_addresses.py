"""The page on which a registrar changes an address or makes one record of two."""

import pytest

from cities.models import City
from records.history.attribution import reason_in_words
from records.models import HistoryEntry
from tests.back_office import at_work
from tests.factories import AdmissionFactory, CityFactory, CountryFactory, MemberFactory


@pytest.fixture
def registrar(db):
    return at_work("registrar")


def page(city):
    return f"/admin/cities/city/{city.pk}/address/"


def test_the_form_of_a_city_leads_there(registrar):
    city = CityFactory()
    assert f'href="{page(city)}"' in registrar.get(f"/admin/cities/city/{city.pk}/change/").content.decode()
    assert registrar.get(page(city)).status_code == 200


def test_an_address_is_changed_and_the_old_one_leads_on(registrar):
    city = MemberFactory(slug="fes")
    registrar.post(page(city), {"move": "1", "slug": "fez"})
    assert registrar.get("/en/cities/fes/").url == "/en/cities/fez/"


@pytest.mark.parametrize(
    ("slug", "sentence"),
    [
        ("taken", "Another city has this address."),
        ("two words", "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens."),
    ],
)
def test_an_address_that_cannot_be_is_refused_with_a_sentence(registrar, slug, sentence):
    CityFactory(slug="taken")
    city = CityFactory(slug="fes")
    response = registrar.post(page(city), {"move": "1", "slug": slug})
    assert (response.status_code, sentence in response.content.decode()) == (422, True)
    assert City.objects.filter(slug="fes").exists()


def test_two_records_become_one(registrar):
    kept, double = CityFactory(slug="fez"), CityFactory(slug="fes")
    AdmissionFactory(city=double)
    response = registrar.post(page(double), {"merge": "1", "into": kept.pk}, follow=True)
    assert "Both records are one now." in response.content.decode()
    assert list(City.objects.all()) == [kept]


def test_what_hinders_a_merge_is_said_and_nothing_is_lost(registrar):
    kept, double = CityFactory(), CityFactory()
    for city in (kept, double):
        AdmissionFactory(city=city, cohort__year=2024)
    response = registrar.post(page(double), {"merge": "1", "into": kept.pk})
    assert "correct or remove one of the two first." in response.content.decode()
    other = CityFactory(country=CountryFactory(code="ES"))
    response = registrar.post(page(double), {"merge": "1", "into": other.pk})
    assert response.context["merge_form"].errors["into"] == [
        "Select a valid choice. That choice is not one of the available choices."
    ]
    assert City.objects.count() == 3


@pytest.mark.parametrize("role", ["translator"])
def test_translators_change_no_address(role, db):
    assert at_work(role).get(page(CityFactory())).status_code == 403


def test_a_city_that_is_none_has_no_such_page(registrar):
    assert [registrar.get(f"/admin/cities/city/{key}/address/").status_code for key in ("0", "x", 10**30)] == [404] * 3


def test_both_deeds_are_told_in_the_history_with_their_reasons(registrar):
    kept, double = CityFactory(slug="fez"), CityFactory(slug="fes")
    admission = AdmissionFactory(city=double)
    registrar.post(page(kept), {"move": "1", "slug": "fez-city"})
    registrar.post(page(double), {"merge": "1", "into": kept.pk})
    newest = {record: HistoryEntry.objects.get_for_object(record).first() for record in (kept, double, admission)}
    assert {record: (entry.actor.username, reason_in_words(entry)) for record, entry in newest.items()} == {
        kept: ("registrar", "The address was changed."),
        double: ("registrar", "Both records are one now."),
        admission: ("registrar", "Both records are one now."),
    }


def test_an_editor_changes_an_address_and_merges_nothing(db):
    editor, city, other = at_work("editor"), CityFactory(), CityFactory()
    assert 'name="into"' not in editor.get(page(city)).content.decode()
    assert editor.post(page(city), {"merge": "1", "into": other.pk}).status_code == 403
    assert editor.post(page(city), {"move": "1", "slug": "fez"}).status_code == 302
