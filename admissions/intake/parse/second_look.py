"""What another line, a note or the words beside it say of an entry that was read."""

from collections import Counter
from dataclasses import replace

from admissions.intake.characters import tidy
from admissions.intake.spelling import compact
from records.search.folding import fold

from .accounting import leftovers
from .entries.remarks import takes_back, words_of_a_remark
from .page import marks as notes


def with_notes(read, lines):
    """The lines with what the notes below the list say of the entries that have their marks."""
    used = {mark for each in read for mark in each.marks}
    if not used:
        return lines
    said = {}
    for at, line in enumerate(lines):
        found = notes.note_of(tidy(line.raw)) if line.kind in ("text", "unread") else None
        if found and found[0] in used and not any(each.marks for each in read if each.line.raw == line.raw):
            said[found[0]] = found[1]
            lines[at] = replace(line, kind="text", name="", aside="note")
    settled = []
    for each, line in zip(read, lines, strict=True):
        own = [said.get(mark, "") for mark in each.marks]
        back = next((words for words in own if takes_back(words)), "")
        if line.kind == "city" and back and not line.group:
            line = replace(line, group=back[:120])
        elif line.kind == "city" and not all(map(words_of_a_remark, own)) and not line.doubt:
            line = replace(line, doubt="mark")
        settled.append(line)
    return settled


def with_cells(lines):
    """The lines with a doubt on the entry of a row that has a remark in other words than most rows have."""
    rows = {line.number for line in lines if line.kind == "city"}
    said = Counter(fold(line.name) for line in lines if line.aside == "column")
    told = {
        line.number
        for line in lines
        if line.aside == "column" and said[fold(line.name)] * 2 < len(rows) and _tells_something(line.name)
    }
    return [
        replace(line, doubt="leftover")
        if line.kind == "city" and line.number in told and not (line.group or line.doubt)
        else line
        for line in lines
    ]


def _tells_something(cell):
    """Whether a cell has two words or more, of which the first begins small and which are not those of lists."""
    words = cell.split()
    return len(words) > 1 and words[0].islower() and words[0].isalpha() and not words_of_a_remark(cell)


def taken_back(lines):
    """The lines with a doubt on entries that another line takes back, or that stand beside the list as well."""
    beside = {(compact(line.name), line.country_code) for line in lines if line.kind == "city" and line.group}
    others = [(at, tidy(line.name or line.raw)) for at, line in enumerate(lines) if line.kind in ("text", "unread")]
    cities = [at for at, line in enumerate(lines) if line.kind == "city"]
    below = cities[-1] if cities else 0
    sentences = [f" {fold(words)} " for at, words in others if takes_back(words) or _may_take_back(at, words, below)]
    settled = []
    for line in lines:
        if line.kind == "city" and not (line.group or line.doubt):
            again = (compact(line.name), line.country_code) in beside
            named = f" {fold(line.name)} "
            if again or any(named in sentence for sentence in sentences):
                line = replace(line, doubt="taken_back")
        settled.append(line)
    return settled


def _may_take_back(at, words, below):
    """Whether a sentence or a note below the list may say anything of the cities that it names."""
    return at > below and 2 < len(words.split()) <= 30


def accounted(lines):
    """The lines, with an "unread" one for words of an entry's line that nobody accounts for."""
    by_raw = {}
    for line in lines:
        by_raw.setdefault((line.number, line.raw), []).append(line)
    missing = {}
    for key, own in by_raw.items():
        if any(line.kind == "city" for line in own):
            missing[key] = leftovers(key[1], own)
    seen = Counter()
    for line in lines:
        key = (line.number, line.raw)
        seen[key] += 1
        is_beside = missing.get(key) and line.kind == "city" and not line.doubt
        yield replace(line, doubt="leftover") if is_beside else line
        if seen[key] == len(by_raw[key]):
            for words, _before in missing.get(key, ()):
                yield replace(
                    line, kind="unread", name=words, country_text="", country_code=None, group="", aside="", doubt=""
                )
