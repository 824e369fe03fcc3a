"""The numbers and the day that a release declares: how many cities, countries and citizens, before any list."""

import re
from dataclasses import dataclass, field
from datetime import date

from admissions.intake.characters import ascii_digits, tidy, word_set
from records.search.folding import fold

# Words as `fold` leaves them, so without accents, hamza and teh marbuta.
_CITIES = word_set("cities city villes ville members membres مدينه مدن عضو عضوا اعضاء")
_COUNTRIES = word_set("countries country nations pays بلدا بلد بلدان دوله دول")
_STATES = word_set("states etats")
_MILLIONS = word_set("million millions مليون ملايين")
_CITIZENS = word_set(
    "citizens inhabitants people residents citoyens citoyennes habitants personnes مواطن مواطنا نسمه شخص"
)
_NETWORK_NOW = word_set(
    "now includes include comprises comprising bring brings bringing encompasses desormais comprend compte comptent "
    "porte portent portant تضم يضم ليصل يصل ليرتفع يرتفع ليبلغ يبلغ اصبح اصبحت الان"
)
_JOINING = word_set(
    "join joins joined joining welcomes welcome rejoignent rejoint accueille انضمت انضمام بانضمام تنضم ينضم"
)
_NUMBER_WITH_MARK = re.compile(r"[0-9]+(?:[.,][0-9]+)+")

_MONTHS = {
    fold(name): number
    for number, names in enumerate(
        (
            "January|janvier|يناير|كانون الثاني|جانفي", "February|février|فبراير|شباط|فيفري", "March|mars|مارس|آذار",
            "April|avril|أبريل|إبريل|نيسان|أفريل", "May|mai|مايو|أيار|ماي", "June|juin|يونيو|حزيران|جوان",
            "July|juillet|يوليو|تموز|يوليوز|جويلية", "August|août|أغسطس|آب|غشت|أوت",
            "September|septembre|سبتمبر|أيلول|شتنبر", "October|octobre|أكتوبر|تشرين الأول",
            "November|novembre|نوفمبر|تشرين الثاني|نونبر", "December|décembre|ديسمبر|كانون الأول|دجنبر",
        ),
        start=1,
    )
    for name in names.split("|")
}  # fmt: skip
_SENTENCE_END = re.compile(r"[.!?;]\s+|\t")
_ISO_DAY = re.compile(r"\b(20[0-9]{2})-([01][0-9])-([0-3][0-9])\b")


@dataclass(frozen=True)
class Declared:
    """Numbers as the text prints them; None where it prints none. `regions`: cities by region, from headings."""

    cities: int | None = None
    countries: int | None = None
    network_cities: int | None = None
    network_countries: int | None = None
    citizens_millions: int | None = None
    regions: dict = field(default_factory=dict)


def read_declared(lines, regions=None):
    """What the sentences of a text declare about the round and about the network after it.

    A number of cities is the network's if the last telling word before it is one like "now" or "includes", and the
    round's otherwise. The first number counts, but one with its countries goes before one without ("13 new African
    cities").
    """
    rounds, networks, citizens = [], [], None
    for words in map(_words_with_numbers, _sentences(lines)):
        citizens = citizens or _citizens(words)
        for cities, countries, before in _mentions(words):
            telling = [word for word in map(_without_arabic_and, before) if word in _NETWORK_NOW | _JOINING]
            (networks if telling and telling[-1] in _NETWORK_NOW else rounds).append((cities, countries))
    cities, countries = _best(rounds)
    larger = [pair for pair in networks or rounds if pair[0] > (cities or 0)]
    network_cities, network_countries = _best(larger)
    return Declared(cities, countries, network_cities, network_countries, citizens, dict(regions or {}))


def _sentences(lines):
    for line in lines:
        yield from _SENTENCE_END.split(tidy(line)[:5000])


def _words_with_numbers(sentence):
    """The folded words, numbers as int; "1,234" and "3.5" count no cities, nor do years, and stay words."""
    words = fold(_NUMBER_WITH_MARK.sub(" - ", ascii_digits(sentence))).split()
    return [
        int(word) if word.isdecimal() and len(word) <= 4 and not 1900 < int(word) < 2100 else word for word in words
    ]


def _without_arabic_and(word):
    return word[1:] if word.startswith("و") and len(word) > 3 else word


def _mentions(words):
    """Each (cities, countries or None, words before it since the last one) of a sentence."""
    at = since = 0
    while at < len(words):
        if isinstance(words[at], int) and _counts_cities(words, at, since):
            countries, end = _countries_after(words, at + 1)
            yield words[at], countries, [word for word in words[since:at] if isinstance(word, str)]
            at = since = end
        else:
            at += 1


def _counts_cities(words, at, since):
    """Whether the number counts cities: "64 new cities", "229 le nombre total de villes", "the number of cities … to
    294"."""
    for word in words[at + 1 : at + 6]:
        if word in _CITIES:
            return True
        if isinstance(word, int) or word in _COUNTRIES | _MILLIONS | _STATES:
            break
    before = [word for word in words[max(since, at - 14) : at] if isinstance(word, str)]
    return before[-1:] in (["to"], ["a"], ["الي"]) and not _CITIES.isdisjoint(before)


def _countries_after(words, at):
    """The number of countries that follows a number of cities, and where to go on."""
    for place in range(at, min(at + 14, len(words))):
        if isinstance(words[place], int):
            if _COUNTRIES.intersection(words[place + 1 : place + 3]):
                return words[place], place + 2
            break
    return None, at


def _citizens(words):
    """The number of "390 million citizens", "390 millions de citoyens" or "390 مليون مواطن"."""
    for at, word in enumerate(words[:-2]):
        if isinstance(word, int) and words[at + 1] in _MILLIONS and not _CITIZENS.isdisjoint(words[at + 2 : at + 5]):
            return word
    return None


def _best(pairs):
    """The first pair that has both numbers, else the first."""
    return next((pair for pair in pairs if pair[1]), pairs[0] if pairs else (None, None))


def read_date(lines):
    """The first day that the text names in full, written with the month's name or as 2024-02-14, or None."""
    for line in lines:
        text = tidy(line)[:5000]
        found = _ISO_DAY.search(text)
        if found:
            day = _day(*map(int, found.groups()))
            if day:
                return day
        words = fold(text).split()
        for at in range(len(words) - 2):
            day = _named_day(words[at : at + 4])
            if day:
                return day
    return None


def _named_day(words):
    """The day of "14 February 2024", "February 14 2024", "1er mars 2024" or "14 شباط فبراير 2024"."""
    for month_at, day_at in ((1, 0), (0, 1)):
        month = _MONTHS.get(words[month_at])
        if month is None and month_at == 1 and len(words) > 3:
            month = _MONTHS.get(f"{words[1]} {words[2]}")
        years = [word for word in words[2:] if len(word) == 4 and word.isdecimal()]
        day = words[day_at].removesuffix("er").removesuffix("th").removesuffix("st").removesuffix("nd")
        if month and years and day.isdecimal() and len(day) <= 2:
            return _day(int(years[0]), month, int(day))
    return None


def _day(year, month, day):
    try:
        return date(year, month, day) if 2013 <= year <= 2100 else None
    except ValueError:
        return None
