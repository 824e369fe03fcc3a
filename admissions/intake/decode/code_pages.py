"""By which code page a text was saved that is not in Unicode: the one that makes its words and names known."""

import re
import unicodedata

from admissions.intake.characters import tidy
from admissions.intake.countries import Countries
from admissions.intake.gazetteer import places_of

# Western first: of equals the first is taken.
_PAGES = ("cp1252", "cp1254", "cp1250", "cp1257", "mac_roman", "cp850", "cp1256", "iso8859_6", "cp1251", "cp1253")
_WORD = re.compile(r"[^\W\d_]+(?:[^\w\s.,;:()\"'’“”«»/–—-]+[^\W\d_]*)*")
_PARTS = re.compile(r"[\n\r\t,;:|()\"“”]| [-–—] ")
_MOST_COUNTRIES = 40  # of which places are looked up
# Letters that one language has to itself, of which the bytes are frequent letters in the code page of another.
_SELDOM = {"cp1252": "þÞðÐýÝ", "mac_roman": "ﬁﬂ", "cp1257": "øØ", "cp1250": "ţŢďĎřŘ"}
# Two thirds of the letters of a Russian and of a Greek text; read by the other's code page they are seldom ones.
_FREQUENT = {"CYRILLIC": set("оеаинтсрвлкмдпу"), "GREEK": set("αοιετσςνηυρπκάέίόή")}


def most_plausible(data, countries=None):
    """The text and its code page.

    The names decide: those with a letter that the pages read differently are looked up among the places of the
    countries that the text names. Where they decide nothing, the words do: letters of one script, no sign in their
    midst, few that are seldom.
    """
    texts = {}
    for page in _PAGES:
        try:
            texts[page] = data.decode(page)
        except UnicodeDecodeError:
            continue
    plausible = {page: _plausible_words(text, page) for page, text in texts.items()}
    if not plausible:
        return data.decode("latin-1"), "latin-1"
    best = max(plausible.values())
    script = _script(max(texts, key=plausible.get))
    known = _known_names({page: text for page, text in texts.items() if _script(page) == script}, countries)
    page = max(texts, key=lambda each: (known.get(each, 0), plausible[each] == best, plausible[each]))
    return texts[page], page


def _script(page):
    return {"cp1256": "ARABIC", "iso8859_6": "ARABIC", "cp1251": "CYRILLIC", "cp1253": "GREEK"}.get(page, "LATIN")


def _plausible_words(text, page):
    """How many words are written as words are, less those that are not; words in ASCII say nothing."""
    return sum(_plausibility(word, page) for word in _WORD.findall(text[:100_000]) if not word.isascii())


def _plausibility(word, page):
    scripts = {unicodedata.name(letter, "?").split()[0] for letter in word if letter.isalpha()}
    others = [letter for letter in word if not letter.isascii()]
    if not word.isalpha() or len(scripts) > 1 or any(letter in _SELDOM.get(page, "") for letter in word):
        return -1
    if scripts == {"LATIN"}:
        is_strange = len(word) > 2 and len(others) > len(word) / 2 or _jumps(word)
        return -1 if is_strange else len(others) < len(word)
    if scripts <= _FREQUENT.keys():
        frequent = _FREQUENT[next(iter(scripts))]
        share = sum(letter in frequent for letter in word.lower()) / len(word)
        return -1 if _jumps(word) else share
    return 1 if scripts == {"ARABIC"} and len(word) > 1 else -1


def _jumps(word):
    """Whether a capital follows a small letter."""
    return any(one.islower() and other.isupper() for one, other in zip(word, word[1:], strict=False))


def _known_names(texts, countries):
    """{page: how many of the names in doubt are spelled as a place of the countries named is}."""
    if len(set(texts.values())) < 2:
        return {}
    countries = countries or Countries()
    parts = {page: {tidy(part) for part in _PARTS.split(text[:100_000])} - {""} for page, text in texts.items()}
    codes = sorted({code for own in parts.values() for part in own if (code := countries.code(part))})
    spelled = set()
    for code in codes[:_MOST_COUNTRIES]:
        spelled |= {spelling.casefold() for spelling in places_of(code).spellings}
    in_doubt = {page: own - set.intersection(*parts.values()) for page, own in parts.items()}
    return {
        page: sum(part.casefold() in spelled or bool(countries.code(part)) for part in own if not part.isascii())
        for page, own in in_doubt.items()
    }
