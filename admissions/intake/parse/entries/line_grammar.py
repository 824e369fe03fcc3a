"""What one line lists: cities with their country, in the many ways in which people write that."""

import re

from admissions.intake.characters import has_letters
from admissions.intake.countries import region_called

from .brackets import read_brackets
from .names import (
    AND,
    EDGES,
    ListedCity,
    begins_with_and,
    clean_name,
    counts_others,
    doubt_about,
    outside_brackets,
    split_names,
    without_count,
)

_ARABIC_AND = re.compile(r"\s+و\s*(?=[\u0621-\u064a]{3})")
_DASH = re.compile(r"\s+[-–—|/:→]+\s+|\s*[–—→]\s*|\t+|:\s+")
_SIGNS = (  # and how many of the parts between them have to be entries
    (re.compile(";"), 0.5),
    (re.compile(r"(?<=[^\W\d_]{3})\.\s+"), 1),
    (re.compile(r"\s*\|\s*|\s+/\s+|\s{2,}"), 1),
    (re.compile(r"\s+[-–—]+\s+"), 1),
)
_LONGEST = 20_000
_MOST_PARTS = 1000


def read_cities(text, countries):
    """The entries of a line that names their countries; empty if it is no such line."""
    if len(text) > _LONGEST:
        return []
    return (
        read_brackets(text, countries, lambda rest: _read_rest(rest, countries))
        or _after_colon(text, countries)
        or _in_a_row(text, countries)
        or _by_dashes(text, countries)
        or _by_commas(text, countries)
        or _run_together(text, countries)
    )


def _read_rest(rest, countries):
    """What stands behind the last bracket: entries, or nothing, and then its words are left over."""
    return [entry for entry in read_cities(rest, countries) if entry.country_code]


def _after_colon(text, countries):
    """Morocco: Agadir, Essaouira and Fez; also "The new members are: Fez, Morocco"."""
    head, colon, rest = text.partition(":")
    if not colon or not has_letters(rest) or text.count(":") > 3:
        return []
    country = without_count(head)
    code = countries.code(country)
    if code and ":" in rest and ";" in rest:  # Morocco: Fez; Senegal: Dakar
        return _in_a_row(text, countries)
    if code and not countries.code(rest.strip(EDGES)):
        return [ListedCity(name, country, code, doubt_about(name)) for name in split_names(rest)]
    return [] if code else [entry for entry in read_cities(rest.strip(), countries) if has_letters(entry.name)]


def _in_a_row(text, countries):
    """Fez, Morocco; Dakar, Senegal, also with bars or dashes between: where most parts between semicolons can be read,
    each of the others waits for a person; with other signs all have to be read."""
    for sign, share in _SIGNS:
        parts = [part for part in sign.split(text) if has_letters(part)]
        if not 1 < len(parts) <= _MOST_PARTS:
            continue
        each = [read_cities(clean_name(part), countries) for part in parts]
        if sum(map(bool, each)) >= len(parts) * share:
            unread = [[ListedCity(clean_name(part), "", None)] for part in parts]
            return [entry for entries, other in zip(each, unread, strict=True) for entry in entries or other]
    return []


def _by_dashes(text, countries):
    """Fez – Morocco; Kara - Commune de Kozah 1 - Togo; Morocco – Fez, if only the left side is a country."""
    parts = [part for part in _DASH.split(text) if has_letters(part)] if len(text) <= 300 else []
    if len(parts) < 2:
        return []
    last = countries.code(without_count(parts[-1]))
    if last:
        name = text[: text.rindex(parts[-1])]
        names = split_names(name, listing=False)
        return [ListedCity(each, parts[-1].strip(EDGES), last, doubt_about(each)) for each in names]
    first = countries.code(without_count(parts[0]))
    if first:
        names = split_names(text[len(parts[0]) :], listing=False)
        return [ListedCity(each, parts[0].strip(EDGES), first, doubt_about(each)) for each in names]
    return []


def _by_commas(text, countries):
    """Fez, Morocco; also a chain: Agadir, Essaouira and Fez, Morocco, Bikok, Cameroon and Dakar, Senegal."""
    entries, pending, joined = [], [], False
    parts = [part for part in outside_brackets(text, ",") if not region_called(part)]
    at = 0
    while at < len(parts):
        country, code, used, following = _country_part(parts, at, countries)
        if code and pending:
            one = len(pending) == 2 and not joined
            names = [", ".join(pending)] if one else pending
            entries += _named(names, country, code)
            pending, joined = [following] if following else [], False
        elif code and at == 0 and len(parts) > used:
            lists_others = any(countries.code(part) for part in parts[used:])
            return [] if lists_others else _named(split_names(", ".join(parts[used:])), country, code)
        else:
            pieces = AND.split(parts[at])
            joined = joined or len(pieces) > 1 or begins_with_and(parts[at])
            pieces = [piece for piece in pieces if has_letters(piece) and not counts_others(piece)]
            pending += pieces if len(parts) > 2 else [clean_name(" and ".join(pieces))] if pieces else []
        at += used
    if len(pending) == 1 and entries and countries.code(pending[0]):  # Atlanta, Georgia, USA
        last = entries.pop()
        name = f"{last.name}, {last.country_text}"
        return [*entries, ListedCity(name, pending[0], countries.code(pending[0]), "two_countries")]
    return entries if not pending else []


def _named(names, country, code):
    return [ListedCity(name, country, code, doubt_about(name)) for name in map(clean_name, names) if name]


def _country_part(parts, at, countries):
    """(country, code, parts used, name behind it) of the parts from here on: a country may hold a comma or two,
    and "and" may join it to the next name: Morocco and Dakar."""
    for used in (3, 2, 1):
        country = ", ".join(parts[at : at + used])
        code = countries.code(country.strip(" ;:!?…")) if len(parts) >= at + used else None
        if code:
            return country.strip(" ;:!?…"), code, used, ""
    pieces = AND.split(parts[at], maxsplit=1)
    if len(pieces) == 2 and countries.code(pieces[0]):
        return pieces[0], countries.code(pieces[0]), 1, pieces[1]
    return "", None, 1, ""


def _run_together(text, countries):
    """BenguerirMorocco, where a small letter is followed by a capital one that begins a country."""
    if len(text) > 150:
        return []
    for place in range(2, len(text) - 2):
        if text[place - 1].islower() and text[place].isupper():
            code = countries.code(text[place:])
            if code:
                return [ListedCity(clean_name(text[:place]), text[place:], code)]
    return []
