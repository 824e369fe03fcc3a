"""Lines with cells: a table, or columns of entries that stand side by side on a page."""

from admissions.intake.characters import has_letters, is_cell_error
from admissions.intake.parse.page.lines import without_mark
from admissions.intake.parse.page.marks import owners, without_marks

from .rows import read_rows
from .side_by_side import columns_side_by_side


def end_of_rows(page, at, surrounding):
    """Behind the lines from here on that have cells, if one of them is a row; else `at`. `surrounding` are the places
    of lines that are known to surround the list."""
    end = at
    while end < len(page) and len(page[end].cells) > 1 and end not in surrounding:
        end += 1
    return end if any(line.is_row for line in page[at:end]) else at


def read_block(reader, at, end):
    """Have the `Reader` read the lines from `at` to `end`, and further ones that belong to them; returns where to go
    on."""
    side_by_side, after = None, end
    if not reader.columns:
        side_by_side, after = columns_side_by_side(reader.page, at, end, reader.countries)
    if side_by_side is None:
        _read_table(reader, reader.page[at:end])
    for line in side_by_side or ():
        reader.read_line(line)
    return after


def _read_table(reader, page):
    """Rows; a row with one cell may be a region or a country that stands over the next rows."""
    reader.tables.append([line.cells for line in page])
    breaks = {at for at, line in enumerate(page) if at and line.after_blank}
    rows = read_rows(
        reader.tables[-1], reader.language, reader.countries, chosen=reader.columns, breaks=breaks,
        country=(reader.country_text, reader.country_code),
    )  # fmt: skip
    for line, row in zip(page, rows, strict=True):
        if row.region:
            reader.region = row.region
        _add_row(reader, line, row)
    reader.leave_country("", None)


def _add_row(reader, line, row):
    if row.kind == "header":
        reader.add(line, "heading", name=line.text, aside="header_row")
    elif row.kind == "heading":
        reader.add(line, "heading", name=line.text, country_code=row.country_code, group=row.group)
    elif row.kind in ("total", "title"):
        reader.add(line, "text", name=line.text, aside=row.kind)
    elif row.kind == "line":
        alone = next(filter(has_letters, line.cells))
        text, marked = without_mark(alone)
        reader.read_line(line._replace(text=text, marked=marked, cells=(alone,)))
    elif row.kind == "unknown":
        reader.add(line, "unread", name=line.text, opens=True)
    elif row.kind == "note" and reader.read_note(line):
        pass
    elif row.entries or row.beside:
        listed = [*row.entries, *(entry for entry, _words in row.beside)]
        entries = [entry._replace(name=without_marks(entry.name, line.raw)[0].strip()) for entry in listed]
        text, marks = without_marks(line.raw, line.raw)
        beside = {entry.name: words for entry, words in row.beside}
        reader.add_entries(line, entries, owners(entries, text, marks), group=row.group, beside=beside)
    else:
        says_something = has_letters(line.text) or any(map(is_cell_error, line.cells)) or "?" in line.text
        facts = {"group": row.group} if row.group else {}
        reader.add(line, "maybe" if says_something else "text", name=line.text, **facts)
