"""Numbers written in words: "seventy-two", "quatre-vingt-onze", "zweiundsiebzig", "ثلاث وسبعون", "四百二十五"."""

import re

from records.search.folding import fold

_LEAST = 5  # smaller ones mostly count something else: "the first of two cities"
_MOST_WORDS = 9
_LONGEST_WORD = 40
# Languages that say "seven tens two".
_COUNT_TENS = frozenset({"id", "ja", "ko", "th", "vi", "zh-hans", "zh-hant"})
_JOINED_LINKS = ("", "und", "e", "y")
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3400-\u9fff\uac00-\ud7a3]+")
_ZEROS = "〇零"


def with_numbers(words, lexicon):
    """The folded words, with each number of five or more that is written in words as an int in its place."""
    found, at = [], 0
    while at < len(words):
        number, used = _longest(words[at : at + _MOST_WORDS], lexicon)
        if number is not None and number >= _LEAST:
            found.append(number)
            at += used
        else:
            found.append(words[at])
            at += 1
    return found


def with_digits(text, lexicon):
    """The folded text with digits for numbers in words of scripts without spaces: 七十二个城市 is 72个城市."""
    known = sorted(filter(_UNSPACED.fullmatch, lexicon.numbers), key=lambda word: (-len(word), word))
    if not known:
        return text
    run = re.compile(f"(?:{'|'.join(map(re.escape, known))}|[{_ZEROS}])+")
    return run.sub(lambda found: str(_number([found[0]], lexicon) or found[0]), text)


def _longest(words, lexicon):
    """(the number with which the words begin, how many words it takes), or (None, 0)."""
    used, found = 0, (None, 0)
    while used < len(words) and isinstance(words[used], str) and used - found[1] < 2:
        used += 1
        number = _number(words[:used], lexicon)
        if number is not None:
            found = (number, used)
    return found


def _number(words, lexicon):
    """The number that all the words make together, or None."""
    parts, at = [], 0
    while at < len(words):
        pair = " ".join(words[at : at + 2])
        if " " in pair and pair in lexicon.numbers:  # quatre-vingt, dua belas
            parts.append(lexicon.numbers[pair])
            at += 2
            continue
        values = _values(words[at], lexicon.numbers)
        is_link = 0 < at < len(words) - 1 and words[at] in {fold(text) for text in lexicon.and_words}
        if not values and not is_link:
            return None
        parts += values
        at += 1
    return _composed(parts, lexicon.language in _COUNT_TENS)


def _values(word, numbers):
    """The values of which a word is made: "zweiundsiebzig" is 2 and 70; () if it is not made of numbers alone."""
    if len(word) > _LONGEST_WORD:
        return ()
    word = "".join(letter for letter in word if letter not in _ZEROS)
    return _pieces(word, numbers) or (_pieces(word[1:], numbers) if word.startswith("و") else ())


def _pieces(word, numbers):
    if word in numbers:
        return (numbers[word],)
    for size in range(len(word) - 1, 0, -1):
        if word[:size] in numbers:
            for link in _JOINED_LINKS:
                rest = _pieces(word[size + len(link) :], numbers) if word[size:].startswith(link) else ()
                if rest:
                    return (numbers[word[:size]], *rest)
    return ()


def _composed(parts, counts_tens):
    """The number of its parts: [60, 12] is 72 in French, [2, 70] in German, [7, 10, 2] in Chinese; None of [7, 2]."""
    whole = hundreds = unit = 0
    for part in parts:
        if part == 1000:
            whole, hundreds, unit = whole + (hundreds + unit or 1) * 1000, 0, 0
        elif part == 100:
            hundreds, unit = hundreds + (unit or 1) * 100, 0
        elif part == 10 and counts_tens and 0 < unit < 10:
            unit *= 10
        elif part > 100 and not unit and not hundreds:
            hundreds = part
        elif _may_add(unit, part):
            unit += part
        else:
            return None
    number = whole + hundreds + unit
    return number if parts and number < 10_000 else None


def _may_add(unit, part):
    if part > 100 or (unit < 10 and part < 10 and unit) or 10 < unit < 20:
        return False
    return not (unit >= 10 and part >= 20)
