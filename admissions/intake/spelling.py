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
    "comarca freguesia concelho ilcesi ili mahallesi kabupaten kecamatan provinsi huyen "
    "раион область краи округ консорциум громада περιφερεια νομος استان شهرستان "
    "emirate canton department shire regione voivodeship powiat wilaya emirat federation union association metropole "
    "agglomeration اماره تجمع"
)
# The same in scripts without spaces: districts, counties, provinces. 州, 都 and 道 end names of cities as well.
_JOINED_BODIES = re.compile(r".{2,}(?:[区區县縣省郡県]|[구군도])|(?:จังหวัด|อำเภอ|เขต).+")
# Districts that are places of their own, and noted as such: Gangdong-gu is not a body around a town of Gangdong.
_PLACES_OF_THEIR_OWN = re.compile(r"gu|gun|.{2,}[区區县縣郡구군]|(?:อำเภอ|เขต).+")
# What says it in front of a name alone: the towns around Milan are the Metropolitan City of Milan, but Busan
# Metropolitan City is Busan.
_BODY_PHRASES = (
    "metropolitan city of", "metropolitan area of", "metropolitan region of", "citta metropolitana di",
    "area metropolitana de", "region metropolitana de", "communaute urbaine de", "pays de",
    "london borough of", "royal borough of", "metropolitan borough of", "borough of", "regional council of",
    "greater", "grand", "gran", "grande",
)  # fmt: skip
_LINKS = word_set("of de du des d the la le et and")

# Macron, dot or line below, comma or cedilla below, and the signs for ayn and hamza.
_OF_TRANSLITERATION = re.compile("[\u0304\u0323\u0331\u0324\u0325`ʻʿʾʼ‘’]|[dhszDHSZ]\u0327")

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
    """The folded words of a name without those for a district, a county or a union of places; "" if it has none."""
    folded = fold(name)
    rest = _without_phrase(folded)
    words = rest.split()
    kept = [word for word in words if not _is_body(word)]
    is_shorter = len(kept) < len(words) or rest != folded
    return " ".join(word for word in kept if word not in _LINKS) if is_shorter else ""


def names_a_body(name):
    """Whether the name says that it is a district, a county or a union rather than a city."""
    return any(map(_is_body, fold(name).split())) or begins_as_a_body(name)


def names_a_body_around_a_town(name):
    """The same, but for districts that are no more than the place itself."""
    words = [word for word in fold(name).split() if not _PLACES_OF_THEIR_OWN.fullmatch(word)]
    return any(map(_is_body, words)) or begins_as_a_body(name)


def begins_as_a_body(name):
    """Whether it begins with what makes a town the body around it: "Metropolitan City of", "Greater"."""
    return _without_phrase(fold(name)) != fold(name)


def _is_body(word):
    return word in BODIES or bool(_JOINED_BODIES.fullmatch(word))


def _without_phrase(folded):
    phrase = next((phrase for phrase in _BODY_PHRASES if folded.startswith(f"{phrase} ")), "")
    return folded[len(phrase) :].lstrip()


def is_transliteration(name):
    """Whether a name is written letter for letter from another script, as maps do: Shibīn al Kawm, Al-`Ula.

    Names of languages that have the same marks in their own writing, such as Latvian, are taken for it too.
    """
    return bool(_OF_TRANSLITERATION.search(unicodedata.normalize("NFD", name)))


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
