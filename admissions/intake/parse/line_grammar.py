"""What one line lists: cities with their country, in the many ways in which people write that."""

import re
from typing import NamedTuple

from admissions.intake.characters import ARABIC, has_letters

_EDGES = " \t,;:.-–—•*·|/&"
_AND = re.compile(r",?\s+(?:and|et|und|y|e|&)\s+", re.IGNORECASE)
_AND_FIRST = re.compile(r"(?:and|et|y|e|&)\s+", re.IGNORECASE)
_ARABIC_AND = re.compile(r"\s+و\s*(?=[\u0621-\u064a]{3})")
_DASH = re.compile(r"\s+[-–—|/:→]+\s+|\s*[–—→]\s*|\t+|:\s+")
_COUNT = re.compile(
    r"\s*[:–—-]?\s*\(?\s*[0-9]{1,3}(?: (?:cities|villes|new cities|members|membres|مدن|مدينة))?\s*\)?\s*:?$"
)
_INITIALS = re.compile(r"\b[A-Z]\.[A-Z]\.[ ,;:]*$")
_MOST_WORDS = 8
_LONGEST = 20_000


class ListedCity(NamedTuple):
    """A city as it is listed; no country code means that the country could not be read."""

    name: str
    country_text: str
    country_code: str | None


def read_cities(text, countries):
    """The entries of a line that names their countries; empty if it is no such line."""
    if len(text) > _LONGEST:
        return []
    return (
        _by_brackets(text, countries)
        or _after_colon(text, countries)
        or _by_semicolons(text, countries)
        or _by_dashes(text, countries)
        or _by_commas(text, countries)
        or _run_together(text, countries)
    )


def without_count(text):
    """A heading without the number of its cities: "Africa (13):" is "Africa"."""
    return _COUNT.sub("", text).strip(_EDGES) if len(text) <= 150 else text


def split_names(text, listing=True):
    """The names of a list "A, B and C"; with `listing=False` two names with a comma are one: "Seo-gu, Gwangju"."""
    if ";" in text:
        return [name for part in text.split(";") for name in split_names(part, listing)]
    parts = [part for part in _outside_brackets(text, ",") if has_letters(part)]
    last = _AND.split(parts[-1]) if parts else []
    ends_with_and = len(last) > 1 and (len(parts) > 1 or listing) or (len(parts) > 1 and _begins_with_and(parts[-1]))
    if not listing and not ends_with_and and len(parts) < 3:
        return [clean_name(text)] if parts else []
    if ends_with_and:
        parts[-1:] = last
    if ARABIC.search(text) and (listing or len(parts) > 1):
        parts = [piece for part in parts for piece in _ARABIC_AND.split(part)]
        parts[1:] = [_without_arabic_and(part) for part in parts[1:]]
    return [name for name in map(clean_name, parts) if name]


def clean_name(text):
    """A name without what separates it from its neighbours, and without brackets that are not a pair."""
    dot = "." if _INITIALS.search(text) else ""  # Washington, D.C.
    text = text.strip(_EDGES)
    first = _AND_FIRST.match(text)
    if first and len(text) - first.end() > 2:
        text = text[first.end() :].strip(_EDGES)
    if text.count("(") != text.count(")"):
        text = text.replace("(", " ").replace(")", " ")
    return " ".join(text.split()) + dot


def _begins_with_and(part):
    return bool(_AND_FIRST.match(part)) or part.startswith("و")


def _without_arabic_and(part):
    """The name without a leading و, which is "and" in Arabic; `match` finds those that begin with that letter."""
    return part[1:] if part.startswith("و") and len(part) > 3 else part


def _outside_brackets(text, separator):
    """The pieces between separators that stand in no bracket."""
    pieces, depth, start = [], 0, 0
    for place, character in enumerate(text):
        if character == "(":
            depth += 1
        elif character == ")":
            depth = max(0, depth - 1)
        elif character == separator and depth == 0:
            pieces.append(text[start:place].strip())
            start = place + 1
    return [*pieces, text[start:].strip()]


def _brackets(text):
    """Pairs of a text and the outermost bracket behind it, then what is left; a bracket may stay open at the end."""
    pairs, depth, start, opened = [], 0, 0, 0
    for place, character in enumerate(text):
        if character == "(":
            if depth == 0:
                opened = place
            depth += 1
        elif character == ")" and depth:
            depth -= 1
            if depth == 0:
                pairs.append((text[start:opened], text[opened + 1 : place]))
                start = place + 1
    if depth:
        pairs.append((text[start:opened], text[opened + 1 :]))
        start = len(text)
    return pairs, text[start:]


