"""The form of every record of a registry in which a round was recorded, in each role."""

import pytest
from django.contrib import admin
from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import Group
from django.urls import reverse

from tests.admissions.desk.rounds import published_round
from tests.back_office import at_work
from tests.walks.whole_registry import ROLES, every_record, whole_registry


def form_of(record):
    options = record._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[record.pk])


def may_open(role, model):
    """What the permissions of the role say; a round opens its desk."""
    if role == "superuser":
        return True
    permission = get_permission_codename("view", model._meta)
    held = Group.objects.get(name=role).permissions
    return held.filter(codename=permission, content_type__app_label=model._meta.app_label).exists()


@pytest.mark.parametrize("role", ROLES)
def test_every_form_opens_for_those_who_may_see_the_record_and_for_nobody_else(db, role):
    whole_registry()
    client = at_work(role)
    if role == "superuser":
        Group.objects.get_or_create(name="registrar")
    records = [record for _, record in every_record()]
    answers = {f"{record._meta.label} {record.pk}": client.get(form_of(record)).status_code for record in records}
    expected = {
        f"{record._meta.label} {record.pk}": 200 if may_open(role, type(record)) else 403 for record in records
    }
    assert answers == expected
    assert {type(record) for record in records} == set(admin.site._registry)


@pytest.mark.parametrize("role", ROLES)
def test_every_list_and_history_opens_for_those_who_may_see_it(db, role):
    whole_registry()
    client = at_work(role)
    for pages, record in every_record():
        name = f"admin:{pages.opts.app_label}_{pages.opts.model_name}"
        permission = get_permission_codename("view", pages.opts)
        may = role == "superuser" or Group.objects.get(name=role).permissions.filter(codename=permission).exists()
        for address in (reverse(f"{name}_changelist"), reverse(f"{name}_history", args=[record.pk])):
            assert (address, client.get(address).status_code) == (address, 200 if may else 403)


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("registrar", {"Cohorts", "Admissions", "Lists as received", "Calls for nominations"}),
        ("editor", {"Cohorts", "Admissions", "Lists as received"}),
        ("translator", {"Cohorts", "Admissions", "Lists as received"}),
    ],
)
def test_the_form_of_a_source_tells_each_role_what_it_may_see_of_what_rests_on_it(db, role, said):
    from tests.admissions.desk.rounds import make_countries
    from tests.factories import CallFactory

    make_countries()
    source = published_round("Fez (Morocco)").intakes.get().source
    CallFactory().sources.add(source)
    response = at_work(role).get(form_of(source))
    told = response.context["adminform"].model_admin.facts_in_detail(response.context["original"])
    lines = [line.split("</div>")[0] for line in str(told).split("<div>")[1:]]
    assert {line.split(">")[-2].split(":")[0] if "<a" in line else line.split(":")[0] for line in lines} == said
