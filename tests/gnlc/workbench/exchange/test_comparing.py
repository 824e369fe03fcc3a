"""Marks, languages and sources of files that tools gave back: nothing is overwritten or mistaken."""

import pytest

from gnlc.workbench.exchange.language import understood
from gnlc.workbench.exchange.po import read_po
from news.models import Campaign

from .sent import ENTRY, MARK, NAME_12, NAME_PO, case, outcomes, read_12, read_20, take_over, uploaded


@pytest.mark.parametrize("name", ["note-12.xlf", "note-20.xlf"])
def test_what_changed_here_is_noticed_beside_a_tools_own_note(translator, campaign, name):
    campaign.name_fr = "Droit à l’éducation"
    campaign.save()
    response = uploaded(translator, case(name))
    assert outcomes(response) == [("changed_here", "")]
    take_over(translator, response)
    assert Campaign.objects.get().name_fr == "Droit à l’éducation"


@pytest.mark.parametrize(
    "note",
    [
        MARK,
        MARK.replace("\n", " "),
        MARK.replace("\n", "\r\n"),
        MARK.replace(": ", ":\u00a0"),
        MARK.replace(": ", ":\n    "),
        "\n      " + MARK.replace("\n", "\n      ") + "\n    ",
        "Please look at version 2. " + MARK + " Thanks.",
    ],
)
def test_the_mark_is_found_however_a_note_was_wrapped(note):
    comment = "".join(f"#. {line.strip()}\n" for line in note.splitlines())
    own = comment.replace("#. ", "#  ")
    units = [
        read_12(f'<target>D</target><note from="x">version: 2</note><note>{note}</note>'),
        read_20(f"<notes><note>{note}</note></notes><segment><source>R</source><target>D</target></segment>"),
        *(read_po(NAME_PO.format(language="fr", entry=f"{each}{ENTRY}").encode()).units[0] for each in (comment, own)),
    ]
    assert [unit.version for unit in units] == ["1111111111111111"] * 4


@pytest.mark.parametrize("notes", ["", "<note>please check</note>", f"<note>{MARK}</note><note>version: 0</note>"])
def test_a_file_that_lost_its_mark_overwrites_only_what_somebody_ticks(translator, campaign, notes):
    campaign.name_fr = "Droit à l’éducation"
    campaign.save()
    data = NAME_12.format(rest=f"<target>Le droit X</target>{notes}", about="").encode()
    response = uploaded(translator, data)
    assert outcomes(response) == [("changed_here", "The file has lost the note that tells when it was taken.")]
    take_over(translator, response)
    assert Campaign.objects.get().name_fr == "Droit à l’éducation"
    take_over(translator, uploaded(translator, data), overwrite=["news.campaign.7.name"])
    assert Campaign.objects.get().name_fr == "Le droit X"


@pytest.mark.parametrize("name", ["FR.xlf", "fr-FR.xlf", "fr_CA.xlf"])
def test_a_language_with_its_region_is_read_as_the_language(translator, campaign, name):
    assert outcomes(uploaded(translator, case(name))) == [("new", "")]


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("FR", "fr"),
        ("fr-Latn-FR", "fr"),
        ("ar-001", "ar"),
        ("ar_MA", "ar"),
        ("ar-x-mine", "ar"),
        ("fr_FR.UTF-8", "fr"),
        (" en-GB ", "en"),
        ("fra", "fr"),
        ("frr", "frr"),
        ("french", "french"),
        ("de-FR", "de-FR"),
        ("x-fr", "x-fr"),
        ("", ""),
    ],
)
def test_a_tag_falls_back_to_the_language_that_it_begins_with(tag, language):
    assert understood(tag) == language


def test_a_language_that_is_none_of_ours_is_named(translator, campaign):
    for sent in (NAME_PO.format(language="de_DE", entry=ENTRY), case("FR.xlf").decode().replace('"FR"', '"de_DE"')):
        assert uploaded(translator, sent.encode()).context["sentence"] == (
            "The file does not say into which language of the registry it is translated: “de_DE” is none."
        )
    german = uploaded(translator, case("FR.xlf").replace(b'"en"', b'"de"'))
    assert (german.status_code, german.context["sentence"]) == (
        422,
        "The file is translated from “de”, which is no language of the registry.",
    )


def test_a_file_from_another_source_language_is_refused(translator, campaign):
    assert outcomes(uploaded(translator, case("FR.xlf").replace(b'"en"', b'"ar-MA"'))) == [
        ("refused", "The file translates from another language than the one in which this text is written here.")
    ]


def test_a_target_in_another_language_than_its_file_is_refused():
    assert read_12('<target xml:lang="ar">حق</target>').problem == "The file says of this text that it is in “ar”."
    assert read_12('<target xml:lang="fr-CA">Droit</target>').problem == ""


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("The Right to Education", "outdated"),
        ("Right to education!", "outdated"),
        ("x", "refused"),
        ("Lifelong learning week of Seoul", "refused"),
        ("", "refused"),
    ],
)
def test_a_source_text_that_has_nothing_to_do_with_ours_is_refused(translator, campaign, source, found):
    data = NAME_PO.format(language="fr", entry=ENTRY.replace("Right to Education", source)).encode()
    assert [outcome for outcome, _reason in outcomes(uploaded(translator, data, "sent.po"))] == [found]


def test_a_source_text_from_which_the_translation_was_made_is_known(translator, campaign):
    campaign.name_fr = "Le droit"
    campaign.save()
    campaign.name_en = "Learning without borders"
    campaign.save()
    data = NAME_PO.format(language="fr", entry=ENTRY).encode()
    assert [outcome for outcome, _reason in outcomes(uploaded(translator, data, "sent.po"))] == ["changed_here"]
