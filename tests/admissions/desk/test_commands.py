"""Recording in a terminal, and publishing what is due."""

import pytest
from django.core.management import CommandError, call_command

from admissions.desk.release.publish import schedule
from admissions.models import Admission, Intake, Recording
from tests.factories import CityFactory, CohortFactory, SourceFactory

from .rounds import NEXT_YEAR, meaning, round_of


@pytest.fixture
def file(tmp_path):
    """Writes lines into a file."""

    def write(*lines):
        path = tmp_path / "list.txt"
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write


def record(*arguments, **options):
    call_command("record_round", *map(str, arguments), source=SourceFactory().slug, **options)


def test_a_new_round_is_recorded_and_told_city_by_city(file, capsys):
    record(2026, file("On 10 December 2026, 2 cities from 2 countries join.", "Fez (Morocco)", "Santiago (Mexico)"))

    assert meaning(Recording.objects.get()) == [("Fez", "new", 2548885), ("Santiago", "open", None)]
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("Santiago, MX → Santiago")
    assert told[1:] == ["Fez, MA → new city", "Cities: 2 / 2", "Countries: 2 / 2", "1 entry is undecided."]


def test_what_stands_beside_the_list_is_told_and_not_taken(file, capsys):
    record(2026, file("Not admitted: Agadir (Morocco)", "Fez (Morocco)"))
    told = capsys.readouterr().out.splitlines()
    assert "“Not admitted” (1) → beside the list, not taken" in told
    assert meaning(Recording.objects.get()) == [("Fez", "new", 2548885)]


def test_a_list_of_another_cohort_is_taken_only_all_the_same(file):
    CohortFactory(year=2024, announced_cities=40)
    path = file("4 December 2025", "72 cities from 46 countries join the network.", "Fez (Morocco)")
    with pytest.raises(CommandError, match="This list is dated 4 December 2025"):
        record(2024, path)
    assert Intake.objects.count() == 0

    record(2024, path, all_the_same=True)
    assert Intake.objects.count() == 1


def test_a_dry_run_writes_nothing(file, capsys):
    record(2026, file("Fez (Morocco)"), dry_run=True)
    assert (Recording.objects.count(), Intake.objects.count()) == (0, 0)
    assert capsys.readouterr().out.splitlines()[-1] == "Nothing was written."


def test_a_second_file_joins_the_first(file):
    record(2026, file("Fez (Morocco)"))
    record(2026, file("Fès (Maroc)"), language="fr")
    assert [intake.language for intake in Recording.objects.get().intakes.all()] == ["en", "fr"]


def test_a_cohort_that_exists_is_named_by_its_address(file):
    cohort = CohortFactory(year=2024)
    CityFactory(slug="fez", name_en="Fez")
    record(2024, file("Fez (Morocco)"), publish=True)
    assert list(Admission.objects.values_list("city__slug", "cohort")) == [("fez", cohort.pk)]


def test_what_hinders_publishing_leaves_nothing_behind(file):
    with pytest.raises(CommandError, match="Not published, and nothing was written."):
        record(2026, file("Santiago (Mexico)"), publish=True)
    assert not Recording.objects.exists()


@pytest.mark.parametrize("name", ["atlantis", "1999", "²0²6"])
def test_what_is_no_cohort_and_no_year_is_refused(file, name):
    with pytest.raises(CommandError, match=f"{name} is no cohort and no year of a new round."):
        record(name, file("Fez (Morocco)"))


def test_a_source_has_to_be_recorded(file):
    with pytest.raises(CommandError, match="There is no source with the short name nobody."):
        call_command("record_round", "2026", str(file("Fez (Morocco)")), source="nobody")


def test_a_file_that_cannot_be_read_is_named(tmp_path, file):
    with pytest.raises(CommandError, match=r"missing\.txt cannot be opened."):
        record(2026, tmp_path / "missing.txt")
    with pytest.raises(CommandError, match="No city was found in this text."):
        record(2026, file("Nothing is listed here."))


def test_what_is_due_is_published_and_told(capsys):
    recording = schedule(round_of("Fez (Morocco)"), NEXT_YEAR, "UTC")
    call_command("publish_due")
    Recording.objects.update(publish_at=recording.started_at)
    call_command("publish_due")
    assert capsys.readouterr().out.splitlines() == [
        "0 rounds published.",
        "Admissions of 2026 is public.",
        "1 round published.",
    ]
