"""The page that tells what happened to a record, and restoring an old version from it."""

import re
from datetime import datetime
from html import unescape

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from records.history.attribution import attributed, reason_in_words
from records.models import HistoryEntry
from tests.back_office import at_work
from tests.factories import AdmissionFactory, CityFactory, CohortFactory, CountryFactory, SourceFactory
from tests.support.markup import in_one_line

CITIES = "/admin/cities/city/"


@pytest.fixture
def registrar(db):
    return at_work("registrar")


def history(record):
    return f"/admin/{record._meta.app_label}/{record._meta.model_name}/{record.pk}/history/"


def told(client, record):
    """(field, before, after) of each line of the page, from its top."""
    entries = client.get(history(record)).context["entries"]
    return [(row["label"], row["old"].text, row["new"].text) for entry in entries for row in entry.rows]


def changed(record, **facts):
    """Change a record, and return the entry of its history that tells it."""
    for name, value in facts.items():
        setattr(record, name, value)
    record.save()
    return HistoryEntry.objects.get_for_object(record).first()


def restored(client, entry, record):
    """What the page says when the version before that entry is asked for."""
    response = client.post(history(record), {"entry": entry.pk}, follow=True)
    record.refresh_from_db()
    return [str(message) for message in response.context["messages"]]


@pytest.fixture
def fez(db):
    city = CityFactory(name_en="Fez", name_fr="Fès", name_fr_status="proposed", country=CountryFactory(code="MA"))
    HistoryEntry.objects.all().delete()
    return city


def test_it_tells_fields_by_their_names_and_values_in_words_the_newest_first(registrar, fez):
    changed(fez, name_fr_status="sourced", photo_alt_fr="Une rue", latitude="34.05", longitude="-5", precision="place")
    changed(fez, country=CountryFactory(code="ES", name_en="Spain"))
    changed(fez, population=1_112_072)
    assert told(registrar, fez) == [
        ("Population", "–", "1112072"),
        ("Country", "Morocco", "Spain"),
        ("French name is", "proposal, to be confirmed by a translator", "found in a source"),
        ("Latitude", "–", "34.05"),
        ("Longitude", "–", "-5"),
        ("Coordinates show", "–", "the place itself"),
        ("What the photo shows (French)", "–", "Une rue"),
    ]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("fr", [("Date d’annonce", "14 février 2020", "15 février 2020")]),
        ("ar", [("تاريخ الإعلان", "14 فبراير 2020", "15 فبراير 2020")]),
    ],
)
def test_it_speaks_the_language_of_the_reader(registrar, language, lines):
    cohort = CohortFactory(year=2020)
    HistoryEntry.objects.all().delete()
    changed(cohort, announced_on=datetime(2020, 2, 15).date())
    registrar.cookies["django_language"] = language
    assert told(registrar, cohort) == lines


def test_a_text_keeps_its_language_and_a_long_one_is_folded(registrar, fez):
    changed(fez, profile_ar="مدينة " * 100)
    html = in_one_line(registrar.get(history(fez)).content.decode())
    assert re.findall(r'<details> <summary> <bdi dir="rtl" lang="ar">(\S+)', html) == ["مدينة"]


def test_it_names_the_person_and_the_reason(registrar, fez):
    with attributed(by=User.objects.get(), reason="Taken back: %(why)s", why="a mistake"):
        changed(fez, population=5)
    html = unescape(registrar.get(history(fez)).content.decode())
    assert ("<bdi>registrar</bdi>" in html, "<bdi>Taken back: a mistake</bdi>" in html) == (True, True)


def test_a_person_named_inside_another_reason_leaves_the_reason(registrar, fez):
    with attributed(reason="Loaded from the registry’s files"):
        with attributed(by=User.objects.get(username="registrar")):
            changed(fez, population=5)
        changed(fez, population=6)
    entries = HistoryEntry.objects.get_for_object(fez)
    assert [(str(entry.actor or ""), reason_in_words(entry)) for entry in entries] == [
        ("", "Loaded from the registry’s files"),
        ("registrar", "Loaded from the registry’s files"),
    ]


