"""A file that would keep the registry busy is refused before its texts are compared."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gnlc.workbench.exchange.bounds import DEEPEST, LONGEST_TEXT, MOST_PARTS, MOST_UNITS
from tests.back_office import at_work

from .sent import NAME_12, outcomes

PAGES = ["/admin/workbench/upload/", "/admin/workbench/interface/"]
UNITS = f"This file holds too many texts: at most {MOST_UNITS}. Part it."
PARTS = f"This file holds too many notes, comments or lines: at most {MOST_PARTS}. Part it."
DEEP = f"This file nests its parts too deeply: at most {DEEPEST}."
HEAD = b'msgid ""\nmsgstr ""\n"Language: fr\\n"\n\n'
MESSAGE = b'msgid "a"\nmsgstr "b"\n\n'
V12, V20 = (f"urn:oasis:names:tc:xliff:document:{version}" for version in ("1.2", "2.0"))


def xliff(space, inside):
    return f'<xliff xmlns="{space}"><file>{inside}</file></xliff>'.encode()


def uploaded(client, page, data):
    response = client.post(page, {"file": SimpleUploadedFile("sent", data)})
    return response.status_code, response.context.get("sentence")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (HEAD + MESSAGE * (MOST_UNITS + 1), UNITS),
        (HEAD.replace(b"\n", b"\r") + MESSAGE.replace(b"\n", b"\r") * (MOST_UNITS + 1), UNITS),
        (HEAD + b"# c\n" * MOST_PARTS + MESSAGE, PARTS),
        (HEAD + b"#~ c\n" * MOST_PARTS + MESSAGE, PARTS),
        (HEAD + MESSAGE + b'"c"\n' * MOST_PARTS, PARTS),
    ],
)
def test_a_po_file_is_bounded(db, page, data, sentence):
    assert uploaded(at_work("translator"), page, data) == (422, sentence)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (xliff(V12, "<body>" + "<trans-unit/>" * (MOST_UNITS + 1) + "</body>"), UNITS),
        (xliff(V20, "<unit/>" * (MOST_UNITS + 1)), UNITS),
        (xliff(V20, "<unit><notes>" + "<note/>" * MOST_PARTS + "</notes></unit>"), PARTS),
        (xliff(V12, "<group>" * DEEPEST + "</group>" * DEEPEST), DEEP),
        (xliff(V20, "<unit/>" * (MOST_UNITS + 1)).decode().encode("utf-16"), UNITS),
    ],
)
def test_an_xliff_file_is_bounded(db, data, sentence):
    assert uploaded(at_work("translator"), PAGES[0], data) == (422, sentence)


def test_as_much_as_is_allowed_is_read(db):
    data = HEAD + b"".join(b'msgctxt "%d"\nmsgid "a"\nmsgstr "b"\n\n' % number for number in range(200))
    assert uploaded(at_work("translator"), PAGES[0], data) == (200, "")


def test_one_text_is_bounded_too(translator, campaign):
    data = NAME_12.format(rest=f"<target>{'{' * (LONGEST_TEXT + 1)}</target>", about="").encode()
    response = translator.post(PAGES[0], {"file": SimpleUploadedFile("sent.xlf", data)})
    assert outcomes(response) == [("refused", "It is too long: at most 50000 characters.")]
