"""What is remembered of changes, wherever they are made."""

import ast
import re
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from cities.models import Country, Source
from gnlc.management.commands import load_registry
from records.history.attribution import attributed, reason_in_words
from records.loading import Table
from records.models import HistoryEntry
from tests.back_office import at_work, no_inlines
from tests.factories import AdmissionFactory, CityFactory, SourceFactory, UserFactory

ROOT = Path(__file__).parent.parent.parent
BULK = {"bulk_create", "bulk_update", "update", "aupdate", "_raw_delete"}


@pytest.fixture(autouse=True)
def _in_the_database(db):
    """Every story here is about records."""


def remembered(record=None):
    """(who, changes) of each entry, the first one first; of one record, or of all."""
    entries = HistoryEntry.objects.get_for_object(record) if record else HistoryEntry.objects.all()
    return [(str(entry.actor or ""), entry.changes) for entry in reversed(entries)]


def forgotten():
    HistoryEntry.objects.all().delete()


def test_a_change_in_a_form_is_kept_with_its_person_and_both_values_in_each_language():
    registrar, city = at_work("registrar"), CityFactory(name_en="Fez", name_fr="Fès")
    forgotten()
    sent = {"country": "MA", "name_en": "Fez", "name_fr": "Fès-Boulemane", "population": "9"}
    registrar.cookies["django_language"] = "ar"
    assert (
        registrar.post(f"/admin/cities/city/{city.pk}/change/", sent | no_inlines("names", "awards")).status_code
        == 302
    )
    assert remembered(city) == [("registrar", {"name_fr": ["Fès", "Fès-Boulemane"], "population": [None, 9]})]


def test_saving_a_form_in_which_nothing_changed_leaves_no_entry():
    registrar = at_work("registrar")
    city = CityFactory(name_en="Fez", latitude="34.05000", longitude="-5", precision="place", profile_en="Old.")
    city.profile_sources.add(source := SourceFactory())
    forgotten()
    sent = {"country": "MA", "name_en": "Fez", "latitude": "34.05", "longitude": "-5.0", "precision": "place"}
    sent |= {"profile_en": "Old.", "profile_sources": [source.pk]} | no_inlines("names", "awards")
    assert registrar.post(f"/admin/cities/city/{city.pk}/change/", sent).status_code == 302
    city.save()
    assert remembered() == []


def test_what_the_database_refused_is_not_kept():
    city = CityFactory()
    city.slug = CityFactory().slug
    forgotten()
    with pytest.raises(IntegrityError), transaction.atomic():
        city.save()
    assert remembered() == []


def test_sources_added_and_removed_are_kept_with_their_keys():
    admission = AdmissionFactory()
    first, second = (SourceFactory(title=title, publisher="") for title in ("First", "Second"))
    admission.sources.set([first])
    forgotten()
    admission.sources.set([second])
    admission.sources.set([second])
    assert remembered(admission) == [
        ("", {"sources": {"type": "m2m", "operation": "delete", "objects": ["First"], "keys": [first.pk]}}),
        ("", {"sources": {"type": "m2m", "operation": "add", "objects": ["Second"], "keys": [second.pk]}}),
    ]


def test_a_record_is_remembered_when_it_is_gone():
    source = SourceFactory(slug="gone", title="First", publisher="", published_on=date(2020, 9, 23))
    forgotten()
    source.delete()
    [(_who, changes)] = remembered()
    assert {name: old for name, (old, new) in changes.items() if old} == {
        "slug": "gone", "title": "First", "kind": "network", "language": "en", "published_on": "2020-09-23",
    }  # fmt: skip


def test_persons_and_reasons_hold_inside_one_another():
    person, other, city = UserFactory(username="a"), UserFactory(username="b"), CityFactory()
    forgotten()
    with attributed(by=person):
        with attributed(by=other, reason="Taken back: %(why)s", why="a mistake"):
            _populate(city, 1)
        with attributed(reason="Loaded from the registry’s files"):
            _populate(city, 2)
        _populate(city, 3)
    _populate(city, 4)
    told = [(str(entry.actor or ""), reason_in_words(entry)) for entry in reversed(HistoryEntry.objects.all())]
    assert told == [("b", "Taken back: a mistake"), ("a", "Loaded from the registry’s files"), ("a", ""), ("", "")]


def _populate(city, number):
    city.population = number
    city.save()


def test_pages_that_are_read_do_not_depend_on_who_reads(client):
    CityFactory(slug="fez")
    assert "Cookie" not in client.get("/en/cities/fez/").headers.get("Vary", "")


def test_the_first_loading_is_no_change_and_a_later_one_is(monkeypatch, tmp_path):
    files = tmp_path / "sources.csv"
    table = Table(Source, files, {"id": "slug", "title": "title", "language": "language"})
    monkeypatch.setattr(load_registry, "TABLES", [table])
    files.write_text("id,title,language\nfirst,News,en\n", encoding="utf-8")
    call_command("load_registry", stdout=StringIO())
    assert remembered() == []

    files.write_text("id,title,language\nfirst,Good news,en\n", encoding="utf-8")
    monkeypatch.setattr(load_registry, "TABLES", [replace(table)])
    call_command("load_registry", dry_run=True, stdout=StringIO())
    assert remembered() == []
    call_command("load_registry", stdout=StringIO())
    assert remembered() == [("", {"title": ["News", "Good news"]})]
    assert reason_in_words(HistoryEntry.objects.get()) == "Loaded from the registry’s files"
    assert Country.objects.count() == 0


def test_nothing_that_has_a_history_is_written_in_bulk():
    """Writing in bulk passes by the history: only what is being prepared, was loaded or is computed is written so."""
    prepared = {
        "Intake",
        "IntakeGroup",
        "IntakeLine",
        "RoundEntry",
        "intake.lines",
        "recording.entries",
        "after.beside",
    }
    prepared |= {"same", "unpublished", "after.beside"}
    no_records = {"digest", "kept", "found", "self.marks"}
    found = set()
    for app in ("records", "cities", "admissions", "news", "gnlc"):
        for path in [path for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts]:
            calls = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
            written = [call.func for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr in BULK]
            found |= {re.split(r"\.objects|\.filter", ast.unparse(name.value))[0] for name in written}
    assert found - no_records == prepared | {"LoadedRow", "TranslationState", "stored", "super()"}
