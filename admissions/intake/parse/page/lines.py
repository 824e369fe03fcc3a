"""The lines of a text as they are read: broken words joined, bullets and numbers in front taken off."""

import re
from typing import NamedTuple

from admissions.intake.characters import ascii_digits, has_letters, split_lines, tidy, tidy_cells

# A dash, a bullet, "12.", "(3)", "1.1", "b)", "iv." in front of an entry, in Latin or Arabic digits.
_MARK = re.compile(
    r"(?:[-–—•·∙▪▫◦‣⁃●○■□►▶➤➢✓✔*+>§\uf000-\uf0ff]+(?![*~])|o(?=\s+[A-ZÀ-Þ])"
    r"|[0-9٠-٩۰-۹]{1,3}(?:\.[0-9٠-٩۰-۹]{1,3}){1,4}[.)]?(?=\s)"
    r"|\(?[0-9٠-٩۰-۹]{1,3}(?:[.)\]:/]|\s?-)(?![0-9٠-٩۰-۹])|\(?[a-zA-Z]\)|[ivx]{1,4}[.)])\s*"
)
_QUOTED = re.compile(r"\s*(?:>\s?)+")  # how mails mark what they quote
_PLAIN_NUMBER = re.compile(r"([0-9٠-٩۰-۹]{1,3})\s+(?=[^\W\d])")
_JOINED_AT_MOST = 3  # lines of the page that one entry may run over


class Line(NamedTuple):
    """An entry's worth of text: one line of the page, or several if a word or a bracket runs over the line end."""

    number: int
    raw: str
    text: str
    marked: bool  # a bullet or a number stood in front
    cells: tuple[str, ...]  # what stands between tabs; one cell if there are none
    after_blank: bool = False  # whether it begins a paragraph
    quoted: int = 0  # how many times the mail around it quotes it

    @property
    def is_row(self):
        """Whether more than one cell holds words; "1." and a tab in front of a name make no row."""
        return sum(map(has_letters, self.cells)) > 1


def read_lines(text):
    """The lines that are not blank, tidied. Each line of the page is in exactly one of them."""
    printed = split_lines(text)
    quotes = [_QUOTED.match(line) for line in printed]
    page = [line[quote.end() :] if quote else line for line, quote in zip(printed, quotes, strict=True)]
    at, after_blank = 0, True
    while at < len(page):
        cells = tidy_cells(page[at])
        size, joined = (1, " ".join(filter(None, cells))) if len(cells) > 1 else _joined(page, at)
        if joined:
            words, marked = without_mark(joined)
            depth = quotes[at][0].count(">") if quotes[at] else 0
            yield Line(at + 1, "\n".join(printed[at : at + size]), words, marked, cells, after_blank, depth)
        after_blank = not joined
        at += size


def without_plain_numbers(lines):
    """The lines with numbers taken off that stand in front without a sign, where they count on from line to line."""
    found = [_PLAIN_NUMBER.match(line.text) if not line.marked else None for line in lines]
    numbers = [int(ascii_digits(each[1])) if each else None for each in found]
    for at, line in enumerate(lines):
        before, after = numbers[at - 1] if at else None, numbers[at + 1] if at + 1 < len(lines) else None
        if found[at] and (before == numbers[at] - 1 or after == numbers[at] + 1):
            line = line._replace(text=line.text[found[at].end() :], marked=True)
        yield line


def _joined(page, at):
    """How many lines of the page belong together from here on, and their text."""
    text, size = _visible(page[at]), 1
    while text and size < _JOINED_AT_MOST and at + size < len(page):
        following = tidy(page[at + size])
        if not following or len(text) > 500 or "\t" in page[at + size]:
            break
        if _breaks_a_word(text, following):
            text = (text[:-1] if following[0].islower() else text) + _visible(page[at + size])
        elif _leaves_a_bracket_open(text, following):
            text = f"{text} {following}"
        else:
            break
        size += 1
    return size, text


def _visible(line):
    """The tidied line; a soft hyphen at its end is a hyphen that was printed."""
    line = line.rstrip()
    return tidy(line[:-1]) + "-" if line.endswith("\u00ad") else tidy(line)


def _breaks_a_word(text, following):
    return len(text) > 2 and text[-1] == "-" and text[-2].isalpha() and following[0].isalpha()


def _leaves_a_bracket_open(text, following):
    opened = text.count("(") - text.count(")")
    closed = following.count(")") - following.count("(")
    return opened > 0 and closed > 0 and len(text) + len(following) < 300


def end_of_mark(raw):
    """Where the bullets, the number and the quoting in front of a line as it stands there end."""
    quoted = _QUOTED.match(raw)
    start = quoted.end() if quoted else 0
    return start + len(raw[start:]) - len(without_mark(raw[start:].lstrip())[0])


def without_mark(text):
    """The text after a bullet or a number, and whether there was one. Two marks, "1. -", are taken off too."""
    rest = text
    for _time in range(2):
        found = _MARK.match(rest)
        if not found or found.end() == len(rest):
            break
        rest = rest[found.end() :].strip()
    return rest, rest != text
