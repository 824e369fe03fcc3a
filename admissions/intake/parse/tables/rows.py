"""Tables: what each row says, by the columns of its table; several tables may stand in one block of rows."""

import re
from typing import NamedTuple

from admissions.intake.characters import has_letters
from admissions.intake.countries import region_called
from admissions.intake.gazetteer import places_of
from admissions.intake.parse.entries.line_grammar import read_cities
from admissions.intake.parse.entries.names import ListedCity, clean_name, doubt_about, without_count
from admissions.intake.parse.page.marks import note_of, without_marks
from admissions.intake.spelling import compact
from admissions.intake.words import ALL

from .columns import TAKES_BACK, cell_of, columns_of, goes_on
from .headers import roles_of

_LONGEST_GROUP = 150
_LONGEST_CELL = 500  # of which the words are looked at
_COUNTED = re.compile(r"^\(?[0-9]{1,4}\)?\s+(\w+)$")
_FOOTNOTE = re.compile(r"(?:[*†‡§¹²³⁴⁵]|\[[0-9]{1,2}\]|\([0-9]{1,2}\)|(?<=\D)[0-9])+$")
_TICKS = frozenset("✓✔☑✅")
_NOTHING = frozenset({"", "-", "–", "—", "/", "."})


class Row(NamedTuple):
    """What a row says.

    `kind` is "header", "heading" (a region, a country, words that set what follows beside the list), "total", "title",
    "note" (what a mark may mean), "line" (one cell that is read like a line of text), "unknown" (a heading that nobody
    can tell) or "entries". `group` are the words that set the row beside the list, `beside` pairs of an entry and the
    words that set it alone there. `country_code` is that of a heading.
    """

    kind: str
    region: str | None
    entries: tuple = ()
    country_code: str | None = None
    group: str = ""
    beside: tuple = ()


def read_rows(rows, language, countries, *, chosen=None, breaks=frozenset(), country=("", None)):
    """A `Row` for each row. A row whose country cell is empty has the country of the row above, as in merged cells.

    `chosen` are the `Columns` that a person chose; `breaks` are the places of the rows that stand below an empty line;
    `country` is the text and the code of the country under which the table stands.
    """
    region, group, columns = None, "", None
    tables = tables_in(rows, countries, breaks)
    for number, (headers, body) in enumerate(tables):
        if chosen or headers or columns is None or not goes_on(body, columns, countries):
            columns = chosen or columns_of(headers, body, language, countries)
        reader = _Table(columns, body, countries, country, region, group)
        is_over_another = not headers and number == 0 and len(tables) > 1
        yield from (Row("header", region) for _row in headers)
        for row in body:
            read = reader.read(row)
            is_title = (
                is_over_another and read.kind == "entries" and not any(each.country_code for each in read.entries)
            )
            yield read._replace(kind="title", entries=()) if is_title else read
        region, group = reader.region, reader.group


def tables_in(rows, countries, breaks=frozenset()):
    """[(header rows, other rows)]: a table begins with its headers or below an empty line. Rows over the first headers
    are of a table of their own."""
    tables, headers, body = [], [], []
    for at, row in enumerate(rows):
        is_header = bool(roles_of(row, countries))
        if body and (is_header or at in breaks):
            tables.append((headers, body))
            headers, body = [], []
        (headers if is_header else body).append(row)
    return [*tables, (headers, body)]


