"""Texts that a tool parted, and codes inside them: whole and in their order, or refused."""

import pytest

from news.models import Campaign

from .sent import case, outcomes, read_12, read_20, take_over, uploaded

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
