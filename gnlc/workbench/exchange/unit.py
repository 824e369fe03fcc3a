"""What a file holds, whatever its format."""

import re
from dataclasses import dataclass, field

NO_VERSION = "0"
# Tools put their notes before ours, join several of them, indent and wrap them anew.
MARK = re.compile(r"\bversion\s*:\s*([0-9a-f]{16}|0)(?![\w.])", re.IGNORECASE)


class UnreadableError(ValueError):
    """A file that cannot be read or written; its message is a sentence for the person who sent or asked for it."""


@dataclass(frozen=True)
class Unit:
    """One text: its place such as `cities.city.12.profile`, the source text, and the translation.

    `version` is a digest of the translation as it was downloaded, None where the file does not say; `previous` the
    source text from which it was made, where that was another one. A doubtful translation is still to be checked.
    `problem` is a sentence that tells why the file cannot be taken at its word here.
    """

    place: str
    source: str
    target: str = ""
    is_doubtful: bool = False
    previous: str = ""
    version: str | None = None
    about: str = ""
    problem: str = ""

    @property
    def notes(self):
        """What a person is told about the text, and by which it is recognised later."""
        return f"{self.about}\nversion: {self.version or NO_VERSION}".lstrip("\n")


@dataclass(frozen=True)
class TextFile:
    """The texts of a file, from one language into another one: codes of ours, else as the file says."""

    source_language: str
    language: str
    units: list = field(default_factory=list)


def read_notes(*notes):
    """(about, version) as `Unit.notes` told them, in whichever note a tool left them.

    The version is None where no note tells it, or two tell different ones.
    """
    marks = [(note, mark) for note in notes for mark in MARK.finditer(note)]
    if not marks:
        return next(iter(notes), ""), None
    note, mark = marks[0]
    about = (note[: mark.start()] + note[mark.end() :]).strip()
    versions = {each[1].lower() for _note, each in marks}
    if len(versions) > 1:
        return about, None
    return about, "" if versions == {NO_VERSION} else versions.pop()
