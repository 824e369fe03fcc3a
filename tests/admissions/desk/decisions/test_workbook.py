"""Entries leave in a workbook, and decisions come back in it."""

import io

import openpyxl
import pytest

from admissions.desk.decisions.decide import decide
from admissions.desk.decisions.workbook import decisions_in, entries_workbook
from admissions.models import IntakeLine
from records.exceptions import RefusedError
from tests.admissions.desk.rounds import meaning, round_of
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def recording():
    """A round with two Ifranes to choose from, an Atlantis that is known nowhere, and Fez, about which is no doubt."""
    return round_of("Ifrane (Morocco)", "Atlantis (Morocco)", "Fez (Morocco)")


def opened(recording, language="en"):
    return openpyxl.load_workbook(io.BytesIO(entries_workbook(recording, language)))


def returned(book, recording, by=None, **decisions):
    """Write decisions beside the listed names, save the file and take it in."""
    sheet = book.active
    for row in sheet.iter_rows(min_row=2):
        if row[4].value in decisions:
            decision = decisions[row[4].value]
            row[1].value, row[2].value = decision if isinstance(decision, tuple) else (decision, "")
    file = io.BytesIO()
    book.save(file)
    return decisions_in("back.xlsx", file.getvalue(), recording, by=by)


def test_what_is_open_comes_first_with_its_proposals(recording):
    rows = list(opened(recording).active.values)

    assert rows[0] == (
        "Entry", "Your decision", "Why it is left out", "Country", "As listed", "first proposal", "second proposal",
        "third proposal", "Now",
    )  # fmt: skip
    assert [(row[4], row[8]) for row in rows[1:]][-1] == ("Fez", "new city")
    assert [row[5] for row in rows[1:] if row[4] == "Ifrane"] == [
        "Ifrane (same name in the gazetteer, largest of 2 places so called)"
    ]


def test_decisions_are_carried_out_as_if_made_at_the_desk(recording):
    hind = UserFactory()
    outcome = returned(
        opened(recording), recording, hind, Ifrane="second proposal", Atlantis=("left out", "A legend.")
    )

    assert (sorted(outcome.done), outcome.refused) == (["Atlantis", "Ifrane"], [])
    ifrane, atlantis = (recording.entries.get(name_en=name) for name in ("Ifrane", "Atlantis"))
    assert (ifrane.decision, ifrane.geonames_id) == ("new", ifrane.candidates[1]["geonames_id"])
    assert (atlantis.decision, atlantis.reason, atlantis.decided_by) == ("left_out", "A legend.", hind)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_words_of_each_language_are_understood(recording, language):
    book = opened(recording, language)
    choices = book.active.data_validations.dataValidation[0].formula1
    outcome = returned(book, recording, Atlantis=choices.strip('"').split(",")[3])

    assert outcome.done == ["Atlantis"]
    assert book.active.sheet_view.rightToLeft is (language == "ar")


def test_rows_without_a_decision_change_nothing(recording):
    before = meaning(recording)
    outcome = returned(opened(recording), recording)

    assert (outcome.done, outcome.refused, meaning(recording)) == ([], [], before)


def test_what_was_decided_meanwhile_is_not_overwritten(recording):
    book = opened(recording)
    entry = recording.entries.get(name_en="Atlantis")
    decide(entry, "left_out", version=entry.version, by=None, reason="A legend.")
    outcome = returned(book, recording, Atlantis="new city", Ifrane="first proposal")

    assert outcome.done == ["Ifrane"]
    assert outcome.refused == [
        ("Atlantis", "This entry was changed meanwhile, by somebody else or in another tab. Nothing was overwritten.")
    ]


def test_what_cannot_be_done_is_told_row_by_row(recording):
    outcome = returned(opened(recording), recording, Atlantis="left out", Ifrane="maybe", Fez="third proposal")

    assert sorted(outcome.refused) == [
        ("Atlantis", "Say why this entry is left out."),
        ("Fez", "“third proposal” is none of the choices."),
        ("Ifrane", "“maybe” is none of the choices."),
    ]


def test_a_name_that_looks_like_a_formula_stays_a_name(recording):
    IntakeLine.objects.filter(name="Atlantis").update(name="=1+1")
    cells = {row[4].value: row[4].data_type for row in opened(recording).active.iter_rows(min_row=2)}

    assert cells == {"Ifrane": "s", "=1+1": "s", "Fez": "s"}


def test_the_rows_of_another_round_are_refused(recording):
    other = round_of("Atlantis (Morocco)")
    outcome = returned(opened(recording), other, Atlantis="new city")

    assert outcome.done == []
    assert [why.endswith("is not in this round any more.") for _name, why in outcome.refused] == [True]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("list.csv", b"City,Country\nFez,Morocco\n", "This is not a file that was taken along from the desk"),
        ("list.pdf", b"%PDF-1.4", "This is a PDF file"),
        ("empty.xlsx", b"", "The file is empty"),
    ],
)
def test_other_files_are_refused_with_a_sentence(recording, name, data, words):
    with pytest.raises(RefusedError, match=words):
        decisions_in(name, data, recording, by=None)


def test_a_table_as_csv_comes_back_as_well(recording):
    rows = [[str(cell or "") for cell in row] for row in opened(recording).active.values]
    for row in rows:
        if row[4] == "Atlantis":
            row[1] = "new city"
    data = "\n".join(";".join(f'"{cell}"' for cell in row) for row in rows).encode()

    assert decisions_in("back.csv", data, recording, by=None).done == ["Atlantis"]
