"""What a tool does not call finished is still to be checked."""

import pytest

from news.models import Campaign
from records.models import TranslationState

from .sent import ENTRY, NAME_PO, case, outcomes, read_12, read_20, take_over, uploaded


@pytest.mark.parametrize("name", ["state-new.xlf", "state-own.xlf"])
def test_what_a_tool_does_not_call_finished_is_to_check(translator, campaign, name):
    take_over(translator, uploaded(translator, case(name)))
    assert Campaign.objects.get().name_fr == "Droit machine"
    assert TranslationState.objects.get(field="name", language="fr").state == "to_check"


@pytest.mark.parametrize(
    ("about", "state", "is_finished"),
    [
        ("", "", True),
        ("", 'state="translated"', True),
        ("", 'state="signed-off"', True),
        ("", 'state="final" state-qualifier="leveraged-mt"', True),
        ("", 'state="new"', False),
        ("", 'state="needs-adaptation"', False),
        ("", 'state="x-mine"', False),
        ("", 'state="translated" state-qualifier="mt-suggestion"', False),
        ("", 'state="final" state-qualifier="rejected-grammar"', False),
        (' approved="no"', "", False),
        (' approved="no"', 'state="translated"', False),
        (' approved="yes"', "", True),
        (' approved="yes"', 'state="new"', False),
        (' xmlns:mq="MQXliff" mq:status="PartiallyEdited"', "", False),
        (' xmlns:mq="MQXliff" mq:status="ManuallyConfirmed"', "", True),
    ],
)
def test_which_states_of_xliff_1_are_finished(about, state, is_finished):
    assert read_12(f"<target {state}>Droit</target>", about).is_doubtful is not is_finished


def test_a_copy_of_the_source_without_a_state_is_to_check():
    assert read_12("<target>Right to Education</target>").is_doubtful is True


@pytest.mark.parametrize(
    ("state", "is_finished"),
    [
        ("", False),
        ('state="initial"', False),
        ('state="translated"', True),
        ('state="reviewed"', True),
        ('state="final" subState="x:any"', True),
        ('state="translated" subState="x:machine"', False),
        ('state="needs-review"', False),
    ],
)
def test_which_states_of_xliff_2_are_finished(state, is_finished):
    rest = f"<segment {state}><source>Right to Education</source><target>Droit</target></segment>"
    assert read_20(rest).is_doubtful is not is_finished


def test_a_text_is_finished_when_all_its_segments_are():
    half = '<segment state="final"><source>Right</source><target>D</target></segment>'
    assert read_20(half + half.replace("final", "initial")).is_doubtful is True


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("#, fuzzy\n" + ENTRY, [("new", "")]),
        ("#,fuzzy\n" + ENTRY, [("new", "")]),
        ("#, c-format, Fuzzy\n" + ENTRY, [("new", "")]),
        (ENTRY.replace("Le droit X", ""), [("same", "")]),
        (
            ENTRY.replace("msgstr", 'msgid_plural "Rights"\nmsgstr[0]'),
            [("refused", "The file has it as a counted message, with several forms.")],
        ),
        (f"{ENTRY}\n\n{ENTRY}", [("refused", "The file has this text twice."), ("new", "")]),
        (f"{ENTRY}\n\n{ENTRY.replace('X', 'Y')}", [("refused", "The file has this text twice.")] * 2),
    ],
)
def test_po_is_read_with_the_same_care(translator, campaign, entry, found):
    response = uploaded(translator, NAME_PO.format(language="fr_FR", entry=entry).encode(), "sent.po")
    assert outcomes(response) == found
    if "uzzy" in entry:
        take_over(translator, response)
        assert TranslationState.objects.get(field="name", language="fr").state == "to_check"


@pytest.mark.parametrize("entry", ["", "#~ " + ENTRY.replace("\n", "\n#~ ")])
def test_a_file_without_texts_says_so(translator, entry):
    response = uploaded(translator, NAME_PO.format(language="fr", entry=entry).encode(), "sent.po")
    assert (response.status_code, response.context["sentence"]) == (422, "There is no text in this file.")
