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


def visible(rows, hidden, left_out):
    """The rows, lists of texts, without those and without the columns that are hidden; both are counted in `left_out`.

    A cell below hidden ones is not what stands above them on the screen. Merged with them it shows their text; empty
    it is "?", for whether it means theirs or that of the last visible row, nobody can say.
    """
    above, counted = [], set()
    for number, cells in enumerate(rows):
        new = {place for place in hidden.columns - counted if place < len(cells) and cells[place]}
        left_out["hidden_columns"] += len(new)
        counted |= new
        if number in hidden.rows:
            left_out["hidden_rows"] += any(cells)
            above = [own or upper for own, upper in zip_longest(cells, above, fillvalue="")]
            continue
        if any(cells):
            merged = [(number, place) in hidden.merged for place in range(len(cells))]
            below = zip_longest(cells, above[: len(cells)], merged, fillvalue="")
            cells = [own or (upper if one else upper and "?") for own, upper, one in below]
            above = []
        yield [cell for place, cell in enumerate(cells) if place not in hidden.columns]


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
