"""Files as translators' own tools send them back: what they say is heard, what they do not say is asked."""

from pathlib import Path

import pytest

from gnlc.workbench.exchange.akin import is_akin
from gnlc.workbench.exchange.bounds import MOST_UNITS
from gnlc.workbench.exchange.languages import language_of, languages_of
from gnlc.workbench.exchange.plan import apply, plan
from gnlc.workbench.exchange.po import read_po
from gnlc.workbench.exchange.unit import UnreadableError, read_notes
from gnlc.workbench.exchange.xliff_reading import read_xliff

FILES = Path("tests/data/exchange")
V1 = "1" * 16
UNMARKED = "The file does not say what stood here when it was downloaded."
OTHER_SOURCE = "The file was translated from another language than the one in which this text was written."


def xliff_12(inside, unit="", language="fr"):
    text = f"""<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:t="urn:tool">
    <file original="r" datatype="plaintext" source-language="en" target-language="{language}"><body>
    <trans-unit id="a" {unit}>{inside}</trans-unit></body></file></xliff>"""
    return read_xliff(text.encode()).units[0]


def xliff_20(inside):
    text = f"""<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="fr">
    <file id="r"><unit id="a">{inside}</unit></file></xliff>"""
    return read_xliff(text.encode()).units[0]


def sent(name):
    return read_xliff((FILES / name).read_bytes())


def test_a_text_of_which_a_piece_is_not_translated_is_refused():
    assert sent("partial.xlf").units[0].trouble == "Only a part of this text is translated in the file."


@pytest.mark.parametrize(
    "second",
    [
        '<segment state="final"><source>Two.</source><target/></segment>',
        '<segment state="final"><source>Two.</source><target>  </target></segment>',
        '<segment state="initial"><source>Two.</source></segment>',
    ],
)
def test_no_state_makes_a_part_whole(second):
    first = '<segment state="final"><source>One.</source><target>Un.</target></segment>'
    assert xliff_20(first + second).trouble == "Only a part of this text is translated in the file."
    assert xliff_20(second + first).trouble == "Only a part of this text is translated in the file."


@pytest.mark.parametrize(
    ("target", "is_partial"),
    [
        ('<mrk mtype="seg" mid="1">Un.</mrk>', True),
        ('<mrk mtype="seg" mid="1">Un.</mrk><mrk mtype="seg" mid="2"> </mrk>', True),
        ('<mrk mtype="seg" mid="2">Deux.</mrk><mrk mtype="seg" mid="1">Un.</mrk>', False),
        ("Un. Deux.", True),
    ],
)
def test_pieces_of_version_1_2_are_counted(target, is_partial):
    pieces = '<mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two.</mrk>'
    unit = xliff_12(f"<source>One. Two.</source><seg-source>{pieces}</seg-source><target>{target}</target>")
    assert bool(unit.trouble) == is_partial


def test_targets_stand_in_their_own_order():
    first = '<segment state="final"><source>One </source><target order="3">un</target></segment>'
    gap = '<ignorable><source>and </source><target order="2">et </target></ignorable>'
    last = '<segment state="final"><source>two</source><target order="1">deux </target></segment>'
    assert (xliff_20(first + gap + last).source, xliff_20(first + gap + last).target) == ("One and two", "deux et un")
    unclear = xliff_20(first + gap + last.replace('order="1"', 'order="2"'))
    assert unclear.trouble == "The file says no clear order of the pieces of this text."


@pytest.mark.parametrize("name", ["new.xlf", "own_state.xlf"])
def test_what_a_tool_calls_unfinished_is_to_check(name):
    assert sent(name).units[0].is_doubtful is True


