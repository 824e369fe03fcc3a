"""Go down the page and read each line under the region, the country and the words that stand over it."""

from functools import partial

from admissions.intake.characters import has_letters, tidy
from admissions.intake.countries import region_called
from records.search.folding import fold

from .entries.line_grammar import read_cities
from .entries.names import ListedCity, doubt_about, split_names, without_count
from .entries.prose import (
    is_names_only,
    is_prose,
    is_surely_prose,
    lists_names_alone,
    looks_like_a_name,
    may_list_a_city,
    names_a_country,
    read_loosely,
    read_sentence,
)
from .entries.remarks import is_questioned, refuses, takes_back, without_remarks
from .groups import before_a_remark, begins_the_list, group_of_heading, is_correction
from .listed_line import ListedLine, ReadLine
from .page.marks import STRUCK, is_struck_by_letters, note_of, owners, struck_texts, without_marks, without_strokes
from .page.parts import parts_of
from .page.surroundings import asides
from .remainders import settled_entries
from .tables.blocks import end_of_rows, read_block
from .tables.columns import Columns


class Reader:
    """Goes down the page and remembers under which region, country and group it is."""

    def __init__(self, page, language, countries, groups, asides_of_file=None, columns=None):
        self.page = page
        self.language = language
        self.countries = countries
        self.groups = groups  # by the number of the line
        self.asides_of_file = asides_of_file or {}
        self.columns = Columns.by_roles(columns) if columns else None
        self.tables = []  # the rows of each, as cells
        self.lines = []
        self.declared_by_region = {}
        self.headings_seen = set()  # regions and countries outside of groups
        self.group = self.doubt = ""
        self.marks = set()  # of notes that stand with entries
        self._leave_region(None)

    def read(self):
        surrounding = asides(self.page, self.countries)
        numbered = self.asides_of_file
        surrounding = {at: code for at, code in surrounding.items() if not self.page[at].is_row}
        surrounding |= {at: numbered[line.number] for at, line in enumerate(self.page) if line.number in numbered}
        at = 0
        while at < len(self.page):
            end = end_of_rows(self.page, at, surrounding)
            if at in surrounding:
                self.add(self.page[at], "text", aside=surrounding[at])
                at += 1
            elif end > at:
                at = read_block(self, at, end)
            else:
                for part in parts_of(self.page[at]):
                    self.read_line(part)
                at += 1

    def _leave_region(self, region):
        self.region = region
        self.leave_country("", None)

    def leave_country(self, text, code):
        self.country_text, self.country_code = text, code
        self.marks_cities = None  # whether the cities of this country have bullets; None before the first one

    def add(self, line, kind, *, opens=False, **facts):
        facts.setdefault("group", self.groups.get(line.number, "") if kind in ("maybe", "between", "unread") else "")
        listed = ListedLine(line.number, line.raw, kind, region=self.region, **facts)
        self.lines.append(ReadLine(listed, line.marked, line.after_blank, opens))

    def add_entries(self, line, entries, marks=(), group="", beside=None):
        group = group or self.groups.get(line.number, "") or (STRUCK if is_struck_by_letters(line.raw) else self.group)
        struck = struck_texts(line.text)
        listed = [
            ListedLine(
                line.number,
                line.raw,
                _kind(entry),
                **entry._asdict(),
                region=self.region,
                group=STRUCK if any(entry.name in text for text in struck) else (beside or {}).get(entry.name, ""),
            )
            for entry in entries
        ]
        text = line.raw if line.is_row else line.text
        doubt = self.doubt or ("mark" if is_questioned(text) else "")
        settle = partial(settled_entries, text, listed, group=group, doubt=doubt, is_row=line.is_row)
        found = settle() if listed else []
        self.marks.update(mark for mark, _owner in marks)
        for at, each in enumerate(found):
            own = tuple(mark for mark, owner in marks if owner == at)
            self.lines.append(ReadLine(each, line.marked, line.after_blank, marks=own))

    def read_line(self, line):
        """A line that is no row of a table."""
        text = line.text
        if not has_letters(text):
            self.add(line, "between" if line.marked else "text", name=text if line.marked else "", aside="note")
        elif not (
            self.read_note(line)
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
        if names_a_country(text, self.countries, marked=line.marked):
            self.add(line, "unread", name=text)
        elif looks_listed and text[-1] not in ".!?…":
            self.add(line, "maybe", name=text)
        elif looks_listed or line.marked or is_names_only(text):
            self.add(line, "between", name=text)
        elif lists_names_alone(text):
            self.add(line, "unread", name=text)
        else:
            prose = is_surely_prose(text)
            self.add(line, "text" if prose else "between", name="" if prose else text, aside="prose")
            self.leave_country("", None)

    def read_note(self, line):
        """A note below the list that says what a mark of its entries means."""
        note = note_of(tidy(line.raw))
        if not note or note[0] not in self.marks or read_cities(line.text, self.countries):
            return False
        self.add(line, "text", aside="note")
        return True

    def _read_group(self, line):
        """A heading under which entries stand beside the list: "Withdrawn candidacies"."""
        before, remark = before_a_remark(line.text)
        if remark and (taken_back := read_cities(before, self.countries)):
            self.add_entries(line, taken_back, group=remark)
            return True
        words = group_of_heading(line.text)
        entries = words and read_cities(without_remarks(line.text, self.countries), self.countries)
        if not words or entries or region_called(without_count(line.text)):
            if refuses(line.text) and is_prose(line.text) and not self.group:
                self.doubt = "after_group"
            return False
        self.group, self.doubt = words, ""
        self.leave_country("", None)
        self.add(line, "heading", name=line.text, group=words)
        return True

    def _begin_list(self, line):
        """A line that says that the list begins, or begins again after what stands beside it."""
        if line.marked or self._under_country(line):
            return False
        if is_correction(line.text):
            self.group, self.doubt = "", "correction"
            self.add(line, "text", aside="title")
        elif begins_the_list(line.text):
            self.group = self.doubt = ""
            self.add(line, "text", aside="introduction" if line.text[-1] == ":" or is_prose(line.text) else "title")
        elif line.text[-1] == ":":
            self.add(line, "text", aside="introduction", opens=True)
        else:
            return False
        self.leave_country("", None)
        return True

    def _read_heading(self, line):
        """A region or a country that stands alone. Under "Tunisia" a line "Tunis" is a city, also where both are
        called تونس."""
        region = region_called(without_count(line.text))
        if region:
            self._leave_group(region)
            self._leave_region(region)
            count = "".join(c for c in line.text if c.isdecimal())
            if count:
                self.declared_by_region[region] = int(count)
            self.add(line, "heading", name=line.text)
            return True
        code = self.countries.code(without_count(line.text)) if fold(line.text) else None
        if not code or code == self.country_code or self._names_a_city_too(line.text):
            return False
        self._leave_group(code)
        self.leave_country(without_count(line.text), code)
        self.add(line, "heading", name=line.text, country_text=self.country_text, country_code=code)
        return True

    def _names_a_city_too(self, text):
        """Brazzaville (Congo), which is a name of that country, is a city of it all the same."""
        entries = read_cities(text, self.countries) if "(" in text else []
        return len(entries) == 1 and not self.countries.code(entries[0].name) and entries[0].country_text in text

    def _leave_group(self, heading):
        """At a heading that the list had not yet, what stood beside it may end, which only a person can tell."""
        if self.group and self.headings_seen and heading not in self.headings_seen:
            self.group, self.doubt = "", "after_group"
        if not self.group:
            self.headings_seen.add(heading)

    def _read_list(self, line):
        """A line that names its countries itself, perhaps after its region: "Africa: Dakar (Senegal), …"."""
        text, marks = without_marks(without_strokes(line.text), line.raw)
        text = without_remarks(text, self.countries)
        head, colon, rest = text.partition(":")
        region = region_called(without_count(head)) if colon else None
        if region:
            self._leave_region(region)
        offset = text.index(rest) if region else 0
        text = rest if region else text
        reads_prose = is_prose(text) and not takes_back(text)
        entries = (read_sentence if reads_prose else read_cities)(text.strip(), self.countries)
        if reads_prose and not entries:
            entries = read_loosely(text.strip(), self.countries)
        if any(entry.country_code != self.country_code for entry in entries):
            self.leave_country("", None)
        self.add_entries(line, entries, owners(entries, text, [(mark, at - offset) for mark, at in marks]))
        return bool(entries)

    def _under_country(self, line):
        return bool(self.country_code) and self.marks_cities in (None, line.marked) and line.text[-1] != ":"

    def _read_city_of_country(self, line):
        """A line under the heading of its country: a name, or several names."""
        text, marks = without_marks(without_strokes(line.text), line.raw)
        text = without_remarks(text, self.countries)
        if not self.country_code or is_prose(text) or not may_list_a_city(text):
            return False
        if self.marks_cities not in (None, line.marked):
            return False
        self.marks_cities = line.marked
        names = split_names(text, listing=False)
        entries = [ListedCity(name, self.country_text, self.country_code, doubt_about(name)) for name in names]
        self.add_entries(line, entries, owners(entries, text, marks))
        return True


def _kind(entry):
    return "city" if entry.country_code and looks_like_a_name(entry.name) else "unread"