def _by_brackets(text, countries):
    """Fez (Morocco), also several in a row, with or without anything between them."""
    found, pending = [], ""
    pairs, rest = _brackets(text)
    for before, inside in pairs:
        qualifier, country, code = _country_inside(inside, countries)
        if code:
            found.append((f"{pending}{before}{f' ({qualifier})' if qualifier else ''}", country, code))
            pending = ""
        else:
            pending += f"{before}({inside})"
    if not found:
        return []
    entries = []
    for name, country, code in found:
        names = split_names(_after_intro(name), listing=False)
        if len(found) > 1:  # a sentence; "Derry City and Strabane (…)" alone on its line is one city
            names = [clean_name(part) for each in names for part in _AND.split(each)]
        entries += [ListedCity(each, country, code) for each in names]
    rest = (pending + rest).strip(_EDGES)
    if has_letters(rest):
        entries += read_cities(rest, countries) or [ListedCity(clean_name(rest), "", None)]
    return entries


def _country_inside(inside, countries):
    """(what tells the city from others, country, code) of "Morocco" or of "Gwangju, Republic of Korea"."""
    code = countries.code(inside)
    if code:
        return "", inside.strip(), code
    pieces = inside.split(",", 5)
    for size in range(1, len(pieces)):
        country = ",".join(pieces[size:]).strip()
        code = countries.code(country)
        if code:
            return ",".join(pieces[:size]).strip(), country, code
    return "", "", None


def _after_intro(name):
    """The name without the words that introduce a list: "The new members are: Fez"."""
    return name.rpartition(":")[2] if ":" in name else name


def _after_colon(text, countries):
    """Morocco: Agadir, Essaouira and Fez; also "The new members are: Fez, Morocco"."""
    head, colon, rest = text.partition(":")
    if not colon or not has_letters(rest) or text.count(":") > 3:
        return []
    country = without_count(head)
    code = countries.code(country)
    if code and not countries.code(rest.strip(_EDGES)):
        listed = [ListedCity(name, country, code) for name in split_names(rest)]
        return listed if all(len(entry.name.split()) <= _MOST_WORDS for entry in listed) else []
    return [] if code else [entry for entry in read_cities(rest.strip(), countries) if has_letters(entry.name)]


def _by_semicolons(text, countries):
    parts = [part for part in text.split(";") if has_letters(part)]
    each = [read_cities(clean_name(part), countries) for part in parts] if len(parts) > 1 else [[]]
    return [entry for entries in each for entry in entries] if all(each) else []


def _by_dashes(text, countries):
    """Fez – Morocco; Kara - Commune de Kozah 1 - Togo; Morocco – Fez, if only the left side is a country."""
    parts = [part for part in _DASH.split(text) if has_letters(part)] if len(text) <= 300 else []
    if len(parts) < 2:
        return []
    last = countries.code(without_count(parts[-1]))
    if last:
        name = text[: text.rindex(parts[-1])]
        return [ListedCity(each, parts[-1].strip(_EDGES), last) for each in split_names(name, listing=False)]
    first = countries.code(without_count(parts[0]))
    if first:
        return [ListedCity(each, parts[0], first) for each in split_names(text[len(parts[0]) :], listing=False)]
    return []


def _by_commas(text, countries):
    """Fez, Morocco; also a chain: Agadir, Essaouira and Fez, Morocco, Bikok, Cameroon and Dakar, Senegal."""
    entries, pending, joined = [], [], False
    parts = _outside_brackets(text, ",")
    at = 0
    while at < len(parts):
        country, code, used, following = _country_part(parts, at, countries)
        if code and pending:
            one = len(pending) == 2 and not joined
            names = [", ".join(pending)] if one else pending
            entries += [ListedCity(clean_name(name), country, code) for name in names]
            pending, joined = [following] if following else [], False
        elif code and at == 0 and len(parts) > used:
            rest = ", ".join(parts[used:])
            lists_others = any(countries.code(part) for part in parts[used:])
            return [] if lists_others else [ListedCity(name, country, code) for name in split_names(rest)]
        else:
            pieces = _AND.split(parts[at])
            joined = joined or len(pieces) > 1 or _begins_with_and(parts[at])
            pending += [piece for piece in pieces if has_letters(piece)] if len(parts) > 2 else [parts[at]]
        at += used
    names = [entry.name for entry in entries]
    return entries if not pending and all(0 < len(name.split()) <= _MOST_WORDS for name in names) else []


def _country_part(parts, at, countries):
    """(country, code, parts used, name behind it) of the parts from here on: a country may hold a comma or two,
    and "and" may join it to the next name: Morocco and Dakar."""
    for used in (3, 2, 1):
        country = ", ".join(parts[at : at + used])
        code = countries.code(country) if len(parts) >= at + used else None
        if code:
            return country.strip(_EDGES), code, used, ""
    pieces = _AND.split(parts[at], maxsplit=1)
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
