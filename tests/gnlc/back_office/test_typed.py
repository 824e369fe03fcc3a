"""A form that was sent after the session had ended, or from a page that was open for too long, loses nothing."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client

from admissions.models import Cohort
from cities.models import City
from gnlc.back_office.typed import Typed
from records.models import Suggestion
from tests.back_office import at_work
from tests.factories import AdmissionFactory, CityFactory

LOGIN = "/admin/login/"
LOOK = "This is what you had typed. It is not saved yet: look it over, then save it."


def token_in(response):
    return re.search(r'name="typed" value="([^"]+)"', response.content.decode())[1]


@pytest.fixture
def fez(db):
    return CityFactory(slug="fez", name_en="Fez")


@pytest.fixture
def somebody(fez):
    """A registrar whose session has ended; `sign_in` is what the sign-in page sends."""
    client = at_work("registrar")
    person = User.objects.get()
    person.set_password("secret")
    person.save()
    client.logout()
    return client


def sign_in(client, response, **sent):
    person = {"username": "registrar", "password": "secret", "next": "/admin/"}
    return client.post(LOGIN, person | {"typed": token_in(response)} | sent)


def test_a_form_comes_back_filled_after_signing_in_and_nothing_is_saved(somebody, fez):
    page = f"/admin/cities/city/{fez.pk}/change/"
    asked = somebody.post(page, {"name_en": "Fez the old", "name_ar": "فاس البالي", "population": "7"})
    assert "what you typed comes back once you have signed in" in asked.content.decode()

    back = sign_in(somebody, asked)
    assert back.url == page
    response = somebody.get(page)
    form = response.context["adminform"].form
    assert (form["name_en"].value(), form["name_ar"].value(), form["population"].value()) == (
        "Fez the old",
        "فاس البالي",
        "7",
    )
    assert LOOK in form.non_field_errors()
    fez.refresh_from_db()
    assert fez.name_en == "Fez"
    assert somebody.get(page).context["adminform"].form["name_en"].value() == "Fez"  # it comes back once


def test_the_form_of_a_new_record_comes_back_and_makes_none(somebody):
    asked = somebody.post("/admin/admissions/cohort/add/", {"title_en": "Admissions of 2030", "year": "2030"})
    sign_in(somebody, asked)
    form = somebody.get("/admin/admissions/cohort/add/").context["adminform"].form
    assert (form["title_en"].value(), Cohort.objects.count()) == ("Admissions of 2030", 0)


def test_a_wrong_password_loses_nothing(somebody, fez):
    page = f"/admin/cities/city/{fez.pk}/change/"
    asked = somebody.post(page, {"name_en": "Fez the old"})
    again = sign_in(somebody, asked, password="wrong")
    assert sign_in(somebody, again).url == page


def test_a_form_that_does_something_is_shown_and_sent_only_by_a_person(somebody, fez):
    page = f"/admin/cities/city/{fez.pk}/address/"
    asked = somebody.post(page, {"slug": "fes-city", "move": "1"})
    assert sign_in(somebody, asked).url == "/admin/typed/"
    content = somebody.get("/admin/typed/").content.decode()
    assert f'action="{page}"' in content
    assert '<input type="hidden" name="slug" value="fes-city">' in content
    assert City.objects.get().slug == "fez"


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("/admin/cities/city/{}/delete/", {"post": "yes"}),
        ("/admin/cities/city/{}/address/", {"slug": "fes-city", "move": "1"}),
        ("/admin/cities/city/", {"action": "delete_selected", "_selected_action": "{}", "post": "yes"}),
    ],
)
def test_opening_a_page_never_does_what_was_sent_to_it_before(somebody, fez, address, sent):
    page = address.format(fez.pk)
    asked = somebody.post(page, {name: value.format(fez.pk) for name, value in sent.items()})
    sign_in(somebody, asked)
    somebody.get(page)
    somebody.get("/admin/typed/")
    somebody.get(page)
    assert list(City.objects.values_list("slug", flat=True)) == ["fez"]


def test_whoever_may_not_write_there_gets_nothing_through(fez, somebody):
    asked = somebody.post("/admin/auth/user/add/", {"username": "another", "password1": "x"})
    assert "x" not in [value for _name, value in Typed.from_token(token_in(asked)).fields]
    sign_in(somebody, asked)
    assert User.objects.count() == 1


@pytest.mark.parametrize("token", ["", "forged", "WyJhIl0:1abc:xyz"])
def test_a_token_that_is_none_of_ours_signs_in_as_always(somebody, token):
    sent = {"username": "registrar", "password": "secret", "typed": token, "next": "/admin/cities/city/"}
    assert somebody.post(LOGIN, sent).url == "/admin/cities/city/"


def test_signing_out_twice_asks_for_nothing(somebody):
    assert somebody.post("/admin/logout/").url == "/admin/"


@pytest.fixture
def reader(db):
    """A reader in whose browser the page has become too old."""
    AdmissionFactory(city__slug="fez")
    return Client(enforce_csrf_checks=True)


SUGGESTED = {"claim": "The name is wrong.", "source": "https://example.org/list"}


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_page_that_is_too_old_offers_what_was_typed_again(reader, language):
    page = f"/{language}/cities/fez/suggest/"
    response = reader.post(page, SUGGESTED, headers={"Origin": "http://testserver"})
    content = response.content.decode()
    assert (response.status_code, f'action="{page}"' in content) == (403, True)
    assert '<input type="hidden" name="claim" value="The name is wrong.">' in content
    assert Suggestion.objects.count() == 0

    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', content)[1]
    sent = reader.post(page, SUGGESTED | {"csrfmiddlewaretoken": token}, headers={"Origin": "http://testserver"})
    assert sent.status_code != 403


@pytest.mark.parametrize("origin", [None, "https://elsewhere.example", "null"])
def test_what_another_site_made_up_is_not_offered(reader, origin):
    headers = {"Origin": origin} if origin else {}
    response = reader.post("/en/cities/fez/suggest/", SUGGESTED, headers=headers)
    assert response.status_code == 403
    assert "The name is wrong." not in response.content.decode()
