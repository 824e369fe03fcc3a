"""The shape of what reading has to know of a language: the words that stand around the names of a published list."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property

from records.search.folding import fold

from .phrases import Phrases, phrases

COLUMNS = (
    "code", "country", "region", "province", "city", "status", "number", "year", "population", "date", "note",
)  # fmt: skip


@dataclass(frozen=True)
class Lexicon:
    """The words of one language, or of several (`union`). They only read lists: none is ever printed."""

    language: str

    # What takes an entry back: as a heading over entries, before or behind one, or as the cell of a status column.
    not_admitted: Phrases = Phrases()
    withdrawn: Phrases = Phrases()
    undecided: Phrases = Phrases()  # to be confirmed, on hold, on a waiting list, postponed
    excepted: Phrases = Phrases()  # except, instead of: what follows is named, and not listed
    corrections: Phrases = Phrases()  # corrigendum: the text says what is wrong in another one
    other_lists: Phrases = Phrases()  # headings of lists that are not the round's: winners of a prize, older members
    formerly: Phrases = Phrases()  # before a former name
    # Cells of a status or result column only: a "no" elsewhere says little.
    admitted: Phrases = Phrases()
    refused: Phrases = Phrases()

    and_words: Phrases = Phrases()
    others: Phrases = Phrases()  # after "and" or a number: "and 3 others", for names that are not printed
    prepositions: Phrases = Phrases()  # between a city and its country
    state_titles: Phrases = Phrases()  # "Republic of", "Islamic", beside a country's usual name
    introductions: Phrases = Phrases()  # the last words before a list: "the new members are"

    columns: Mapping[str, Phrases] = field(default_factory=dict)  # words of header cells by the keys of COLUMNS
    total: Phrases = Phrases()

    # What surrounds a list.
    titles: Phrases = Phrases()
    pages: Phrases = Phrases()
    notes: Phrases = Phrases()
    mail_fields: Phrases = Phrases()  # From, To, Subject, before a colon
    forwarded: Phrases = Phrases()
    wrote: Phrases = Phrases()  # at the end of "On … X wrote:"
    greetings: Phrases = Phrases()
    signatures: Phrases = Phrases()
    navigation: Phrases = Phrases()
    related: Phrases = Phrases()

    # Days and numbers.
    months: tuple[Phrases, ...] = (Phrases(),) * 12
    weekdays: Phrases = Phrases()
    date_links: Phrases = Phrases()  # the "of" of "5th of December"
    numbers: Mapping[str, int] = field(default_factory=dict)  # by folded words: of 21 only what it is made of
    nearly: Phrases = Phrases()
    about: Phrases = Phrases()
    more_than: Phrases = Phrases()

    # What totals count, and whose they are.
    cities: Phrases = Phrases()
    countries: Phrases = Phrases()
    states: Phrases = Phrases()  # "Arab States" and "Member States" count no countries of the round
    millions: Phrases = Phrases()
    citizens: Phrases = Phrases()
    network_now: Phrases = Phrases()
    joining: Phrases = Phrases()

    function_words: Phrases = Phrases()  # frequent small words by which a text's language shows

    @cached_property
    def takes_back(self):
        """All phrases by which a text says that what stands with them is not admitted, or not yet."""
        return self.not_admitted | self.withdrawn | self.undecided


def read(language, entries):
    """The lexicon of a language from its file: each field a text of phrases with commas, `months` twelve of them,
    `columns` a table of them, `numbers` a table of words by their value. A TypeError if there is another field."""
    values = dict(entries)
    months = tuple(map(phrases, values.pop("months")))
    columns = {key: phrases(values["columns"].get(key, "")) for key in COLUMNS}
    numbers = {fold(word): int(number) for number, words in values["numbers"].items() for word in phrases(words)}
    del values["columns"], values["numbers"]
    texts = {key: phrases(text) for key, text in values.items()}
    return Lexicon(language=language, months=months, columns=columns, numbers=numbers, **texts)


def union(lexica):
    """One lexicon with the words of all of them: what a list's language is said to be may be wrong."""
    joined = {}
    for each in fields(Lexicon):
        values = [getattr(lexicon, each.name) for lexicon in lexica]
        if each.name == "language":
            joined[each.name] = "all"
        elif each.name == "months":
            joined[each.name] = tuple(map(_all, zip(*values, strict=True)))
        elif each.name == "columns":
            joined[each.name] = {key: _all(value[key] for value in values if key in value) for key in COLUMNS}
        elif each.name == "numbers":
            joined[each.name] = {word: number for value in reversed(values) for word, number in value.items()}
        else:
            joined[each.name] = _all(values)
    return Lexicon(**joined)


def _all(several):
    return Phrases(tuple(dict.fromkeys(text for each in several for text in each)))