class _Table:
    """Goes down the rows of one table and remembers what stands over them."""

    def __init__(self, columns, rows, countries, country, region, group):
        self.columns = columns
        self.countries = countries
        self.country = country
        self.region = region
        self.group = group
        statuses = [cell_of(row, place) for row in rows for place in columns.statuses]
        filled = [text for text in statuses if text not in _NOTHING]
        self.says_who_is_in = not all(map(_is_refused, filled))
        named = [cell_of(row, columns.country) for row in rows]
        # Where a country is printed again and again, an empty cell is not that of the row above.
        self.repeats = any(one and one == other for one, other in zip(named, named[1:], strict=False))

    def read(self, row):
        filled = [cell for cell in row if has_letters(cell)]
        alone = filled[0] if len(filled) == 1 and len(filled[0]) <= _LONGEST_CELL else ""
        heading = region_called(without_count(alone))
        self.region = region_called(cell_of(row, self.columns.region)) or heading or self.region
        if self._is_total(row, filled):
            return Row("total", self.region)
        if heading:
            return Row("heading", self.region)
        if alone and any(entry.country_code for entry in read_cities(alone, self.countries)):
            return Row("line", self.region)
        if alone and TAKES_BACK.within(alone) and note_of(alone):
            return Row("note", self.region)
        if alone and TAKES_BACK.within(alone) and not self.countries.code(alone):
            self.group = alone[:_LONGEST_GROUP]
            return Row("heading", self.region, group=self.group)
        if alone and (alone in ALL.admitted or (self.group and ALL.admitted.within(alone))):
            self.group = ""
            return Row("title", self.region)
        code = alone and self.countries.code(alone)
        if code and not self._names_no_city(row):
            self.country = (alone, code)
            return Row("heading", self.region, country_code=code)
        if alone and self._is_unknown(row, alone):
            return Row("unknown", self.region)
        return self._entries(row)

    def _is_unknown(self, row, alone):
        """Whether the first cell of a row stands alone and is no place of the country that goes on here: it may be a
        heading."""
        if self.columns.country is None or not has_letters(row[0]) or any(row[1:]) or ALL.notes.at_start(alone):
            return False
        code = self.country[1]
        return not code or not places_of(code).called(compact(alone))

    def _is_total(self, row, filled):
        if (
            not filled
            or len(filled[0]) > _LONGEST_CELL
            or self.countries.code(_plain(cell_of(row, self.columns.country)))
        ):
            return False
        counts = [found for cell in filled if (found := _COUNTED.match(cell.strip()))]
        counted = [found for found in counts if found[1] in ALL.cities or found[1] in ALL.countries]
        starts = filled[0] in ALL.total or (ALL.total.at_start(filled[0]) and _ends_a_total(filled[0]))
        return bool(starts) or (bool(counted) and len(counted) == len(filled))

    def _names_no_city(self, row):
        """Whether a number, a day or the like stands where the city should."""
        name = cell_of(row, self.columns.city)
        return bool(name) and not has_letters(name)

    def _entries(self, row):
        entries, used = [], set()
        for columns in (self.columns, *self.columns.further):
            country = self._country(row, columns)
            entries += self._of(row, columns, country)
            used |= {place for place in columns[:5] if place is not None}
        if self.columns.city is None:
            found = {place: read_cities(cell, self.countries) for place, cell in enumerate(row) if has_letters(cell)}
            entries = [entry for each in found.values() for entry in each]
            used |= {place for place, each in found.items() if each}
        beside = []
        for place, words in self.columns.others:
            used.add(place)
            more = self._of(row, self.columns._replace(city=place), self._country(row, self.columns))
            entries += [] if words else more
            beside += [(entry, words) for entry in more if words]
        left = [(place, cell) for place, cell in enumerate(row) if place not in used and has_letters(cell)]
        group = self.group or self.columns.group or self._group(row, left)
        return Row("entries", self.region, tuple(entries), group=group[:_LONGEST_GROUP], beside=tuple(beside))

    def _country(self, row, columns):
        """(text, ISO code or None) of the row, which is that of the row above if it names none."""
        text, iso = cell_of(row, columns.country), cell_of(row, columns.code).upper()
        code = self.countries.code(text) or self.countries.code(_plain(text))
        code = code or (iso if iso in self.countries.codes else None)
        if (text and not _NOTHING.issuperset({text})) or code:
            if not columns.further and columns is self.columns:
                self.country = (text or iso, code)
            return text or iso, code
        return ("", None) if self.repeats else self.country

    def _of(self, row, columns, country):
        name = cell_of(row, columns.city)
        if not has_letters(name):
            return []
        inside = read_cities(name, self.countries)
        if columns.country is None and columns.code is None and (inside or not country[1]):
            return inside or [ListedCity(clean_name(name), "", None)]
        if inside and {entry.country_code for entry in inside} == {country[1]}:
            return inside
        if name.startswith("="):  # a formula without a value
            return [ListedCity(name, *country)]
        name = without_marks(name, name)[0]
        names = [clean_name(part) for part in name.split(";") if has_letters(part)]
        return [ListedCity(each, *country, doubt_about(each)) for each in names]

    def _group(self, row, left):
        """The words that set the row beside the list: the cell of a status, or a remark that takes the city back."""
        for place in self.columns.statuses:
            text = cell_of(row, place)
            if text in _NOTHING and self.says_who_is_in:
                return "–"
            if text not in _NOTHING and not _is_admitted(text):
                return text[:_LONGEST_GROUP]
        for place, header in self.columns.refusals:
            text = cell_of(row, place)
            if text not in _NOTHING and text not in ALL.refused:
                return f"{header}: {text}"
        notes = [cell for place, cell in left if place not in self.columns.statuses]
        taken_back = [cell for cell in notes if TAKES_BACK.within(cell[:_LONGEST_CELL])]
        return taken_back[0][:_LONGEST_GROUP] if taken_back else ""


def _is_refused(text):
    return text in TAKES_BACK or text in ALL.refused


def _is_admitted(text):
    return text in ALL.admitted or text in ALL.joining or (bool(text) and _TICKS.issuperset(text.strip("\ufe0f ")))


def _ends_a_total(text):
    rest = text[ALL.total.at_start(text) :].strip(" :–-()")
    return not rest or not has_letters(rest) or bool(region_called(rest)) or rest[0].isdigit()


def _plain(text):
    """A country without the sign of a footnote behind it."""
    return _FOOTNOTE.sub("", text).strip()
