"""What a file holds, whatever its format."""

import re
from dataclasses import dataclass, field

NO_VERSION = "0"
VERSION = re.compile(r"^version: ([0-9a-f]{1,16})$", re.MULTILINE)


class UnreadableError(ValueError):
    """A file that cannot be read or written; its message is a sentence for the person who sent or asked for it."""


@dataclass(frozen=True)
class Unit:
    """One text: its place such as `cities.city.12.profile`, the source text, and the translation.

    `version` is a digest of the translation as it was downloaded, None where the file does not say; `previous` the
    source text from which it was made, where that was another one. A doubtful translation is still to be checked.
    """

    place: str
    source: str
    target: str = ""
    is_doubtful: bool = False
    previous: str = ""
    version: str | None = None
    about: str = ""

    @property
    def notes(self):
        """What a person is told about the text, and by which it is recognised later."""
        return f"{self.about}\nversion: {self.version or NO_VERSION}".lstrip("\n")


@dataclass(frozen=True)
class TextFile:
    """The texts of a file, from one language into another one."""

    source_language: str
    language: str
    units: list = field(default_factory=list)


def read_notes(notes):
    """(about, version) as `Unit.notes` told them; the version is None where nothing is said of it."""
    found = VERSION.search(notes)
    if not found:
        return notes, None
    version = "" if found[1] == NO_VERSION else found[1]
    return notes[: found.start()].removesuffix("\n"), version
