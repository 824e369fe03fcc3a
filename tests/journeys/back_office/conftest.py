"""People at work in the back office of a small registry."""

from io import StringIO

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client

from tests.factories import CityFactory, CohortFactory, SourceFactory

PASSWORD = "seven quiet rivers"


@pytest.fixture
def records(transactional_db):
    """What a registrar needs to record an admission."""
    CityFactory(slug="fez", name_en="Fez", name_fr="Fès", name_ar="فاس", name_ar_status="sourced")
    CohortFactory(year=2024, title_fr="Admissions de 2024", title_ar="المدن المنضمة عام 2024")
    SourceFactory(title="UNESCO welcomes 64 new members")


@pytest.fixture
def signed_in(visitor, live_server):
    """The page of somebody of a role who has signed in; how that is done is a journey of its own."""

    def sign_in(role, path="/admin/", **options):
        call_command("set_up_roles", stdout=StringIO())
        person = User.objects.filter(username="amina").first()
        person = person or User.objects.create_user("amina", password=PASSWORD, is_staff=True)
        person.groups.set([Group.objects.get(name=role)])
        client = Client()
        client.force_login(person)
        page = visitor(live_server, **options)
        session = {"name": settings.SESSION_COOKIE_NAME, "value": client.session.session_key}
        page.context.add_cookies([session | {"url": str(live_server)}])
        page.goto(path)
        page.wait_for_selector("#user-tools form")
        page.wait_for_load_state()  # with its styles, by which widths are measured
        return page

    return sign_in


@pytest.fixture
def registrar(records, signed_in):
    """A registrar signs in, as in `registrar(path, locale="ar")`."""

    def sign_in(path="/admin/", **options):
        return signed_in("registrar", path, **options)

    return sign_in
