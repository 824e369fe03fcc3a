"""Pairs with brackets: Fez (Morocco), also many in a row, and the other way round: Morocco (Fez, Agadir)."""

from admissions.intake.characters import has_letters
from admissions.intake.words import ALL

from .names import (
    AND,
    EDGES,
    ListedCity,
    after_introduction,
    begins_with_and,
    clean_name,
    doubt_about,
    split_names,
    without_count,
    without_joined_and,
)  # fmt: skip
from .remarks import takes_back


def read_brackets(text, countries, read_rest):
    """The entries of a text with brackets, empty if no bracket stands for a country or for the cities of one.

    `read_rest` reads what stands behind the last bracket. A bracket amid others that names no country known here gives
    an entry without a country; one behind which another bracket follows belongs to the name: Seo-gu (Gwangju) (Korea).
    """
    pairs, rest = _pairs(text)
    if len(pairs) == 1 and not has_letters(pairs[0][0]) and has_letters(rest):
        return _country_first(pairs[0][1], rest, countries)
    found, pending, in_row = [], "", False
    for at, (before, inside) in enumerate(pairs):
        qualifier, country, code = country_inside(inside, countries)
        follows = pairs[at + 1][0].strip() or "(" if at + 1 < len(pairs) else rest
        name = f"{pending}{without_joined_and(before) if found else before}"
        in_row = in_row or (bool(found) and before.lstrip().startswith((",", "،")))
        if code and not has_letters(name):
            if found and found[-1][2] != code:
                found[-1] = (*found[-1][:3], "two_countries")
        elif code:
            also_country = countries.code(clean_name(_after_intro(name)))
            doubt = "reversed" if qualifier and also_country not in (None, code) else ""
            found.append((f"{name}{f' ({qualifier})' if qualifier else ''}", country, code, doubt))
            pending = ""
        elif cities := _cities_inside(name, inside, countries):
            found += [(*city[:3], "whole") for city in cities]
            pending = ""
        elif len(pairs) > 1 and has_letters(inside) and _separates(follows) and not is_note(inside):
            found.append((name, inside, None, ""))
            pending = ""
        else:
            pending += f"{before}({inside})"
    if not any(code for _name, _country, code, _doubt in found):
        return []
    entries = [entry for each in found for entry in _entries(*each, several=len(found) > 1, in_row=in_row)]
    rest = (pending + rest).strip(EDGES)
    if has_letters(rest):
        entries += read_rest(rest)
    return entries


def _country_first(inside, rest, countries):
    """(Morocco) Fez."""
    code = countries.code(inside)
    names = split_names(rest, listing=False) if code else []
    return [ListedCity(name, inside, code, doubt_about(name)) for name in names]


def country_inside(inside, countries):
    """(what tells the city from others, country, code) of "Morocco", "Gwangju, Republic of Korea", "Morocco, new"."""
    code = countries.code(inside)
    if code:
        return "", inside.strip(), code
    pieces = inside.split(",", 5)
    for size in range(1, len(pieces)):
        country = ",".join(pieces[size:]).strip()
        code = countries.code(country)
        if code:
            return ",".join(pieces[:size]).strip(), country, code
    code = countries.code(pieces[0]) if len(pieces) > 1 else None
    return "", pieces[0].strip() if code else "", code


def is_note(inside):
    """Whether a bracket holds a number or a remark rather than the name of a place."""
    return not has_letters(inside) or takes_back(inside) or inside.lstrip()[:1].isdecimal()


def _pairs(text):
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


def _separates(text):
    """Whether a text that follows a bracket parts it from the next name, or ends the line."""
    text = text.lstrip()
    return not text or text[0] in ",;،؛•|/" or AND.match(f" {text}") is not None


def _cities_inside(before, inside, countries):
    """The cities of "Morocco (Rabat and Tetouan)", unless the two together name the country: "Korea (Republic of)"."""
    head = _after_intro(before)
    country = without_count(clean_name(head))
    if not countries.code(country):
        found = countries.at_the_end(head) if len(head) < 300 else None
        country = found[1] if found and _introduces(found[0]) else ""
    code = countries.code(country) if country else None
    if not code or not has_letters(inside) or is_note(inside) or countries.code(f"{country} ({inside})"):
        return []
    return [ListedCity(name, country, code) for name in split_names(inside)]


def _introduces(text):
    """Whether a text ends with the words that stand before a list: "New to the network are"."""
    text = text.rstrip()
    return begins_with_and(text.rpartition(" ")[2] + " ") or ALL.introductions.at_end(text) < len(text)


def _entries(name, country, code, doubt, several, in_row):
    if doubt == "whole":
        return [ListedCity(name, country, code, doubt_about(name))]
    intro = _after_intro(name)
    names = split_names(after_introduction(intro) if several else intro, listing=in_row)
    if several:  # a sentence; "Derry City and Strabane (…)" alone on its line is one city
        names = [clean_name(part) for each in names for part in AND.split(after_introduction(each))]
    return [ListedCity(each, country, code, doubt or doubt_about(each)) for each in names if each]


def _after_intro(name):
    """The name without the words that introduce a list: "The new members are: Fez"."""
    return name.rpartition(":")[2] if ":" in name else name
