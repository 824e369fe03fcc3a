"""How names of places are compared on the desk, beyond their folding: what may be left out, and how they sound."""

import re
import unicodedata
from functools import lru_cache

from records.search.folding import fold, search_words

from .characters import ARABIC, word_set

_ARTICLES = word_set("al el ad ar as ash at az an ed er es et la le les the")

# Words that say it is another body than the city of that name: its district, its county, a union of several.
BODIES = word_set(
    "district county governorate province region prefecture consortium borough comte gouvernorat departement "
    "arrondissement commune consorcio distrito departamento gu gun oblast raion محافظه اقليم مقاطعه منطقه ولايه "
    "حي اتحاد مجمع ايتلاف provincia distretto landkreis kreis bezirk verband comunidad condado mancomunidad "
    "comarca freguesia concelho ilcesi ili mahallesi kabupaten kecamatan provinsi quan huyen tinh "
    "раион область краи округ консорциум громада περιφερεια νομος استان شهرستان"
)
# The same in scripts without spaces: districts, counties, provinces. 州, 都 and 道 end names of cities as well.
_JOINED_BODIES = re.compile(r".{2,}(?:[区區县縣省郡県]|[구군도])|(?:จังหวัด|อำเภอ|เขต).+")
_LINKS = word_set("of de du des d the la le et and")

_QUALIFIED = re.compile(r"^([^(,]+)(?:\(([^()]+)\)|, ?([^()]+))$")
_DASHED = re.compile(r"^(.+?) [-–—/] (.+)$")


def compact(text):
    """The key by which names are the same: folded, without articles, all words together.

    >>> compact("Ben-Guérir") == compact("Benguerir")
    True
    """
    if text.isascii():
        return re.sub(r"[\W_]+", "", text).lower()
    if ARABIC.search(text):
        return "".join(search_words(text))
    return unicodedata.normalize("NFC", text).translate(_FOLDED)


class _FoldedLetters(dict):
    """What is left of a letter, for `str.translate`: outside Arabic, folding looks at one letter at a time."""

    def __missing__(self, code_point):
        self[code_point] = fold(chr(code_point)).replace(" ", "")
        return self[code_point]


_FOLDED = _FoldedLetters()


def without_body_words(name):
    """The folded name without words for a district, a county or a union of places; "" if it has none."""
    words = fold(name).split()
    kept = [word for word in words if not _is_body(word)]
    return " ".join(word for word in kept if word not in _LINKS) if len(kept) < len(words) else ""


def names_a_body(name):
    """Whether the name says that it is a district, a county or a union rather than a city."""
    return any(map(_is_body, fold(name).split()))


def _is_body(word):
    return word in BODIES or bool(_JOINED_BODIES.fullmatch(word))


def base_and_qualifier(name):
    """A name and what tells it from others so called: ("La Paz", "Mendoza"); the second is "" if there is none."""
    found = _QUALIFIED.match(name.strip()) if len(name) < 200 else None
    if found:
        return found[1].strip(), (found[2] or found[3]).strip()
    found = _DASHED.match(name.strip()) if len(name) < 200 else None
    return (found[1].strip(), found[2].strip()) if found else (name.strip(), "")


_ARABIC_SOUNDS = str.maketrans("اببپتثجچحخدذرزژسشصضطظعغفڤقكلمنهويء", "abbbttks\0kttrsssssttt\0kffkklmn\0ui\0")
_LATIN_GROUPS = re.compile(r"tsch|tch|sch|sh|ch|cz|zh|ts|tz|c(?=[eiy])|ph|th|dh|kh|gh|gn|ng(?=[aeiou])|ou|oo|ee")
_GROUP_SOUNDS = {
    "ph": "f",
    "th": "t",
    "dh": "t",
    "kh": "k",
    "gh": "k",
    "gn": "ni",
    "ng": "nk",
    "ou": "u",
    "oo": "u",
    "ee": "i",
}
_LATIN_SOUNDS = str.maketrans("bpdtfvcgjkqlmnrszxaeiouyw", "bbttffkkkkklmnrsssaiiuuiu")
_REPEATED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aiu]")


@lru_cache(maxsize=8192)
def vowelled_sound(text):
    """How a name sounds, in nine consonants and three vowels, whichever of the two scripts it is written in.

    >>> vowelled_sound("Chinhoyi"), vowelled_sound("تشينهويي")
    ('sinui', 'sinui')
    """
    words = search_words(text)
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    joined = "".join(word for word in words if word not in {"city", "مدينه"}) or "".join(words)
    if ARABIC.search(joined):
        joined = joined.replace("تش", "ش").translate(_ARABIC_SOUNDS).replace("\0", "")
    joined = _LATIN_GROUPS.sub(lambda group: _GROUP_SOUNDS.get(group[0], "s"), joined)
    joined = "".join(letter for letter in joined.translate(_LATIN_SOUNDS) if letter in "abfiklmnrstu")
    return _REPEATED.sub(r"\1", joined)


@lru_cache(maxsize=8192)
def sound(text):
    """The consonants of a name in nine classes, so that Arabic and Latin spellings of it come close.

    >>> sound("Benguerir"), sound("بنجرير")
    ('bnkr', 'bnkr')
    """
    return _REPEATED.sub(r"\1", _VOWELS.sub("", vowelled_sound(text)))
