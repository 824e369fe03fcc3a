"""What reading knows of each language: `lexicon("fr")`, and `ALL` for a text whose language may be said wrongly.

The words of a language are in the file called after it; `Lexicon` tells what each entry of the file means.
"""

import tomllib
from pathlib import Path

from .lexicon import COLUMNS, Lexicon, read, union
from .phrases import Phrases, phrases

LEXICA = {
    path.stem: read(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))
    for path in sorted(Path(__file__).parent.glob("*.toml"))
}
ALL = union(LEXICA.values())


def lexicon(language):
    """The words of a language by its code ("zh-hans"), or of all of them for a code that is not read."""
    return LEXICA.get(language, ALL)


__all__ = ["ALL", "COLUMNS", "LEXICA", "Lexicon", "Phrases", "lexicon", "phrases"]
