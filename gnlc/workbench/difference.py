"""What changed in a text, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True)
class Piece:
    """Some words of both texts: the ones `removed`, the ones `added`, or the ones `kept`."""

    kept: str = ""
    removed: str = ""
    added: str = ""


def difference(old, new):
    """The pieces of which the new text is made in view of the old one.

    >>> difference("A port.", "A large port.")
    [Piece(kept='A '), Piece(added='large '), Piece(kept='port.')]
    """
    before, after = (re.findall(r"\S+\s*|\s+", text) for text in (old, new))
    pieces = []
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        was, now = "".join(before[i:j]), "".join(after[k:m])
        pieces.append(Piece(kept=now) if kind == "equal" else Piece(removed=was, added=now))
    return pieces
