"""Words that say "city" before a name or behind it: the name without them is the same place."""

from records.search.folding import fold

# As `fold` leaves them, the longer before the shorter.
_BEFORE = (
    "the city of", "the municipality of", "the town of", "city of", "town of", "municipality of",
    "municipal council of", "city council of", "town council of", "metropolitan city of", "borough of", "commune of",
    "la ville de", "ville de", "la ville d", "ville d", "la cite de", "cite de", "la cite d", "cite d",
    "la municipalite de", "municipalite de", "municipalite d",
    "conseil municipal de", "conseil municipal d", "commune urbaine de", "commune urbaine d", "la commune de",
    "commune de", "commune d", "mairie de", "mairie d", "ciudad de", "municipio de", "municipalidad de",
    "ayuntamiento de", "alcaldia de", "cidade de", "prefeitura de", "camara municipal de", "citta di", "comune di",
    "stadt", "landeshauptstadt", "hansestadt", "gemeente", "gemeinde",
    "gobierno autonomo municipal de", "intendencia de", "cidade do", "prefeitura municipal de", "municipio do",
    "municipio da", "municipio di", "citta metropolitana di", "kreisfreie stadt",
    "город", "г", "городской округ", "мэрия города", "муниципалитет", "місто", "м", "міська рада",
    "thanh pho", "tp", "thu do", "kota", "pemerintah kota", "kotamadya", "δημος", "πολη", "شهر", "شهرداري",
    "مجلس بلديه", "مجلس مدينه", "مجلس جماعه", "الجماعه الحضريه", "بلديه", "مدينه", "جماعه", "امانه",
)  # fmt: skip
_BEHIND = (
    "city council", "town council", "municipal council", "metropolitan municipality", "metropolitan city",
    "municipality", "city", "town", "si", "buyuksehir belediyesi", "belediyesi", "sehri", "kenti",
)  # fmt: skip
# The same in scripts without spaces, the longer before the shorter.
_JOINED_BEHIND = (
    "特别行政区", "特別行政區", "特別市", "特别市", "直轄市", "直辖市", "廣域市", "广域市", "市",
    "특별자치시", "특별시", "광역시", "시",
)  # fmt: skip
_JOINED_BEFORE = ("เทศบาลนคร", "เทศบาลเมือง", "เมือง", "กรุง", "นคร")
_BODIES_BEFORE = (
    "district of", "county of", "province of", "governorate of", "prefecture of", "district de", "district d",
    "province de", "gouvernorat de", "gouvernorat d", "prefecture de", "departement de", "distrito de",
    "provincia de", "landkreis", "محافظه", "اقليم", "ولايه", "عماله", "قضاء",
)  # fmt: skip
_BODIES_BEHIND = ("district council", "county council", "district", "county", "governorate", "province")
_ARTICLES = frozenset({
    "al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "ed", "er", "es", "et", "la", "le", "les", "the",
})  # fmt: skip


def without_city_words(name):
    """The folded name without "City of", "Town Council" and the like, nor a leading article; "" if none of these."""
    folded = fold(name)
    short = _without(folded, _BEFORE, _BEHIND)
    short = short if short != folded else _without_joined(folded)
    first, _space, rest = short.partition(" ")
    if rest and first in _ARTICLES and len(rest) > 2:
        short = rest
    return short if short != folded else ""


def without_kind_of_place(name):
    """The same, also without "District of" and the like: enough to look for a city, not to take it for meant."""
    folded = fold(name)
    short = _without(folded, _BEFORE + _BODIES_BEFORE, _BEHIND + _BODIES_BEHIND)
    return short if short != folded else ""


def _without(name, before, behind):
    """The name without such words; "بلدية مدينة" stands before it as well as one of them."""
    for _time in range(2):
        words = next((words for words in before if name.startswith(f"{words} ")), "")
        name = name[len(words) :].lstrip()
    words = next((words for words in behind if name.endswith(f" {words}")), "")
    return name[: len(name) - len(words)].rstrip()


def _without_joined(name):
    """The name without "市" behind it and the like; of one letter nothing is taken off, nor is one left."""
    for words in _JOINED_BEHIND:
        if name.endswith(words) and len(name) > len(words) + 1:
            return name[: -len(words)].rstrip()
    words = next((words for words in _JOINED_BEFORE if name.startswith(words) and len(name) > len(words) + 2), "")
    return name[len(words) :].lstrip()
