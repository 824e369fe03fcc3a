"""The names of countries in all languages that lists are read in, as `admissions/data/country_names*.csv` have them.

They only read lists. Nothing that is shown comes from here: the names of the registry are those of `Country`.
"""

import csv
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple

from records.search.folding import fold, search_words

from .words import ALL

DATA = Path(__file__).parents[1] / "data"
# Countries of which the name without "Republic of", "State of" and the like is another country's too.
_NEED_THEIR_TITLE = frozenset({"CD", "CG", "CN", "DM", "DO", "GE", "IE", "KP", "KR", "TW"})
# Of Latin names so short the accents may not be left out, nor the dots moved: Mỹ is a country, My a place.
_SHORT = re.compile(r"[a-z]{1,3}|[a-z](?: [a-z]){1,2}")
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u9fff\uac00-\ud7a3]")


class Names(NamedTuple):
    """Countries by the forms in which their names are compared."""

    by_name: dict  # {folded name: ISO codes}; without Latin names of two or three letters
    words: frozenset  # all words of all names
    spelled: dict  # {`spelling` of a name: ISO codes}


@cache
def names_of_the_world():
    """All shipped names; read at the first question and kept for the process (6,000 names, 0.2 seconds)."""
    by_name, spelled = {}, {}
    for path in (DATA / "country_names.csv", DATA / "country_names_more.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for text in row["names"].split("|"):
                    spelled.setdefault(spelling(text), set()).add(row["iso2"])
                    for key in {fold(text), " ".join(search_words(text))}:
                        if not _SHORT.fullmatch(key):
                            by_name.setdefault(key, set()).add(row["iso2"])
    words = {word for name in by_name for word in name.split()} | {
        word for name in spelled for word in fold(name).split()
    }
    return Names(by_name, frozenset(words), spelled)


def is_unspaced(text):
    """Whether a text has letters of a script without spaces, so that its words are not parted."""
    return bool(_UNSPACED.search(text))


def spelling(text):
    """A name as it is written but for capitals and dots: "U.A.E." and "uae", "mỹ" and not "my"."""
    return unicodedata.normalize("NFC", text).replace(".", "").replace(" ", "").casefold()


def without_title(name):
    """The folded name without "Republic of", "Islamic", "王国" and the like; "" if there is none of these."""
    spaced, longest, unspaced = _titles()
    words, kept, at = name.split(), [], 0
    while at < len(words):
        sizes = range(min(longest, len(words) - at), 0, -1)
        size = next((size for size in sizes if " ".join(words[at : at + size]) in spaced), 0)
        kept += [] if size else [words[at]]
        at += size or 1
    short = " ".join(kept)
    short = " ".join(unspaced.sub(" ", short).split()) if _UNSPACED.search(short) else short
    return short if short != name else ""


def needs_its_title(code):
    """Whether the name of the country alone, without "Republic of", may be another's."""
    return code in _NEED_THEIR_TITLE


@cache
def _titles():
    """The words of official names, how many words the longest has, and a pattern for scripts without spaces."""
    titles = sorted(map(fold, ALL.state_titles), key=lambda title: (-len(title), title))
    spaced = frozenset(title for title in titles if not _UNSPACED.search(title))
    unspaced = re.compile("|".join(re.escape(title) for title in titles if _UNSPACED.search(title)))
    return spaced, max(len(title.split()) for title in spaced), unspaced
