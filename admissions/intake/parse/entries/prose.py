"""Running prose: telling it from entries of a list, and reading the sentences that list cities."""

import re

from admissions.intake.characters import LATIN, has_letters, is_arabic, is_cell_error, word_set
from admissions.intake.spelling import names_a_body
from admissions.intake.words import ALL
from cities.city_words import without_city_words
from records.search.folding import fold, search_words

from .line_grammar import read_cities
from .names import ListedCity, after_introduction, clean_name, split_names

_PARTICLES = word_set(
    "de da do dos das del della di du des la le les el al ar as ash an at ad of and et y e the sur sous en au aux am "
    "den der im bei upon on d l s i of"
)
# Words of releases and of web pages, never of a city's name, as `search_words` leaves them.
_NOT_NAMES = word_set(
    "unesco uil gnlc learning cities villes apprenantes members membres network reseau global read share contact "
    "press presse release communique about propos more lire plus partager copyright photo credit campaign campagne "
    "facebook twitter linkedin instagram youtube whatsapp email mail subscribe newsletter cookies privacy search menu "
    "login comment comments reply related posts article articles actualites accueil home download pdf phone "
    "total totals lifelong award prix "
    "يونسكو شبكه تعلم تعليم اعضاء مدن عضويه بيان صحفي مزيد شارك مشاركه حول اخبار اتصل تواصل مجموع"
)
_CUES = word_set(
    "are is include includes including namely sont est comprennent comprend savoir notamment dont join joined "
    "rejoignent هي وهي هم منها من كلا كل وتشمل تشمل ضمت"
)
_FILLERS = re.compile(
    r"^(?:tou[st]e?s?|all|both|and|et|les? villes? (?:de |d')|la ville (?:de |d')|the (?:city|cities) of|de |d'|"
    r"كلا? من|مدينتا|مدينتي|مدينة|مدن)\s*"
)
_CITY_OF_A_KIND = word_set("cite ville ciudad cidade citta")
_ROMANCE_ARTICLES = word_set("la le les el al los las")
_LINK = re.compile(r"https?:|www\.|@|[{}<>=]")
_LONG_NUMBER = re.compile(r"\d{3}")
_PARTED = re.compile(r"^[^,(]{3,40}(?:, ?|\()[^,()]{2,40}\)?$")
_BEHIND = re.compile(r"\s+[–—-]\s+|:\s+")
_PARTS = re.compile(r"[,()]")
_IN_BRACKETS = re.compile(r"\(([^()]{2,60})\)")


def is_prose(text):
    """Whether the text is a sentence or more, rather than an entry of a list or a heading."""
    words = text.split()
    return len(words) > 14 or (len(words) > 6 and text[-1] in '.!?…:»"”')


def may_list_a_city(text):
    """Whether a line without a country has the shape of an entry: a few words, beginning like a name.

    A dot at its end says little: it may be that of "U.K.".
    """
    if len(text) > 100 or len(text.split()) > 8 or text[-1] == ":" or _LINK.search(text):
        return False
    first = next((c for c in text if c.isalpha()), "")
    return (
        bool(first)
        and (not first.islower() or bool(_PARTED.search(text)))
        and not _LONG_NUMBER.search(text)
        and _NOT_NAMES.isdisjoint(search_words(text))
    )


def is_said_by_releases(text):
    """Whether a line has words that releases and web pages use, and that are in no name of a place."""
    return not _NOT_NAMES.isdisjoint(search_words(text)) or bool(_LINK.search(text))


def is_names_only(text):
    """Whether the parts of a line, between commas and brackets, are all written as names are, in Latin letters."""
    parts = [part for part in _PARTS.split(text) if has_letters(part)]
    return len(parts) > 1 and not is_arabic(text) and all(map(_is_written_as_a_name, parts))


def lists_names_alone(text):
    """Whether a sentence ends with names behind a dash or a colon: "From Portugal came – Alcobaça, Setúbal"."""
    names = _BEHIND.split(text)[-1].rstrip(" .!…") if len(text) < 2000 else ""
    return names != text.rstrip(" .!…") and is_names_only(names)


def looks_like_a_name(name):
    """Whether this can be the name of a place at all: letters, few words, no web address, no postcode."""
    return (
        has_letters(name)
        and not is_cell_error(name)
        and len(name) <= 100
        and len(name.split()) <= 8
        and not _LINK.search(name)
        and not _LONG_NUMBER.search(name)
        and _NOT_NAMES.isdisjoint(search_words(name))
    )


