"""A running registry takes newer files: the files of version 0.4, what staff changed since, then those of today."""

from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction

from admissions.models import Admission, Cohort
from cities.addresses import move
from cities.models import City, Source
from gnlc.management.commands import load_registry
from records.models import LoadedRow
from tests.snapshot import differences, snapshot

EARLIER = Path(__file__).parent.parent / "data" / "files-0.4"
NEW = {"withdrawn_links.csv"}
pytestmark = pytest.mark.usefixtures("_earlier_files", "db")


def earlier(table):
    """A table as version 0.4 had it: its file of then, with the columns that this had."""
    path = EARLIER / table.path.parent.parent.name / table.path.name
    if not path.exists():
        return table
    headers = path.read_text(encoding="utf-8").partition("\n")[0].strip().split(",")
    return replace(table, path=path, columns={each: to for each, to in table.columns.items() if each in headers})


def load_files(**options):
    out = StringIO()
    call_command("load_registry", stdout=out, **options)
    return out.getvalue().splitlines()


@pytest.fixture(scope="module")
def expected(django_db_setup, databases, django_db_blocker):
    """What an empty registry holds after the files of today were loaded and staff did some deeds."""

    def expected(*deeds):
        with databases.holding("registry"), transaction.atomic():
            for deed in deeds:
                deed()
            held = snapshot(load_registry.TABLES)
            transaction.set_rollback(True)
        return held

    with django_db_blocker.unblock():
        yield {deeds: expected(*deeds) for deeds in ((), (what_staff_do,))}


@pytest.fixture(scope="module")
def _earlier_files(expected, django_db_blocker):
    """A registry of version 0.4: its files, and nothing remembered of which record belongs to which row."""
    tables = [earlier(table) for table in load_registry.TABLES if table.path.name not in NEW]
    with django_db_blocker.unblock(), transaction.atomic():
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(load_registry, "TABLES", tables)
            load_files()
        LoadedRow.objects.update(model="", record="", line=None)
        yield
        transaction.set_rollback(True)


NOT_LISTED_AS_A_SPELLING = "beijing · بيجين is no longer in the file; its record stays"  # it is the name shown now
MOVED = [
    "admissions.csv: anadia · 2017 is admissions.csv: anadia · 2015-2016 now",
    "admissions.csv: cascais · 2017 is admissions.csv: cascais · 2015-2016 now",
    "admissions.csv: lagoa-azores · 2017 is admissions.csv: lagoa-azores · 2015-2016 now",
    "admissions.csv: praia-da-vitoria · 2017 is admissions.csv: praia-da-vitoria · 2015-2016 now",
    "undated_members.csv: dublin · – is admissions.csv: dublin · 2019 now",
    "undated_members.csv: mashhad · – is admissions.csv: mashhad · 2019 now",
    "undated_members.csv: netishyn · – is admissions.csv: netishyn · 2022 now",
    "undated_members.csv: poltava · – is admissions.csv: poltava · 2022 now",
]


def test_newer_files_give_what_an_empty_registry_gets_and_moves_are_told_as_moves(expected):
    before = set(Admission.objects.filter(city__slug__in=["anadia", "dublin"]).values_list("pk", flat=True))

    told = load_files()
    assert sorted(line.strip() for line in told if line.endswith(" now")) == MOVED
    assert [line.strip() for line in told if "its record stays" in line] == [NOT_LISTED_AS_A_SPELLING]
    assert told[-1].endswith(" 1 left alone.")
    assert differences(snapshot(load_registry.TABLES), expected[()]) == {}
    assert set(Admission.objects.filter(city__slug__in=["anadia", "dublin"]).values_list("pk", flat=True)) == before
    assert load_files(again=True)[-1] == "0 new, 0 changed, 0 left alone."


def what_staff_do():
    """Deeds on records of which some move in the newer files, and on the words by which files name records."""
    anadia = Admission.objects.get(city__slug="anadia")
    anadia.name_as_announced = "Anadia (Portugal)"
    anadia.save()
    poltava = Admission.objects.get(city__slug="poltava")
    poltava.cohort, poltava.member_by = Cohort.objects.get(slug="2020"), None
    poltava.save()
    dublin = move(City.objects.get(slug="dublin"), "dublin-city")
    dublin.population = 592_713
    dublin.save()
    source = Source.objects.get(slug="natcom-pt-network")
    source.slug, source.publisher = "portugal-network", "Portugal"
    source.save()
    Admission.objects.get(city__slug="mashhad").sources.set([source])


def test_what_staff_changed_stays_and_all_else_is_as_in_an_empty_registry(expected):
    what_staff_do()

    load_files()
    assert differences(snapshot(load_registry.TABLES), expected[what_staff_do,]) == {}
    assert load_files(again=True)[-1].startswith("0 new, 0 changed")