@pytest.mark.parametrize(
    ("target", "unit", "is_doubtful"),
    [
        ("<target>Un port</target>", "", False),
        ('<target state="translated">Un port</target>', "", False),
        ('<target state="final">Un port</target>', 'approved="yes"', False),
        ('<target state="final">Un port</target>', 'approved="no"', True),
        ('<target state="needs-adaptation">Un port</target>', 'approved="yes"', True),
        ('<target state="x-done">Un port</target>', "", True),
        ('<target state="translated" state-qualifier="leveraged-mt">Un port</target>', "", True),
        ('<target state="translated" state-qualifier="fuzzy-match">Un port</target>', "", True),
        ("<target>A port</target>", "", True),
        ('<target state="translated"><mrk mtype="seg" mid="1" t:origin="mt">Un port</mrk></target>', "", True),
        ('<target state="translated">Un port</target>', 't:conf="Draft"', True),
        ("<target/>", "", False),
    ],
)
def test_only_what_is_said_to_be_done_is_done(target, unit, is_doubtful):
    assert xliff_12(f"<source>A port</source>{target}", unit).is_doubtful is is_doubtful


@pytest.mark.parametrize(
    ("state", "is_doubtful"),
    [
        ('state="final"', False),
        ('state="reviewed"', False),
        ('state="translated"', False),
        ('state="initial"', True),
        ("", True),
        ('state="translated" subState="gnlc:to-check"', True),
        ('state="final" subState="t:mt"', True),
    ],
)
def test_states_of_version_2(state, is_doubtful):
    unit = xliff_20(f"<segment {state}><source>A port</source><target>Un port</target></segment>")
    assert unit.is_doubtful is is_doubtful


@pytest.mark.parametrize(
    ("inside", "is_lost"),
    [
        ("Un <g id='1'>port</g>", False),
        ("Un <mrk mtype='x-term'>port</mrk>", False),
        ("<ph id='1'>{name}</ph>", False),
        ("Un <x id='1'/>port", True),
        ("Un <ph id='1'/>port", True),
        ("Un <bpt id='1'>a<sub>port</sub></bpt>", True),
        ("Un <t:code>port</t:code>", True),
    ],
)
def test_a_code_keeps_its_words_or_is_refused(inside, is_lost):
    unit = xliff_12(f"<source>A port</source><target>{inside}</target>")
    assert bool(unit.trouble) is is_lost


@pytest.mark.parametrize("name", ["note12.xlf", "note20.xlf"])
def test_the_mark_of_our_note_is_found_behind_others(name):
    assert sent(name).units[0].version == V1


@pytest.mark.parametrize(
    ("notes", "version"),
    [
        ([f"Fez · Name\nversion: {V1}"], V1),
        (["please check", f"Fez\r\n  version: {V1}\r\n"], V1),
        ([f"Fez · Name version: {V1} and more"], V1),
        ([f"Fez\u00a0· Name\u00a0version\u00a0:\u00a0{V1}"], V1),
        ([f"Fez version:\n{V1}"], V1),
        (["version: 0"], ""),
        ([f"version: {V1}", "version: 0"], None),
        (["version: 12"], None),
        ([f"subversion: {V1}"], None),
        ([], None),
    ],
)
def test_the_mark_is_read_however_a_tool_writes_notes(notes, version):
    assert read_notes(*notes)[1] == version


@pytest.mark.parametrize("sign", ["#.", "#"])
def test_comments_of_po_may_become_the_translators(sign):
    entry = f'msgid ""\nmsgstr ""\n\n{sign} Fez · Name version: {V1}\nmsgctxt "a"\nmsgid "Fez"\nmsgstr "Fès"\n'
    assert read_po(entry.encode().replace(b"\n", b"\r\n")).units[0].version == V1


