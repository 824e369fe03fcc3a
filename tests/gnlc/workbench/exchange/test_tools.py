"""Files as translators' tools give them back: nothing unfinished counts as done, nothing is lost or overwritten."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cities.models import TranslationState
from gnlc.workbench.exchange.language import understood
from gnlc.workbench.exchange.po import read_po
from gnlc.workbench.exchange.xliff import read_xliff
from news.models import Campaign
from tests.back_office import at_work
from tests.factories import CampaignFactory

UPLOAD = "/admin/workbench/upload/"
CASES = Path(__file__).parents[3] / "data" / "exchange"
MARK = "Right to Education · Name\nversion: 1111111111111111"
NAME_12 = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="registry"
datatype="plaintext" source-language="en" target-language="fr"><body>
<trans-unit id="news.campaign.7.name"{about}><source>Right to Education</source>{rest}</trans-unit>
</body></file></xliff>"""
NAME_20 = """<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="fr">
<file id="registry"><unit id="news.campaign.7.name">{rest}</unit></file></xliff>"""
NAME_PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: {language}\\n"

{entry}
"""
ENTRY = 'msgctxt "news.campaign.7.name"\nmsgid "Right to Education"\nmsgstr "Le droit X"'


@pytest.fixture
def translator(db):
    return at_work("translator")


@pytest.fixture
def campaign(db):
    summary = (
        "The tag goes with the lifelong learner campaign and says that the right to education holds at every age."
    )
    return CampaignFactory(pk=7, name_en="Right to Education", summary_en=summary, name_fr="", summary_fr="")


def read_12(rest, about=""):
    return read_xliff(NAME_12.format(rest=rest, about=about).encode()).units[0]


def read_20(rest):
    return read_xliff(NAME_20.format(rest=rest).encode()).units[0]


def uploaded(client, data, name="sent.xlf"):
    return client.post(UPLOAD, {"file": SimpleUploadedFile(name, data)})


def outcomes(response):
    return [(outcome.value, str(each.reason)) for outcome, group in response.context["groups"] for each in group]


def take_over(client, response, **facts):
    return client.post(UPLOAD, {name: response.context[name] for name in ("token", "signature")} | facts, follow=True)


def case(name):
    return (CASES / name).read_bytes()


PARTIAL = "Only a part of it is translated in the file."


def test_a_text_of_which_only_a_segment_is_translated_is_refused(translator, campaign):
    campaign.summary_fr = "Ce mot-dièse accompagne la campagne et dit que le droit à l’éducation vaut à tout âge."
    campaign.save()
    response = uploaded(translator, case("partial-20.xlf"))
    assert outcomes(response) == [("refused", PARTIAL)]
    take_over(translator, response)
    assert Campaign.objects.get().summary_fr == campaign.summary_fr


@pytest.mark.parametrize(
    "rest",
    [
        "<segment><source>Right </source></segment><segment><source>to Education</source><target>X</target></segment>",
        "<segment><source>R</source><target/></segment><segment><source>E</source><target>D</target></segment>",
        "<segment><source>Right</source><target>X</target></segment><segment><source>E</source><target/></segment>",
    ],
)
def test_half_of_the_segments_of_xliff_2_is_not_the_whole(rest):
    assert read_20(rest).problem == PARTIAL


@pytest.mark.parametrize(
    "target",
    ['<mrk mtype="seg" mid="1">Droit </mrk>', '<mrk mtype="seg" mid="1">Droit</mrk> <mrk mtype="seg" mid="2"/>'],
)
def test_half_of_the_segments_of_xliff_1_is_not_the_whole(target):
    parts = '<seg-source><mrk mtype="seg" mid="1">Right </mrk><mrk mtype="seg" mid="2">to Education</mrk></seg-source>'
    assert read_12(f"{parts}<target>{target}</target>").problem == PARTIAL


@pytest.mark.parametrize(
    "rest",
    [
        "<segment><source>Right </source></segment><segment><source>to Education</source></segment>",
        "<segment><source>R</source><target/></segment><ignorable><source> </source><target> </target></ignorable>",
    ],
)
def test_where_no_segment_is_translated_nothing_is(rest):
    assert (read_20(rest).target, read_20(rest).problem) == ("", "")


def test_segments_stand_in_the_order_that_the_file_gives():
    rest = (
        '<segment state="final"><source>Right</source><target order="3">éducation</target></segment>'
        "<ignorable><source> to </source><target> à l’</target></ignorable>"
        '<segment state="final"><source>Education</source><target order="1">Droit</target></segment>'
    )
    unit = read_20(rest)
    assert (unit.source, unit.target, unit.is_doubtful) == ("Right to Education", "Droit à l’éducation", False)
    assert read_20(rest.replace('order="3"', 'order="1"')).problem == (
        "It is not clear in which order the file has its parts."
    )


def test_segments_of_xliff_1_keep_the_order_of_the_translation():
    parts = '<seg-source><mrk mtype="seg" mid="1">Right </mrk><mrk mtype="seg" mid="2">to Education</mrk></seg-source>'
    target = '<target><mrk mtype="seg" mid="2">Éducation :</mrk> <mrk mtype="seg" mid="1">un droit</mrk></target>'
    assert read_12(parts + target).target == "Éducation : un droit"
    assert read_12(parts + target.replace('mid="1"', 'mid="3"')).problem == PARTIAL


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
    ("target", "text"),
    [
        ('Le <g id="1">droit</g> X', "Le droit X"),
        ('Le <mrk mtype="term">droit</mrk> X', "Le droit X"),
        ('Le <ph id="1">%(x)s</ph> X', "Le %(x)s X"),
        ('Le <bpt id="1">&lt;b&gt;</bpt>droit<ept id="1">&lt;/b&gt;</ept>', "Le <b>droit</b>"),
        ('Le<x id="1" ctype="lb"/>droit', "Le\ndroit"),
        ('Le <x id="1" equiv-text="{x}"/>', "Le {x}"),
    ],
)
def test_inline_codes_of_xliff_1_keep_their_text(target, text):
    assert (read_12(f"<target>{target}</target>").target, read_12(f"<target>{target}</target>").problem) == (text, "")


@pytest.mark.parametrize("code", ["x", "bx", "ex", "ph", "it", "mrk mtype='x-sdl-deleted'"])
def test_inline_codes_of_xliff_1_without_their_text_are_refused(code):
    assert read_12(f"<target>Le <{code} id='1'/> droit</target>").problem == (
        f"The file has <{code.split()[0]}> in this text and does not say for what it stands."
    )


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ('Le <pc id="1">droit</pc> X', "Le droit X"),
        ('Le <pc id="1" dataRefStart="d1" dataRefEnd="d2">droit</pc>', "Le <b>droit</b>"),
        ('Le <sc id="1" dataRef="d1"/>droit<ec startRef="1" dataRef="d2"/>', "Le <b>droit</b>"),
        ('Le <ph id="1" dataRef="d1"/>droit', "Le <b>droit"),
        ('Le <mrk id="m1" type="comment">droit</mrk>', "Le droit"),
        ('Le <cp hex="00E9"/>', "Le é"),
    ],
)
def test_inline_codes_of_xliff_2_keep_their_text(target, text):
    data = '<originalData><data id="d1">&lt;b&gt;</data><data id="d2">&lt;/b&gt;</data></originalData>'
    unit = read_20(f"{data}<segment><source>R</source><target>{target}</target></segment>")
    assert (unit.target, unit.problem) == (text, "")


@pytest.mark.parametrize("code", ['ph id="1"', 'sc id="1"', 'ec startRef="1"', 'cp hex="x"'])
def test_inline_codes_of_xliff_2_without_their_text_are_refused(code):
    unit = read_20(f"<segment><source>R</source><target>Le <{code}/></target></segment>")
    assert unit.problem == f"The file has <{code[:2]}> in this text and does not say for what it stands."


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
