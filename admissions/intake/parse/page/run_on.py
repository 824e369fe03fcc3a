"""Entries that run over the end of a line of the page."""

from admissions.intake.parse.entries.line_grammar import read_cities
from admissions.intake.parse.entries.names import without_count
from admissions.intake.parse.entries.prose import is_names_only


def rejoined(page, countries):
    """The lines of a page, where a name under a bullet or a country runs over the line end with both its parts in one.

    "- Buenos" and "Aires (Argentina)" where the next entry has a bullet too; "Derby, United" and "Kingdom".
    """
    at = 0
    while at < len(page):
        line, below = page[at], page[at + 1] if at + 1 < len(page) else None
        if below and _may_run_on(line, below, countries):
            text = f"{line.text} {below.text}"
            follows = page[at + 2].marked if at + 2 < len(page) else False
            if _is_one_entry(text, line, below, follows, countries):
                yield line._replace(raw=f"{line.raw}\n{below.raw}", text=text, cells=(text,))
                at += 2
                continue
        yield line
        at += 1


def _may_run_on(line, below, countries):
    short = len(line.text) < 80 and len(below.text) < 80 and len(line.cells) == len(below.cells) == 1
    is_whole = line.text[-1] in ").:;" or countries.code(line.text.rpartition(",")[2])
    return short and not (below.after_blank or below.marked or is_whole)


def _is_one_entry(text, line, below, follows, countries):
    entries = read_cities(text, countries)
    if len(entries) != 1 or not entries[0].country_code or read_cities(line.text, countries):
        return False
    alone = read_cities(below.text, countries)
    country, end = entries[0].country_text, below.text.strip(" ).")
    runs_over = end in country and len(country) > len(end) and not (alone or countries.code(without_count(end)))
    goes_on = line.marked and follows and len(alone) == 1 and not {"(", ","} & set(line.text)
    return runs_over or (goes_on and is_names_only(f"{line.text}, {below.text}"))