def read_sentence(text, countries):
    """The entries of a sentence that does nothing but list them; empty for any other sentence.

    "The new members are Agadir and Fez (Morocco), Dakar (Senegal)"; "Il s'agit d'Agadir, Fès au Maroc, Bikok au
    Cameroun et Dakar au Sénégal". A sentence counts as a list only if all of it can be read, and if it has two entries
    or ends with the bracket of the one.
    """
    text = text[:20_000].rstrip(".!… ")
    entries = read_cities(text, countries) if "(" in text or ";" in text else []
    if not _all_read(entries):
        entries = _with_prepositions(text, countries)
    entries = [entry._replace(name=_without_filler(_after_cue(entry.name))) for entry in entries]
    entries = [entry for entry in entries if entry.name]
    enough = len(entries) > 1 or text.endswith(")")
    return entries if enough and _all_read(entries) else []


def read_loosely(text, countries):
    """The entries of a sentence with three pairs of a name and a country or more, each to be looked at by a person."""
    entries = read_cities(text[:20_000].rstrip(".!… "), countries) if text.count("(") > 2 else []
    enough = sum(bool(entry.country_code) for entry in entries) > 2
    return [entry._replace(doubt=entry.doubt or "sentence") for entry in entries] if enough else []


def _with_prepositions(text, countries):
    """The parts between commas, each ending with "in Morocco" or belonging to the next part that does."""
    entries, pending = [], []
    for part in split_names(text.rpartition(":")[2]):
        code = countries.code(part)
        found = ("", part, code) if code else _country_at_the_end(part, countries)
        if not found:
            pending.append(part)
            continue
        before, country, code = found
        names = [*pending, *split_names(before)] if _without_filler(before) else pending
        if not names:
            return []
        entries += [ListedCity(clean_name(name), country, code) for name in names]
        pending = []
    return [] if pending else entries


def _country_at_the_end(text, countries):
    """As `Countries.at_the_end`, but what is written like the end of a name stays there: Son La – Viet Nam."""
    found = countries.at_the_end(text)
    if not found:
        return None
    before, country, code = found
    first, _space, rest = country.partition(" ")
    if before and rest and first.istitle() and fold(first) in _ROMANCE_ARTICLES:
        return f"{before} {first}", rest, code
    return found


def _after_cue(name):
    """The name without the words that introduce a list: "The new members are Agadir" is "Agadir"."""
    name = after_introduction(name)
    words = name.split()
    cues = [at for at, word in enumerate(words[:-1]) if _is_cue(word)]
    if len(words) > 3 and "agit" in fold(name).split():
        return re.sub(r"^.*\bagit\s+(?:de\s+|d['’]\s*)", "", name, flags=re.IGNORECASE)
    return " ".join(words[cues[-1] + 1 :]) if cues else name


def _is_cue(word):
    """Whether a word introduces names; those of names have capitals, as the Son of Son La."""
    return not word[:1].isupper() and fold(word) in _CUES


def _without_filler(name):
    for _time in range(3):
        shorter = _FILLERS.sub("", name.strip())
        if shorter == name:
            break
        name = shorter
    return name.strip()


def _all_read(entries):
    return bool(entries) and all(entry.country_code and _is_written_as_a_name(entry.name) for entry in entries)


def is_surely_prose(text):
    """Whether a text that could not be read is a sentence, or has words that releases alone have."""
    return is_prose(text) or (is_said_by_releases(text) and "(" not in text)


def names_a_country(text, countries, *, marked):
    """Whether a text that could not be read names countries as entries do: in brackets, twice or where it says that
    somebody joins, or, behind a bullet or a number, at its end."""
    named = sum(bool(countries.code(inside)) for inside in _IN_BRACKETS.findall(text[:2000]))
    if named > 1 or (named and ALL.joining.within(text)):
        return True
    found = countries.at_the_end(text.rstrip(" .;,")) if marked and len(text.split()) <= 8 else None
    return bool(found and found[0].strip())


def holds_common_words(name):
    """Whether words that begin small stand in a name beside others that begin large, and are none that names have:
    "twinned with Paris", but not "Ville de Fès"."""
    words = [word for word in name.split() if word[0].isalpha() and word[0].lower() != word[0].upper()]
    small = [word for word in words if word[0].islower() and "'" not in word[:3] and "’" not in word[:3]]
    common = [word for word in small if fold(word) not in _PARTICLES and not names_a_body(word)]
    common = [word for word in common if word not in ALL.prepositions and word not in ALL.and_words]
    common = [] if fold(name.split()[0]) in _CITY_OF_A_KIND else common  # Cité économique du Roi-Abdallah
    return bool(common) and len(small) < len(words) and not without_city_words(name)


def _is_written_as_a_name(name):
    """Within sentences names are told from other words by their capitals, in Arabic by being short."""
    words = _without_filler(_after_cue(name)).split()
    if not words or not looks_like_a_name(name) or len(words) > 5:
        return False
    if is_arabic(name):
        return len(words) <= 4
    small = [word for word in words if LATIN.match(word) and word[0].islower() and "'" not in word[:3]]
    small = [word for word in small if fold(word) not in _PARTICLES and word not in ALL.prepositions]
    return words[0] not in small and len(small) <= len(words) / 3
