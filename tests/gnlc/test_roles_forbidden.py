"""Who may not do something is told so in their language, and what they may do."""

import pytest
from django.contrib.auth.models import User
from django.test import RequestFactory
from django.utils.translation import override
from django.views.defaults import permission_denied
from lxml import html

from tests.back_office import at_work

HEADINGS = {"en": "You may not do this here", "fr": "Vous ne pouvez pas faire cela ici", "ar": "لا يمكنك فعل هذا هنا"}


@pytest.mark.parametrize("language", HEADINGS)
@pytest.mark.parametrize(
    ("role", "address", "others"),
    [
        ("registrar", "/admin/news/newsitem/add/", 1), ("editor", "/admin/admissions/admission/add/", 1),
        ("editor", "/admin/admissions/nomination/", 1), ("translator", "/admin/cities/city/add/", 1),
        ("registrar", "/admin/auth/user/", 1),
    ],
)  # fmt: skip
def test_a_person_is_told_what_their_role_allows(db, role, address, others, language):
    client = at_work(role)
    client.cookies["django_language"] = language
    response = client.get(address)
    page = html.fromstring(response.content.decode())

    assert response.status_code == 403
    assert (page.get("lang"), page.findtext(".//h1")) == (language, HEADINGS[language])
    assert len(page.xpath("//main/p")) == 2 + others
    assert page.xpath("//main//a/@href") == ["/admin/"]


def test_a_person_without_a_role_and_a_reader_get_the_site_s_own_page_too(db):
    request = RequestFactory().get("/en/")
    request.user = User.objects.create(username="new")
    with override("en"):
        page = html.fromstring(permission_denied(request, PermissionError()).content.decode())
    assert page.findtext(".//h1") == HEADINGS["en"]
    assert page.xpath("//main//a") == []


@pytest.mark.parametrize("language", HEADINGS)
def test_a_reader_is_told_that_an_address_is_for_staff(language):
    with override(language):
        response = permission_denied(RequestFactory().get(f"/{language}/"), PermissionError())
    page = html.fromstring(response.content.decode())
    assert response.status_code == 403
    assert page.findtext(".//h1") == HEADINGS[language]
    assert len(page.xpath("//main/p")) == 1
