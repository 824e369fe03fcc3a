"""A registry of version 0.4 that was worked in is brought forward, and nothing is lost."""

from collections import Counter

import pytest
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.test import Client

from admissions.intake.desk.take_back import take_back
from admissions.models import Document, Intake, Nomination, ProgressReport, RecordedChange, Recording
from cities.history import reason_in_words
from cities.models import City, HistoryEntry, LoadedRow, PageReads, Suggestion, TranslationState
from gnlc.roles import set_up_roles
from gnlc.workbench.interface.catalogue import catalogue
from gnlc.workbench.interface.wordings import with_wordings

from .version_0_4 import THEN, brought_forward, models_of_then

# The models of then that have another label today.
MOVED = {}


@pytest.fixture(scope="module")
def then(django_db_setup, django_db_blocker, tmp_path_factory):
    """The models of version 0.4 with their records, beside those of today."""
    with django_db_blocker.unblock(), brought_forward(tmp_path_factory.mktemp("version-0.4")) as models:
        yield models


@pytest.fixture(autouse=True)
def _nothing_is_written(then):
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def signed_in(name):
    client = Client()
    client.force_login(User.objects.get(username=name))
    return client


def rows(model, columns, using="default"):
    return {row[0]: row[1:] for row in model._base_manager.using(using).values_list("pk", *columns)}


def test_every_row_of_then_is_here_with_all_it_held(then):
    lost = {}
    for model in models_of_then(then):
        today = apps.get_model(MOVED.get(model._meta.label, model._meta.label))
        columns = [field.attname for field in model._meta.concrete_fields]
        now = rows(today, columns)
        lost |= {
            (model._meta.label, key): row for key, row in rows(model, columns, THEN).items() if now.get(key) != row
        }
    assert lost == {}


def test_the_registry_of_then_had_something_of_every_kind(then):
    empty = {model._meta.label for model in models_of_then(then) if not model._base_manager.using(THEN).exists()}
    assert empty == {"auth.User_user_permissions", "cities.Cluster_coordinators", "sessions.Session"}


def test_every_stored_name_of_a_kind_of_record_is_one_of_today(then):
    labels = set()
    for model in (LoadedRow, PageReads, RecordedChange):
        labels |= set(model.objects.values_list("model", flat=True)) - {""}
    labels |= set(HistoryEntry.objects.values_list("serialized_data__model", flat=True)) - {None}
    labels |= {f"{kind.app_label}.{kind.model}" for kind in kinds_in_use()}
    unknown = [
        label for label in labels if label.lower() not in {each._meta.label_lower for each in apps.get_models()}
    ]
    assert (len(labels) > 30, unknown) == (True, [])


def kinds_in_use():
    """The content types to which anything refers."""
    of = ContentType.objects
    pointing = [TranslationState, Suggestion, HistoryEntry, LogEntry, Permission]
    return {of.get_for_id(key) for model in pointing for key in model.objects.values_list("content_type", flat=True)}


def test_texts_suggestions_and_reads_still_belong_to_their_records(then):
    for model in (TranslationState, Suggestion):
        assert [each.pk for each in model.objects.all() if each.record is None] == []
    told = [(each.record, each.state, each.email) for each in Suggestion.objects.order_by("pk")]
    assert [(str(record), state) for record, state, _email in told] == [
        ("Fez", "received"), ("Morocco", "accepted"), ("Admissions of 2020", "not_followed"),
        ("Cork opens a learning neighbourhood", "spam"), ("Laayoune", "received"), ("Amman", "received"),
    ]  # fmt: skip
    assert [email for _record, _state, email in told if email] == ["reader@example.org", "other@example.org"]
    reads = [
        (str(apps.get_model(each.model).objects.get(pk=each.key)), each.number) for each in PageReads.objects.all()
    ]
    assert sorted(reads) == [
        ("Admissions of 2020", 1), ("Cork", 1), ("Cork opens a learning neighbourhood", 1), ("Fez", 4), ("Morocco", 1),
    ]  # fmt: skip
    assert City.objects.most_read_first().first().slug == "fez"


def test_how_far_texts_are_translated_is_known_as_before(then):
    states = TranslationState.objects.exclude(state="done")
    assert Counter(states.values_list("language", "state")) == {
        ("ar", "missing"): 9, ("ar", "stale"): 1, ("ar", "to_check"): 3, ("fr", "missing"): 7,
    }  # fmt: skip
    (stale,) = states.filter(state="stale")
    assert (str(stale.record), stale.column, stale.source_seen) == (
        "Books on the quay", "summary_ar", "Boats lend books in summer.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ("Dublin", [("", "Loaded from the registry’s files")]),
        ("Limerick", [("amina", "The address was changed."), ("amina", "The address was changed.")]),
        ("Bolu · 2018", [("amina", "Membership ended"), ("amina", "Membership ended")]),
        ("Books on the quay", [("eun-ji", ""), ("leila", ""), ("leila", ""), ("eun-ji", "")]),
        ("Safi · 2025", [
            ("pierre", "Published with the round of 2025"), ("pierre", "Published with the round of 2025"),
            ("pierre", "Taken back: The list was not final."),
        ]),
        ("fr: City", [("leila", "From the file django-fr.po")]),
        ("Nobody – A mistake", [("root", ""), ("root", "")]),
    ],
)  # fmt: skip
def test_histories_tell_by_whom_and_why(then, record, told):
    entries = HistoryEntry.objects.filter(object_repr=record).order_by("pk")
    assert [(str(entry.actor or ""), reason_in_words(entry)) for entry in entries] == told


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
    assert with_wordings(catalogue("fr"), "fr").find("City").msgstr == "Cité"


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
