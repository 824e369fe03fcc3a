"""Read a published list: which cities of which countries it names, under which region, and what it declares."""

from dataclasses import dataclass, replace
from datetime import date

from admissions.intake.characters import has_letters, is_cell_error
from admissions.intake.countries import Countries, region_called
from records.search.folding import fold

from .line_grammar import ListedCity, read_cities, split_names, without_count
from .lines import read_lines
from .prose import is_names_only, is_prose, looks_like_a_name, may_list_a_city, read_sentence
from .tables import read_rows
from .totals import Declared, read_date, read_declared


@dataclass(frozen=True)
class ListedLine:
    """What was understood of a line, or of a part of it where it lists several cities.

    `number` counts the lines of the text from 1; `raw` is the line word for word, with its line ends where a word or
    a bracket ran over them. `kind` is "city", "heading" (a region, a country or the header of a table), "text" (what
    lists nothing) or "unread" (what looks like an entry and has to be decided by a person).

    `group` holds the words under which an entry stands beside the list, such as "Not admitted" or the value of a
    cell in a column of states; "" is the list itself. A city with a group is never an entry on its own.
    `aside` is the code of why a "text" is left aside, whose sentence is in `aside`.
    `doubt` is the code of why the reading of a city was not sure; what has one is never decided without a person.
    """

    number: int
    raw: str
    kind: str
    name: str = ""
    country_text: str = ""
    country_code: str | None = None
    region: str | None = None
    group: str = ""
    aside: str = ""
    doubt: str = ""


@dataclass(frozen=True)
class Reading:
    """All that was read of a text in one language; each line that is not blank is in `lines` at least once."""

    lines: tuple[ListedLine, ...]
    declared: Declared
    date: date | None

    @property
    def cities(self):
        """The entries of the list itself."""
        return [line for line in self.lines if line.kind == "city" and not line.group]

    @property
    def beside(self):
        """{group: its cities}, which stand beside the list until a person takes the group."""
        groups = {}
        for line in self.lines:
            if line.kind == "city" and line.group:
                groups.setdefault(line.group, []).append(line)
        return groups


def parse(text, language, *, countries=None):
    """Read a text that `decode` has let pass. Never fails: what is not understood is in the lines as "unread".

    `countries` spares the one query when several texts are read.
    """
    reader = _Reader(language, countries or Countries())
    page = list(read_lines(text))
    at = 0
    while at < len(page):
        block = _rows_from(page, at) or [page[at]]
        if any(line.is_row for line in block):
            reader.read_table(block)
        else:
            for line in block:
                reader.read_line(line)
        at += len(block)
    raw = [line.raw for line in page]
    return Reading(tuple(reader.settled()), read_declared(raw, reader.declared_by_region), read_date(raw))


def _rows_from(page, at):
    """The lines from here on that have cells."""
    end = at
    while end < len(page) and len(page[end].cells) > 1:
        end += 1
    return page[at:end]