def test_it_tells_of_sources_and_of_spellings(registrar, fez):
    fez.profile_sources.add(SourceFactory(title="Atlas", publisher=""))
    fez.names.create(text="Fas", kind="alternate")
    lines = told(registrar, fez)
    assert lines[-1] == ("Sources of the profile", "–", "Atlas")
    assert ("Name", "–", "Fas") in lines[:-1]


def test_a_record_that_is_gone_still_has_its_history(registrar, fez):
    page = history(fez)
    fez.delete()
    assert [entry.entry.action for entry in registrar.get(page).context["entries"]] == [2, 2, 2]
    assert registrar.get(f"{CITIES}999999/history/").status_code == 302
    assert registrar.get(f"{CITIES}zzz/history/").status_code == 302


def test_the_page_asks_the_database_as_often_for_many_entries_as_for_few(registrar, fez):
    def number_of_queries():
        with CaptureQueriesContext(connection) as queries:
            assert registrar.get(history(fez)).status_code == 200
        return len(queries)

    def busy(number):
        for code in range(number):
            changed(fez, country=CountryFactory(code=f"Z{code}"), population=code)
            fez.profile_sources.add(SourceFactory())

    busy(2)
    number_of_queries()  # what a process asks once, such as the kinds of records, is asked here
    few = number_of_queries()
    busy(9)
    assert number_of_queries() == few <= 14


def test_an_old_version_is_restored_in_one_act_which_is_told_too(registrar, fez):
    entry = changed(fez, name_fr="Fas", population=7, latitude="34.05", longitude="-5", precision="place")
    changed(fez, website="https://fez.example/")
    assert restored(registrar, entry, fez) == ["The version before this change was restored."]
    assert (fez.name_fr, fez.population, fez.latitude, fez.precision) == ("Fès", None, None, "")
    assert fez.website == "https://fez.example/"
    [newest, *_] = registrar.get(history(fez)).context["entries"]
    assert (str(newest.entry.actor), newest.reason[:33]) == ("registrar", "Restored the version from before ")


def test_sources_are_restored(registrar):
    admission, old, new = AdmissionFactory(), SourceFactory(), SourceFactory()
    admission.sources.set([old])
    admission.sources.set([new])
    added, removed, *_ = HistoryEntry.objects.get_for_object(admission)
    assert restored(registrar, removed, admission) == ["The version before this change was restored."]
    assert restored(registrar, added, admission) == ["The version before this change was restored."]
    assert list(admission.sources.all()) == [old]
    [newest, *_] = HistoryEntry.objects.get_for_object(admission)
    again = HistoryEntry.objects.get_for_object(admission)[1]
    assert restored(registrar, again, admission) == ["None would be left: Sources"]
    assert list(admission.sources.all()) == [old]
    assert newest == HistoryEntry.objects.get_for_object(admission).first()


def test_what_was_changed_since_is_not_overwritten(registrar, fez):
    entry = changed(fez, population=7, website="https://fez.example/")
    changed(fez, population=8)
    assert restored(registrar, entry, fez) == ["Changed since, and therefore left: Population"]
    assert (fez.population, fez.website) == (8, "https://fez.example/")


def test_what_breaks_a_rule_today_is_not_restored(registrar, fez):
    entry = changed(fez, wikidata_id="Q1")
    later = changed(fez, wikidata_id="Q2")
    CityFactory(wikidata_id="Q1")
    [sentence] = restored(registrar, later, fez)
    assert (fez.wikidata_id, entry.pk < later.pk) == ("Q2", True)
    assert sentence


def test_an_address_and_other_peoples_fields_are_not_restored(registrar, fez):
    moved, grown = changed(fez, slug="fes"), changed(fez, population=7)
    assert registrar.post(history(fez), {"entry": moved.pk}).status_code == 403
    assert at_work("translator").post(history(fez), {"entry": grown.pk}).status_code == 403
    assert registrar.post(history(fez), {"entry": "\0"}).status_code == 404
    assert registrar.post(history(CityFactory()), {"entry": grown.pk}).status_code == 404
    fez.refresh_from_db()
    assert (fez.slug, fez.population) == ("fes", 7)
