"""A registry of version 0.4 that was worked in is brought forward, and nothing is lost."""

from collections import Counter

import pytest
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType

from cities.models import City, Country
from records.history.attribution import reason_in_words
from records.models import HistoryEntry, LoadedRow, PageReads, Suggestion, TranslationState

from .registry import MOVED, THEN, models_of_then


def rows(model, columns, using="default"):
    return {row["pk"]: row for row in model._base_manager.using(using).values("pk", *columns)}


def as_today(row):
    """A row of then as it has to be now: what names a model that moved says what that is called today."""
    labels = {was.lower(): now.lower() for was, now in MOVED.items()}
    if (label := f"{row.get('app_label')}.{row.get('model')}") in labels:
        row = row | dict(zip(("app_label", "model"), labels[label].split("."), strict=True))
    for was, now in labels.items():
        was, now = was.split(".")[1], now.split(".")[1]
        if row.get("codename", "").endswith(f"_{was}"):
            row = row | {"codename": row["codename"].removesuffix(was) + now}
    if "source_seen" in row:  # a text: it had a city and a country, and has the page on which it is read
        row = row | {"page_type_id": row["content_type_id"], "page_key": row["key"]} | _page(row)
        row = {name: value for name, value in row.items() if name not in ("city_id", "country_id")}
    if snapshot := row.get("serialized_data"):
        row = row | {"serialized_data": snapshot | {"model": labels.get(snapshot["model"], snapshot["model"])}}
    return row


def _page(row):
    """The page of what belongs to a city is that of the city, as of what belongs to a country alone the country's."""
    model = ContentType.objects.get_for_id(row["content_type_id"]).model_class()
    owner = {"city": City, "country": Country}.get(getattr(model, "read_on", ""))
    key = owner and row[f"{owner._meta.model_name}_id"]
    return {"page_type_id": ContentType.objects.get_for_model(owner).pk, "page_key": str(key)} if key else {}


def is_about_the_book(row):
    """Whether the row is the name of a kind of record that is no more, or a permission for it."""
    return row.get("model") == "recordedchange" or row.get("codename", "").endswith("_recordedchange")


def as_told(row, now):
    """An entry of the history, which says since then to which published round it belongs."""
    if not now or not now.get("cid"):
        return row
    return row | {"cid": now["cid"], "serialized_data": row["serialized_data"] or now["serialized_data"]}


def test_every_row_of_then_is_here_with_all_it_held(then):
    lost = {}
    for model in models_of_then(then):
        if model._meta.label == "admissions.RecordedChange":
            continue  # it went into the history, see `test_journal`
        columns = [field.attname for field in model._meta.concrete_fields]
        before = {key: as_today(row) for key, row in rows(model, columns, THEN).items()}
        kept = next(iter(before.values()), {})
        now = rows(apps.get_model(MOVED.get(model._meta.label, model._meta.label)), set(kept) - {"pk"})
        for key, row in before.items():
            if now.get(key) != as_told(row, now.get(key)) and not is_about_the_book(row):
                lost[model._meta.label, key] = row
    assert lost == {}


def test_the_registry_of_then_had_something_of_every_kind(then):
    empty = {model._meta.label for model in models_of_then(then) if not model._base_manager.using(THEN).exists()}
    assert empty == {"auth.User_user_permissions", "cities.Cluster_coordinators", "sessions.Session"}


def test_every_stored_name_of_a_kind_of_record_is_one_of_today(then):
    labels = set()
    for model in (LoadedRow, PageReads):
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


def test_no_permission_is_left_over_and_none_is_there_twice(then):
    wanted = {
        (model._meta.label_lower, get_permission_codename(action, model._meta))
        for model in apps.get_models()
        for action in model._meta.default_permissions
    } | {(model._meta.label_lower, name) for model in apps.get_models() for name, _label in model._meta.permissions}
    found = Permission.objects.values_list("content_type__app_label", "content_type__model", "codename")
    assert sorted((f"{app}.{model}", codename) for app, model, codename in found) == sorted(wanted)
