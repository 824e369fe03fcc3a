import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command

from gnlc.roles import set_up_roles
from tests.back_office import at_work


def permissions(role):
    return {f"{p.content_type.app_label}.{p.codename}" for p in Group.objects.get(name=role).permissions.all()}


@pytest.fixture
def roles(db):
    set_up_roles()
    return {role: permissions(role) for role in ("registrar", "editor", "translator")}


def test_a_registrar_records_admissions_and_keeps_cities(roles):
    may = {"admissions.add_admission", "admissions.change_cohort", "cities.add_city", "cities.change_country"}
    assert may <= roles["registrar"]
    assert {"cities.add_country", "news.change_newsitem"} & roles["registrar"] == set()


def test_an_editor_writes_news_and_profiles(roles):
    assert {"news.add_newsitem", "cities.change_city", "cities.add_initiative"} <= roles["editor"]
    assert {"cities.add_city", "admissions.change_admission"} & roles["editor"] == set()


def test_a_translator_only_reads_and_translates_and_keeps_glossary_and_interface(roles):
    glossary = {"workbench.add_term", "workbench.change_term", "workbench.change_messageoverride"}
    deeds = {permission.split(".")[1].split("_")[0] for permission in roles["translator"] - glossary}
    assert deeds == {"view", "translate"}
    assert glossary <= roles["translator"]
    assert {"cities.translate_city", "news.translate_newsitem", "admissions.view_award"} <= roles["translator"]


def test_no_role_deletes(roles):
    assert [p for granted in roles.values() for p in granted if ".delete_" in p] == []


def test_setting_up_again_restores_the_roles_and_keeps_their_people(roles):
    group = Group.objects.get(name="editor")
    person = User.objects.create(username="amina")
    person.groups.add(group)
    group.permissions.set([Permission.objects.get(codename="delete_city")])

    set_up_roles()

    assert permissions("editor") == roles["editor"]
    assert list(group.user_set.all()) == [person]
    assert Group.objects.count() == 3


def told(capsys):
    call_command("set_up_roles")
    return capsys.readouterr().out.splitlines()


def test_the_command_tells_what_it_changed_and_is_brief_when_nothing_did(roles, capsys):
    assert told(capsys) == ["3 groups are as they should be."]
    Group.objects.get(name="editor").permissions.set([Permission.objects.get(codename="delete_city")])
    assert told(capsys) == [
        f"editor    : {len(roles['editor'])} permissions added, 1 taken away",
        "3 groups are as they should be.",
    ]


def test_the_index_follows_the_order_of_work(db):
    apps = at_work("superuser").get("/admin/").context["app_list"]
    assert [app["app_label"] for app in apps] == ["admissions", "cities", "records", "news", "workbench", "auth"]
    assert [model["object_name"] for model in apps[0]["models"]][:3] == ["Recording", "Admission", "Cohort"]


def test_the_head_of_every_page_offers_the_three_languages(db):
    client = at_work("editor")
    chosen = client.post("/i18n/setlang/", {"language": "ar", "next": "/admin/"}, follow=True)
    html = chosen.content.decode()
    assert '<html lang="ar" dir="rtl"' in html
    assert [f'value="{language}"' in html for language in ("en", "fr", "ar")] == [True, True, True]
