"""What a file holds, whatever its format."""

import re
from dataclasses import dataclass, field

NO_VERSION = "0"
# However a tool breaks, joins or indents lines: \s holds the no-break spaces.
VERSION = re.compile(r"(?<![^\W_])version\s{0,9}:\s{0,99}([0-9a-f]{16}|0)(?![^\W_])", re.IGNORECASE)


class UnreadableError(ValueError):
    """A file that cannot be read or written; its message is a sentence for the person who sent or asked for it."""


@dataclass(frozen=True)
class Unit:
    """One text: its place such as `cities.city.12.profile`, the source text, and the translation.

    `version` is a digest of the translation as it was downloaded, None where the file does not say; `previous` the
    source text from which it was made, where that was another one. A doubtful translation is still to be checked.
    `trouble` says in a sentence why the file cannot be taken at its word about this text.
    """

    place: str
    source: str
    target: str = ""
    is_doubtful: bool = False
    previous: str = ""
    version: str | None = None
    about: str = ""
    trouble: str = ""

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


def read_notes(*notes):
    """(about, version) as `Unit.notes` told them, whatever notes a tool put before, after or around them.

    The version is None where nothing is said of it, or where two notes say different things.
    """
    found = [(note, match) for note in notes for match in VERSION.finditer(note)]
    versions = {match[1].lower() for _note, match in found}
    if len(versions) != 1:
        return next(iter(notes), ""), None
    note, match = found[0]
    (version,) = versions
    return note[: match.start()].rstrip(), "" if version == NO_VERSION else version
