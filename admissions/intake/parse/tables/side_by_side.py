"""Columns of entries that stand side by side on a page, as in a newspaper: each is read from top to bottom."""

from admissions.intake.characters import has_letters, tidy
from admissions.intake.countries import region_called
from admissions.intake.parse.entries.line_grammar import read_cities
from admissions.intake.parse.entries.names import without_count
from admissions.intake.parse.page.lines import without_mark

from .headers import roles_of

_LONGEST = 70  # characters of a line that goes on where only one of the columns does


def columns_side_by_side(page, at, end, countries):
    """(the lines of the columns one after the other, where to go on), or (None, end) if the rows from `at` to `end`
    are a table or single entries.

    In a table a row says one thing; here each cell says something by itself: an entry with its country, or the region
    or country over the entries below it. Lines behind the rows in which one column goes on alone belong to it.
    """
    rows = page[at:end]
    if any(roles_of(line.cells, countries) for line in rows):
        return None, end
    places = [place for place in range(max(len(line.cells) for line in rows)) if _filled(rows, place)]
    told = [_tells_itself(_filled(rows, place), countries) for place in places]
    if len(told) < 2 or not all(told):
        return None, end
    starts = {place: _start(rows, place) for place in places}
    lines = [(place, line, line.cells[place]) for line in rows for place in places if _cell(line, place)]
    last = rows[-1]
    while end < len(page) and _goes_on(page[end], last):
        last = page[end]
        lines.append((_place_of(last, starts), last, last.text))
        end += 1
    lines.sort(key=lambda each: each[0])
    return [_as_line(line, cell) for _place, line, cell in lines], end


def _filled(rows, place):
    return [line.cells[place] for line in rows if _cell(line, place)]


def _cell(line, place):
    return place < len(line.cells) and has_letters(line.cells[place])


def _tells_itself(cells, countries):
    """Whether most of the cells are entries with their country, or names under a region or country at the top."""
    entries = sum(_lists(cell, countries) for cell in cells)
    headings = sum(_is_heading(cell, countries) for cell in cells)
    if entries:
        return 2 * (entries + headings) > len(cells)
    return 1 <= headings < len(cells) and _is_heading(cells[0], countries) and 2 * headings <= len(cells)


def _lists(cell, countries):
    entries = read_cities(without_mark(cell)[0], countries)
    return bool(entries) and all(entry.country_code for entry in entries)


def _is_heading(cell, countries):
    return bool(region_called(without_count(cell)) or countries.code(without_count(cell)))


def _start(rows, place):
    """The letter of the line at which a column begins, on average."""
    found = [line.raw.expandtabs(8).find(line.cells[place]) for line in rows if _cell(line, place)]
    found = [start for start in found if start >= 0]
    return sum(found) / len(found) if found else 0


def _goes_on(line, last):
    follows = line.number == last.number + 1 and not line.after_blank and "\n" not in line.raw
    return follows and len(line.cells) == 1 and len(line.text) <= _LONGEST


def _place_of(line, starts):
    start = len(line.raw) - len(line.raw.lstrip())
    return min(starts, key=lambda place: abs(starts[place] - start))


def _as_line(line, cell):
    """The line with the one cell as its text; a bullet or a number in front of it is taken off."""
    text, marked = without_mark(tidy(cell))
    return line._replace(text=text, marked=marked, cells=(tidy(cell),))
