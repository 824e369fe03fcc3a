"""Whoever worked in a registry of version 0.4 finds their work after it was brought forward."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.test import Client

from admissions.desk.release.take_back import take_back
from admissions.models import Document, Intake, Nomination, ProgressReport, Recording
from cities.models import City
from gnlc.roles import set_up_roles
from gnlc.workbench.interface.catalogue import catalogue
from gnlc.workbench.interface.overrides import with_overrides
from records.models import Suggestion

from .registry import THEN


def signed_in(name):
    client = Client()
    client.force_login(User.objects.get(username=name))
    return client


def test_the_history_page_of_a_record_is_its_own(then):
    html = signed_in("pierre").get(f"/admin/cities/city/{City.objects.get(slug='fez').pk}/history/").content.decode()
    assert ("Amina" in html, "Population" in html, "Agadir" in html) == (True, True, False)


def test_what_staff_did_still_leads_to_the_records(then):
    root, gone = signed_in("root"), {"Nobody – A mistake", "Fès Médina"}
    entries = LogEntry.objects.exclude(object_repr__in=gone)
    assert [entry.pk for entry in entries if not entry.get_admin_url()] == []
    statuses = {root.get(entry.get_admin_url()).status_code for entry in entries}
    assert (entries.count(), statuses) == (35, {200})


@pytest.mark.parametrize("is_set_up_anew", [False, True])
def test_everybody_may_do_what_they_could(then, is_set_up_anew):
    could = {}
    for person in then.get_model("auth", "User").objects.using(THEN):
        could[person.username] = [p.pk for group in person.groups.all() for p in group.permissions.all()]
    if is_set_up_anew:
        set_up_roles()
    for name, keys in could.items():
        permissions = Permission.objects.filter(pk__in=keys).select_related("content_type")
        names = {f"{each.content_type.app_label}.{each.codename}" for each in permissions}
        assert (len(names), names - User.objects.get(username=name).get_all_permissions()) == (len(keys), set())
    assert {name: len(keys) for name, keys in could.items()} == {
        "amina": 71, "pierre": 71, "eun-ji": 48, "leila": 47, "root": 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "pages"),
    [
        (
            "amina",
            ["admissions/recording/", "admissions/nomination/", "cities/city/", "admissions/nomination/waiting/"],
        ),
        ("eun-ji", ["news/newsitem/", "cities/initiative/", "cities/city/"]),
        ("leila", ["workbench/", "workbench/interface/", "workbench/term/", "workbench/texts/?state=stale"]),
    ],
)
def test_everybody_finds_their_work(then, name, pages):
    person = signed_in(name)
    assert {page: person.get(f"/admin/{page}").status_code for page in pages} == dict.fromkeys(pages, 200)


def test_a_suggestion_is_decided_where_it_waits(then):
    waiting = Suggestion.objects.get(wrong="It is a member.")
    page = f"/admin/{waiting._meta.app_label}/suggestion/{waiting.pk}/"
    assert signed_in("eun-ji").post(f"{page}step/accept/").status_code == 302
    waiting.refresh_from_db()
    assert (waiting.state, waiting.email) == ("accepted", "")


def test_words_that_a_translator_changed_are_used(then):
    assert with_overrides(catalogue("fr"), "fr").find("City").msgstr == "Cité"


@pytest.mark.parametrize(
    ("slug", "answer"),
    [("limerick", (301, "/en/cities/limerick-city/")), ("fes-medina", (301, "/en/cities/fez/")), ("safi", (410, ""))],
)
def test_former_addresses_answer(then, slug, answer):
    response = Client().get(f"/en/cities/{slug}/")
    assert (response.status_code, response.headers.get("Location", "")) == answer


def test_a_published_round_can_still_be_taken_back(then):
    result = take_back(Recording.objects.get(slug="2026"), reason="A trial.")
    assert [str(change.label) for change in result.undone] == [
        "14 February 2026 · 300/80", "Santiago · 2026", "Santiago", "Galway · 2026", "Galway", "Agadir · 2026",
        "Meknes · 2026", "Admissions of 2026",
    ]  # fmt: skip
    assert [change.label for change in result.kept] == ["Meknes"]


def test_a_round_in_work_is_where_it_was(then):
    recording = Recording.objects.get(slug="2027")
    (received,) = Intake.objects.filter(recording=recording)
    assert received.text == "Tetouan (Morocco)\nLimerick (Ireland)"
    assert signed_in("amina").get(recording.get_absolute_url()).status_code == 200


def test_candidates_reports_and_their_documents_are_there(then):
    steps = [(str(each), [step.state for step in each.steps.all()]) for each in Nomination.objects.order_by("pk")]
    assert steps == [
        ("Meknes · 2027", ["with_jury", "recommended", "admitted"]), ("Galway · 2027", ["with_jury", "deferred"]),
        ("Fez · 2027", ["withdrawn"]), ("Galway · 2029", []),
    ]  # fmt: skip
    assert [(each.state, str(each.city)) for each in ProgressReport.objects.all()] == [("returned", "Larissa")]
    assert [(str(each.nomination or each.report), each.kind) for each in Document.objects.order_by("pk")] == [
        ("Meknes · 2027", "application"), ("Larissa · 2018-08-23", "report"),
    ]  # fmt: skip
