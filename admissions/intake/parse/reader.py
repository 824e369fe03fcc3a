"""Go down the page and read each line under the region, the country and the words that stand over it."""

from admissions.intake.characters import has_letters, is_cell_error, tidy
from admissions.intake.countries import region_called
from records.search.folding import fold

from .collected import Collected
from .columns import Columns
from .groups import begins_the_list, group_of_heading, is_correction
from .line_grammar import read_cities
from .marks import note_of, without_marks, without_strokes
from .names import ListedCity, doubt_about, split_names, without_count
from .over import Over
from .parts import parts_of
from .prose import (
    is_names_only,
    is_prose,
    is_said_by_releases,
    may_list_a_city,
    read_loosely,
    read_sentence,
)
from .remarks import refuses, takes_back, without_remarks
from .side_by_side import columns_side_by_side
from .surroundings import asides
from .tables import read_rows


class Reader:
    """Goes down the page and remembers under which region, country and group it is."""

    def __init__(self, page, language, countries, groups, asides_of_file=None, columns=None):
        self.page = page
        self.language = language
        self.countries = countries
        self.asides_of_file = asides_of_file or {}
        self.columns = Columns.by_roles(columns) if columns else None
        self.lines = Collected(groups)
        self.over = Over()
        self.declared_by_region = {}

    def read(self):
        surrounding = asides(self.page, self.countries)
        numbered = self.asides_of_file
        surrounding |= {at: numbered[line.number] for at, line in enumerate(self.page) if line.number in numbered}
        at = 0
        while at < len(self.page):
            end = self._end_of_rows(at, surrounding)
            if at in surrounding:
                self._add(self.page[at], "text", aside=surrounding[at])
                at += 1
            elif end > at:
                at = self._read_rows(at, end)
            else:
                for part in parts_of(self.page[at]):
                    self.read_line(part)
                at += 1

    def _end_of_rows(self, at, surrounding):
        """Behind the lines from here on that have cells, if one of them is a row; else `at`."""
        end = at
        while end < len(self.page) and len(self.page[end].cells) > 1 and end not in surrounding:
            end += 1
        return end if any(line.is_row for line in self.page[at:end]) else at

    def _read_rows(self, at, end):
        """Rows of a table, or columns of entries side by side; returns where to go on."""
        side_by_side, after = None, end
        if not self.columns:
            side_by_side, after = columns_side_by_side(self.page, at, end, self.countries)
        if side_by_side is None:
            self.read_table(self.page[at:end])
        for line in side_by_side or ():
            self.read_line(line)
        return after

    def _add(self, line, kind, **facts):
        self.lines.add(line, kind, self.over, **facts)

    def _add_entries(self, line, entries, marks=(), group=""):
        self.lines.add_entries(line, entries, self.over, marks, group)

    def read_table(self, page):
        """Rows; a row with one cell may be a region or a country that stands over the next rows."""
        breaks = {at for at, line in enumerate(page) if at and line.after_blank}
        rows = read_rows(
            [line.cells for line in page], self.language, self.countries, chosen=self.columns, breaks=breaks,
            country=(self.over.country_text, self.over.country_code),
        )  # fmt: skip
        for line, row in zip(page, rows, strict=True):
            if row.region:
                self.over.region = row.region
            self._add_row(line, row)
        self.over.under_country("", None)

    def _add_row(self, line, row):
        if row.kind == "header":
            self._add(line, "heading", name=line.text, aside="header_row")
        elif row.kind == "heading":
            self._add(line, "heading", name=line.text, country_code=row.country_code, group=row.group)
        elif row.kind in ("total", "title"):
            self._add(line, "text", name=line.text, aside=row.kind)
        elif row.entries:
            self._add_entries(line, row.entries, group=row.group)
        else:
            says_something = has_letters(line.text) or any(map(is_cell_error, line.cells)) or "?" in line.text
            facts = {"group": row.group} if row.group else {}
            self._add(line, "maybe" if says_something else "text", name=line.text, **facts)

    def read_line(self, line):
        """A line that is no row of a table."""
        text = line.text
        if not has_letters(text):
            self._add(line, "between" if line.marked else "text", name=text if line.marked else "", aside="note")
        elif not (
            self._read_note(line)
            or self._read_group(line)
            or self._read_heading(line)
            or self._read_list(line)
            or self._begin_list(line)
            or self._read_city_of_country(line)
        ):
            self._leave_line(line)

    def _leave_line(self, line):
        """A line that lists nothing, or something that nobody can tell."""
        text = line.text
        looks_listed = may_list_a_city(text) and not is_prose(text)
        if looks_listed and text[-1] not in ".!?…":
            self._add(line, "maybe", name=text)
        elif looks_listed or line.marked or is_names_only(text):
            self._add(line, "between", name=text)
        else:
            prose = _is_surely_prose(text)
            self._add(line, "text" if prose else "between", name="" if prose else text, aside="prose")
            self.over.under_country("", None)

    def _read_note(self, line):
        """A note below the list that says what a mark of its entries means."""
        note = note_of(tidy(line.raw))
        if not note or note[0] not in self.lines.marks or read_cities(line.text, self.countries):
            return False
        self._add(line, "text", aside="note")
        return True

    def _read_group(self, line):
        """A heading under which entries stand beside the list: "Withdrawn candidacies"."""
        words = group_of_heading(line.text)
        entries = words and read_cities(without_remarks(line.text, self.countries), self.countries)
        if not words or entries or region_called(without_count(line.text)):
            if refuses(line.text) and is_prose(line.text) and not self.over.group:
                self.over.doubt = "after_group"
            return False
        self.over.under_group(words)
        self._add(line, "heading", name=line.text, group=words)
        return True

    def _begin_list(self, line):
        """A line that says that the list begins, or begins again after what stands beside it."""
        if line.marked or (self.over.may_be_over(line) and line.text[-1] != ":"):
            return False
        if is_correction(line.text):
            self.over.in_the_list("correction")
            self._add(line, "text", aside="title")
        elif begins_the_list(line.text):
            self.over.in_the_list()
            self._add(line, "text", aside="introduction" if line.text[-1] == ":" or is_prose(line.text) else "title")
        elif line.text[-1] == ":":
            self._add(line, "text", aside="introduction", opens=True)
        else:
            return False
        self.over.under_country("", None)
        return True

    def _read_heading(self, line):
        """A region or a country that stands alone. Under "Tunisia" a line "Tunis" is a city, also where both are
        called تونس."""
        region = region_called(without_count(line.text))
        if region:
            self.over.under_heading(region)
            self.over.under_region(region)
            count = "".join(c for c in line.text if c.isdecimal())
            if count:
                self.declared_by_region[region] = int(count)
            self._add(line, "heading", name=line.text)
            return True
        code = self.countries.code(without_count(line.text)) if fold(line.text) else None
        if not code or code == self.over.country_code or self._names_a_city_too(line.text):
            return False
        self.over.under_heading(code)
        self.over.under_country(without_count(line.text), code)
        self._add(line, "heading", name=line.text, country_text=self.over.country_text, country_code=code)
        return True

    def _names_a_city_too(self, text):
        """Brazzaville (Congo), which is a name of that country, is a city of it all the same."""
        entries = read_cities(text, self.countries) if "(" in text else []
        return len(entries) == 1 and not self.countries.code(entries[0].name) and entries[0].country_text in text

    def _read_list(self, line):
        """A line that names its countries itself, perhaps after its region: "Africa: Dakar (Senegal), …"."""
        text, marks = without_marks(without_strokes(line.text), line.raw)
        text = without_remarks(text, self.countries)
        head, colon, rest = text.partition(":")
        region = region_called(without_count(head)) if colon else None
        if region:
            self.over.under_region(region)
        offset = text.index(rest) if region else 0
        text = rest if region else text
        reads_prose = is_prose(text) and not takes_back(text)
        entries = (read_sentence if reads_prose else read_cities)(text.strip(), self.countries)
        if reads_prose and not entries:
            entries = read_loosely(text.strip(), self.countries)
        if any(entry.country_code != self.over.country_code for entry in entries):
            self.over.under_country("", None)
        self._add_entries(line, entries, _owners(entries, text, [(mark, at - offset) for mark, at in marks]))
        return bool(entries)

    def _read_city_of_country(self, line):
        """A line under the heading of its country: a name, or several names."""
        text, marks = without_marks(without_strokes(line.text), line.raw)
        text = without_remarks(text, self.countries)
        if not self.over.may_be_over(line) or is_prose(text) or not may_list_a_city(text):
            return False
        self.over.marks_cities = line.marked
        names = split_names(text, listing=False)
        entries = [
            ListedCity(name, self.over.country_text, self.over.country_code, doubt_about(name)) for name in names
        ]
        self._add_entries(line, entries, _owners(entries, text, marks))
        return True


def _is_surely_prose(text):
    return is_prose(text) or (is_said_by_releases(text) and "(" not in text)


def _owners(entries, text, marks):
    """[(mark, which of the entries it stands with)]: the last one whose name begins before the mark."""
    starts, start = [], 0
    for entry in entries if marks else ():
        found = text.find(entry.name, start)
        start = found if found >= 0 else start
        starts.append(start)
    return [(mark, max(sum(own < place for own in starts) - 1, 0)) for mark, place in marks]
