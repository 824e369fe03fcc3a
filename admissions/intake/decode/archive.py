"""Files that are ZIP archives inside, looked at from outside before anything of them is opened."""

import io
import zipfile
from contextlib import contextmanager
from xml.etree.ElementTree import ParseError, XMLParser

from django.utils.translation import gettext as _

from .unreadable import Unreadable

MOST_UNPACKED = 30_000_000  # bytes; 2,000 rows have less than one million
_MOST_RATIO = 150  # unpacked to packed; spreadsheets of much the same words reach about 30
_MOST_FILES = 500


def kind_of(data):
    """ "workbook", "word" or "opendocument" by what the archive holds. Refuses what is none of them, and archives that
    unpack to far more than a list needs."""
    with opened(data) as archive:
        files = archive.infolist()
        names = {file.filename for file in files}
        kind = (
            "workbook" if "xl/workbook.xml" in names
            else "word" if "word/document.xml" in names
            else "opendocument" if {"content.xml", "mimetype"} <= names
            else ""
        )  # fmt: skip
        if not kind:
            raise Unreadable(
                _("This is no spreadsheet and no text document but another kind of file. Copy its text and paste it.")
            )
        for file in files:
            if file.file_size > 1_000_000 and file.file_size > _MOST_RATIO * max(1, file.compress_size):
                raise bomb()
        if len(files) > _MOST_FILES or sum(file.file_size for file in files) > MOST_UNPACKED:
            raise bomb()
        for name in names:
            if name.endswith((".xml", ".rels")) and _defines_entities(archive.read(name)):
                raise bomb()
    return kind


@contextmanager
def opened(data):
    """The archive. What the library lets through, depending on where it is damaged or how it is locked, is refused."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        raise broken() from None


def feed(archive, name, target):
    """Hand the events of an XML file of the archive to a target of the parser, piece by piece."""
    parser = XMLParser(target=target)  # noqa: S314 – what defines entities was refused: see `kind_of`
    with archive.open(name) as file:
        try:
            for part in iter(lambda: file.read(65_536), b""):
                parser.feed(part)
            parser.close()
        except ParseError:
            raise broken() from None


def bomb():
    return Unreadable(_("This file unpacks to far more than a list of cities needs. Copy the list and paste it."))


def broken():
    return Unreadable(_("This file is damaged or locked with a password. Save it again, or copy the list."))


def _defines_entities(xml):
    """Whether the file defines names that stand for more text; these kinds of files never do."""
    return b"<!DOCTYPE" in xml or b"<!ENTITY" in xml or b"<\0!\0D\0O\0C\0T\0Y\0P\0E" in xml
