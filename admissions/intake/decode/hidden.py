"""Which rows and columns of a sheet its sender does not see, and which cells are merged into one."""

import re
from itertools import zip_longest
from typing import NamedTuple
from xml.etree.ElementTree import iterparse

_MAIN = re.compile(r"^\{[^}]*\}")
_CELLS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?")


class Hidden(NamedTuple):
    """Places count from 0. `merged` are the places, as (row, column), below the first of cells that are one."""

    rows: frozenset
    columns: frozenset
    merged: frozenset


def below_hidden(cells, above, merged):
    """The texts of a visible row below hidden ones, whose texts are `above`.

    It is not below them on the screen: merged with them it shows their text; empty it is "?", for nobody can say
    whether it means theirs or that of the last visible row. `merged` are the places that are one with those above.
    """
    return [
        own or (upper if place in merged else upper and "?")
        for place, (own, upper) in enumerate(zip_longest(cells, above[: len(cells)], fillvalue=""))
    ]


def hidden_in(file, most_rows, most_columns):
    """The `Hidden` of a sheet's XML, read as it comes: hidden by hand, by a filter, by a group that was closed, or by
    a height or width of nothing (ECMA-376, 18.3.1.73 and 18.3.1.13)."""
    rows, columns, merged, row = set(), set(), set(), -1
    # What defines entities was refused before: see `workbook._look_inside`.
    for event, element in iterparse(file, events=("start", "end")):  # noqa: S314
        tag = _MAIN.sub("", element.tag)
        if event == "start" and tag == "row":
            row = int(float(element.get("r", row + 2))) - 1
            if row <= most_rows and _is_hidden(element, "ht"):
                rows.add(row)
        elif event == "start" and tag == "col" and _is_hidden(element, "width"):
            first, last = int(element.get("min", 1)), int(element.get("max", 1))
            columns |= set(range(first - 1, min(last, most_columns)))
        elif event == "start" and tag == "mergeCell" and len(merged) <= most_rows:
            merged |= set(_below(element.get("ref", ""), most_rows))
        elif event == "end" and tag in ("c", "row"):
            element.clear()
    return Hidden(frozenset(rows), frozenset(columns), frozenset(merged))


def _is_hidden(element, size):
    return element.get("hidden", "0").lower() in ("1", "true") or _is_nothing(element.get(size))


def _is_nothing(size):
    try:
        return size is not None and float(size) == 0
    except ValueError:
        return False


def _below(reference, most_rows):
    """The places below the first one of cells that were merged over several rows."""
    found = _CELLS.fullmatch(reference)
    if found and found[4]:
        rows = range(int(found[2]), min(int(found[4]), most_rows))
        yield from ((row, _place(found[1])) for row in rows)


def _place(letters):
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