def test_a_counted_message_is_no_text_of_the_registry():
    unit = read_po(b'msgctxt "a"\nmsgid "x"\nmsgid_plural "y"\nmsgstr[0] "z"\nmsgstr[1] "z"\n').units[0]
    assert unit.trouble == "The file counts something here (msgid_plural); the registry has one text."


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("fr-FR", "fr"), ("fr_CA", "fr"), ("FR", "fr"), ("fr-Latn-FR", "fr"), ("ar-MA", "ar"), ("ar-001", "ar"),
        ("ara", "ar"), ("fra", "fr"), ("fre", "fr"), ("ar_MA.UTF-8", "ar"), ("de", ""), ("frr", ""), ("f", ""),
        ("arz", ""), ("x-fr", ""), ("french", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_language_is_looked_up_by_its_first_parts(tag, language):
    assert language_of(tag) == language


@pytest.mark.parametrize("name", ["FR.xlf", "fr-FR.xlf", "fr_CA.xlf"])
def test_a_file_with_a_region_is_in_its_language(name):
    file = sent(name)
    assert languages_of(file.source_language, file.language) == ("en", "fr")


@pytest.mark.parametrize(
    ("source", "target"), [("en", "de"), ("es", "fr"), ("en-US", "pt-BR"), ("", "x"), ("?", "fr")]
)
def test_a_language_of_others_is_named(source, target):
    with pytest.raises(UnreadableError, match="is none of the registry's languages"):
        languages_of(source, target)


@pytest.mark.parametrize(
    "data",
    [
        b"<xliff>" + b"<unit/>" * 500_000,
        b"<a>" * 50,
        b"<x xmlns='u'>" + b"<unit/>" * (MOST_UNITS + 1) + b"</x>",
        b"<x>" + b"<note/>" * 400_000,
    ],
)
def test_an_xml_file_with_too_much_in_it_is_refused(data):
    with pytest.raises(UnreadableError, match="This file holds too much"):
        read_xliff(data)


@pytest.mark.parametrize("data", [b"# a\n" * 300_000, b'msgid "x"\nmsgstr ""\n' * 60_000, b"#\r" * 300_000])
def test_a_po_file_with_too_much_in_it_is_refused(data):
    with pytest.raises(UnreadableError, match="This file holds too much"):
        read_po(data)


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("x", "Fez", False),
        ("", "Fez", False),
        ("A port.", "The mayor resigned.", False),
        ("The harbour was built by the Romans.", "Libraries lend tablets to all pupils.", False),
        ("Lorem ipsum", "Right to Education", False),
        ("An old city.", "A very old city.", True),
        ("Fez", "FEZ", True),
        ("A city of ports and markets.", "A city of ports and markets. " + "It has many other things too. " * 9, True),
    ],
)
def test_an_earlier_source_is_told_from_another_text(one, other, answer):
    assert is_akin(one, other) is answer


def po(state, **facts):
    facts = {"source": "A large port.", "target": "Un grand port.", "note": ""} | facts
    place = f"cities.city.{state.key}.{state.field}"
    head = f'msgid ""\nmsgstr ""\n"Language: fr_FR\\n"\n"X-Source-Language: {facts.get("language", "en")}\\n"\n\n'
    text = f'{facts["note"]}msgctxt "{place}"\nmsgid "{facts["source"]}"\nmsgstr "{facts["target"]}"\n'
    return read_po((head + text).encode())


def first(file, admin_user):
    change = plan(file, admin_user)[0]
    return change.outcome.value, str(change.reason)


def test_without_its_mark_nothing_here_is_overwritten_unasked(stale, admin_user):
    file = po(stale)
    assert first(file, admin_user) == ("changed_here", UNMARKED)
    changes = plan(file, admin_user)
    assert apply(changes, file_name="f.po") == 0
    assert apply(changes, file_name="f.po", overwrite={changes[0].unit.place}) == 1


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"source": "x"}, ("refused", "The source text in the file has nothing to do with the one here.")),
        ({"source": "A port."}, ("changed_here", UNMARKED)),
        ({"language": "ar"}, ("refused", OTHER_SOURCE)),
        ({"target": "Un port <b>"}, ("grave", f"“<b>” is not in the source. {UNMARKED}")),
    ],
)  # fmt: skip
def test_what_a_file_says_of_a_text_is_weighed(stale, admin_user, facts, outcome):
    assert first(po(stale, **facts), admin_user) == outcome


def test_what_looks_wrong_is_written_only_when_asked_for_and_to_be_checked(stale, admin_user):
    changes = plan(po(stale, target="Un port <b>"), admin_user)
    assert apply(changes, file_name="f.po") == 0
    assert apply(changes, file_name="f.po", overwrite={changes[0].unit.place}) == 1
    stale.refresh_from_db()
    assert stale.state == "to_check"
