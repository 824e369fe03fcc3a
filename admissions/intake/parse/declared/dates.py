"""The day that a text names in full, in any language that lists are read in."""

import re
from datetime import date

from admissions.intake.characters import ascii_digits, tidy
from admissions.intake.words import ALL
from records.search.folding import fold

_ISO_DAY = re.compile(r"\b(20[0-9]{2})-([01][0-9])-([0-3][0-9])\b")
_YEAR_FIRST = re.compile(r"(20[0-9]{2}) ?[年년] ?([0-9]{1,2}) ?[月월] ?([0-9]{1,2}) ?[日일]")
_WITH_DOTS = re.compile(r"(?<![0-9.])([0-3]?[0-9])\. ?([01]?[0-9])\. ?(20[0-9]{2})(?![0-9])")
_VIETNAMESE = re.compile(r"\b([0-9]{1,2}) thang ([0-9]{1,2}) nam (20[0-9]{2})\b")
_MONTHS = {fold(text): number for number, month in enumerate(ALL.months, start=1) for text in month}
_LINKS = frozenset(word for text in ALL.date_links for word in fold(text).split()) - frozenset(_MONTHS)
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_BUDDHIST_ERA = 543  # years by which Thailand's calendar is ahead


def read_date(lines):
    """The first day that the text names in full: with the month's name, as 2024-02-14, 14.02.2024 or 2024年2月14日. A
    date with slashes is none: it may begin with the day or with the month. None if there is none."""
    for line in lines:
        text = ascii_digits(tidy(line)[:5000])
        day = _in_digits(text) or _with_a_name(text)
        if day:
            return day
    return None


def _in_digits(text):
    for pattern, order in ((_ISO_DAY, (1, 2, 3)), (_YEAR_FIRST, (1, 2, 3)), (_WITH_DOTS, (3, 2, 1))):
        found = pattern.search(text)
        day = _day(*(int(found[place]) for place in order)) if found else None
        if day:
            return day
    found = _VIETNAMESE.search(fold(text)) if "tháng" in text.lower() else None
    return _day(int(found[3]), int(found[2]), int(found[1])) if found else None


def _with_a_name(text):
    words = [word for word in fold(text).split() if word not in _LINKS]
    is_thai = bool(_THAI.search(text))
    days = (_named_day(words[at : at + 5], is_thai) for at in range(len(words) - 2))
    return next(filter(None, days), None)


def _named_day(words, is_thai):
    """The day of "14 February 2024", "February 14 2024", "1er mars 2024" or "14 شباط فبراير 2024"."""
    for month_at, day_at in ((1, 0), (0, 1)):
        month = _MONTHS.get(words[month_at])
        if month_at == 1 and len(words) > 3:
            month = month or _MONTHS.get(f"{words[1]} {words[2]}")
        years = [int(word) for word in words[2:] if len(word) == 4 and word.isdecimal()]
        day = re.sub(r"(?<=[0-9])(?:er|th|st|nd|rd|o)$", "", words[day_at])
        if month and years and day.isdecimal() and len(day) <= 2:
            year = years[0] - _BUDDHIST_ERA if is_thai and years[0] > 2400 else years[0]
            return _day(year, month, int(day))
    return None


def _day(year, month, day):
    try:
        return date(year, month, day) if 2013 <= year <= 2100 else None
    except ValueError:
        return None
