"""What goes into a file comes out of it again, whatever a text holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gnlc.workbench.exchange.po import read_po, write_po
from gnlc.workbench.exchange.unit import TextFile, Unit, UnreadableError
from gnlc.workbench.exchange.xliff import read_xliff, write_xliff_12, write_xliff_20

ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
IN_XML = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff") | st.sampled_from("\t\n\r")
)


def files(texts):
    """Files as the registry writes them: each place once, no empty source, no doubt about what is not written.

    A text of spaces alone is none that the registry keeps.
    """
    texts = texts.filter(lambda text: not text or bool(text.strip()))
    digests = st.sampled_from(["", "0123456789abcdef"])
    unit = st.builds(
        lambda source, target, doubt, previous, version: Unit(
            "", source, target, doubt and bool(target), previous if doubt and target else "", version, "Fez · Name"
        ),
        texts.filter(bool), texts, st.booleans(), texts, digests,
    )  # fmt: skip
    return st.lists(unit, max_size=4).map(
        lambda units: TextFile(
            "en", "ar", [Unit(**vars(each) | {"place": f"cities.city.{n}.name"}) for n, each in enumerate(units)]
        )
    )


@given(files(ANY))
def test_po_loses_nothing(file):
    assert read_po(write_po(file)) == file


@pytest.mark.parametrize("write", [write_xliff_12, write_xliff_20])
@given(file=files(IN_XML))
def test_xliff_loses_nothing(write, file):
    assert read_xliff(write(file)) == file


@pytest.mark.parametrize("write", [write_xliff_12, write_xliff_20])
def test_what_xml_cannot_hold_is_said(write):
    with pytest.raises(UnreadableError, match="cannot hold the character U\\+0007 of “Fez · Name”"):
        write(TextFile("en", "fr", [Unit("cities.city.1.name", "F\aez", about="Fez · Name")]))


@pytest.mark.parametrize("write", [write_xliff_12, write_xliff_20])
def test_xliff_is_read_in_the_encoding_that_it_names(write):
    file = TextFile("en", "ar", [Unit("cities.city.1.name", "Fez", "فاس", version="", about="Fez")])
    assert read_xliff(write(file).decode().replace("utf-8", "utf-16", 1).encode("utf-16")) == file


def test_a_text_that_a_tool_parted_into_segments_is_whole_again():
    file = TextFile("en", "fr", [Unit("cities.city.1.profile", "A port. A market.", "Un port. Un marché.")])
    parted = (
        write_xliff_20(file)
        .replace(b". A", b".</source><target>Un port.</target></segment><ignorable><source> </source></ignorable>"
                         b"<segment><source>A", 1)
        .replace("Un port. Un marché.".encode(), "Un marché.".encode())
    )  # fmt: skip
    assert [(unit.source, unit.target) for unit in read_xliff(parted).units] == [
        ("A port. A market.", "Un port. Un marché.")
    ]


def test_one_file_is_into_one_language():
    other = b'</file><file source-language="en" target-language="fr"><body/></file>'
    data = write_xliff_12(TextFile("en", "ar", [])).replace(b"</file>", other)
    with pytest.raises(UnreadableError, match="several languages"):
        read_xliff(data)


def test_letters_that_are_not_utf_8_are_said():
    with pytest.raises(UnreadableError, match="save it as UTF-8"):
        read_po('msgid ""\nmsgstr ""\n'.encode("utf-16"))


SPACE = b'xmlns="urn:oasis:names:tc:xliff:document:1.2"'
BOMB = b'<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><xliff ' + SPACE + b">&b;</xliff>"


@pytest.mark.parametrize("data", [b"", b"<html/>", b"\xff\xfe", b"<xliff/>", BOMB, b"PK\3\4", b"/etc/passwd"])
def test_what_is_no_xliff_is_said(data):
    with pytest.raises(UnreadableError, match="This is no XLIFF file"):
        read_xliff(data)


@pytest.mark.parametrize("data", [b"\xff\xfe\xff", b"/etc/passwd", b"<xliff/>", b'msgid "a"\nmsgid "b"\n\0'])
def test_what_is_no_po_is_said(data):
    with pytest.raises(UnreadableError, match="This is no PO file"):
        read_po(data)