class _Reader:
    """Goes down the page and remembers under which region and country it is."""

    def __init__(self, language, countries):
        self.language = language
        self.countries = countries
        self.lines = []
        self.marked = []  # for each of `lines`, whether a bullet or a number stood in front
        self.declared_by_region = {}
        self._leave_region(None)

    def _leave_region(self, region):
        self.region = region
        self._leave_country("", None)

    def _leave_country(self, text, code):
        self.country_text, self.country_code = text, code
        self.marks_cities = None  # whether the cities of this country have bullets; None before the first one

    def _add(self, line, kind, **facts):
        self.lines.append(ListedLine(line.number, line.raw, kind, region=self.region, **facts))
        self.marked.append(line.marked)

    def _add_entries(self, line, entries):
        for entry in entries:
            kind = "city" if entry.country_code and looks_like_a_name(entry.name) else "unread"
            self._add(line, kind, name=entry.name, country_text=entry.country_text, country_code=entry.country_code)

    def read_table(self, page):
        """Rows; a row with one cell may be a region or a country that stands over the next rows."""
        for line, row in zip(
            page, read_rows([line.cells for line in page], self.language, self.countries), strict=True
        ):
            if row.region:
                self.region = row.region
            if row.is_heading:
                self._add(line, "heading", name=line.text, country_code=row.country_code)
            elif row.entries:
                self._add_entries(line, row.entries)
            else:
                says_something = has_letters(line.text) or any(map(is_cell_error, line.cells)) or "?" in line.text
                self._add(line, "maybe" if says_something else "text", name=line.text)
        self._leave_country("", None)

    def read_line(self, line):
        text = line.text
        if not has_letters(text):
            self._add(line, "between" if line.marked else "text", name=text if line.marked else "")
        elif not (self._read_heading(line) or self._read_list(line) or self._read_city_of_country(line)):
            looks_listed = may_list_a_city(text) and not is_prose(text)
            if looks_listed and text[-1] not in ".!?…":
                self._add(line, "maybe", name=text)
            elif looks_listed or line.marked or is_names_only(text):
                self._add(line, "between", name=text)
            else:
                self._add(line, "text")
                self._leave_country("", None)

    def _read_heading(self, line):
        """A region or a country that stands alone. Under "Tunisia" a line "Tunis" is a city, also where both are
        called تونس."""
        region = region_called(without_count(line.text))
        if region:
            self._leave_region(region)
            count = "".join(c for c in line.text if c.isdecimal())
            if count:
                self.declared_by_region[region] = int(count)
            self._add(line, "heading", name=line.text)
            return True
        code = self.countries.code(without_count(line.text)) if fold(line.text) else None
        if not code or code == self.country_code:
            return False
        self._leave_country(without_count(line.text), code)
        self._add(line, "heading", name=line.text, country_text=self.country_text, country_code=code)
        return True

    def _read_list(self, line):
        """A line that names its countries itself, perhaps after its region: "Africa: Dakar (Senegal), …"."""
        head, colon, rest = line.text.partition(":")
        region = region_called(without_count(head)) if colon else None
        if region:
            self._leave_region(region)
        text = rest.strip() if region else line.text
        read = read_sentence if is_prose(text) else read_cities
        entries = read(text, self.countries)
        if any(entry.country_code != self.country_code for entry in entries):
            self._leave_country("", None)
        self._add_entries(line, entries)
        return bool(entries)

    def _read_city_of_country(self, line):
        """A line under the heading of its country: a name, or several names."""
        if not self.country_code or is_prose(line.text) or not may_list_a_city(line.text):
            return False
        if self.marks_cities not in (None, line.marked):
            return False
        self.marks_cities = line.marked
        names = split_names(line.text, listing=False)
        self._add_entries(line, [ListedCity(name, self.country_text, self.country_code) for name in names])
        return True

    def settled(self):
        """The lines, with those that may be entries decided by their place: inside the list they are "unread". Between
        two entries so are lines with a bullet or a number, whatever they say, and countries over no city.

        The list reaches from the first heading or city to the last city, and on over lines with the same bullets.
        """
        listed = [at for at, line in enumerate(self.lines) if line.kind in ("city", "heading")]
        cities = [at for at in listed if self.lines[at].kind == "city"]
        first, last = (listed[0], cities[-1]) if cities else (0, len(self.lines))
        if cities:
            while last + 1 < len(self.lines) and self.marked[last + 1] and self.marked[last]:
                last += 1
        for at, line in enumerate(self.lines):
            inside = first <= at <= last
            between = inside and bool(cities)
            if line.kind == "heading" and line.country_code and between and self._stands_over_nothing(at):
                line = replace(line, kind="unread")
            elif line.kind in ("maybe", "between"):
                inside = inside or "(" in line.name if line.kind == "maybe" else between
                line = replace(line, kind="unread" if inside else "text", name=line.name if inside else "")
            yield line

    def _stands_over_nothing(self, at):
        """Whether the heading of a country is followed by entries of other countries, so may be a city's name."""
        following = (line for line in self.lines[at + 1 :] if line.kind != "text")
        first = next(following, None)
        return first is None or (first.kind != "unread" and first.country_code != self.lines[at].country_code)
