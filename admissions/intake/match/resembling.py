"""Candidates whose name comes close to the listed one; none of them is ever certain."""

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from admissions.intake.characters import is_arabic, script
from admissions.intake.spelling import BODIES, compact, sound, vowelled_sound, without_body_words
from cities.city_words import without_city_words
from records.search.folding import search_words

from .lookup import SIMILAR
from .reasons import Reason

_MOST_WORDS = 8


def resembling(lookup):
    """A few letters differ, a part or a word is the same, or it sounds alike."""
    key = compact(lookup.name)
    if len(key) < 3:
        return []
    return [*_few_letters(lookup, key), *_parts(lookup, key), *_words(lookup), *_sounds(lookup)]


def _few_letters(lookup, key):
    by_key = {known.key: city for city in lookup.cities for known in city.spellings if len(known.key) > 2}
    for other, ratio, _at in process.extract(key, by_key.keys(), scorer=fuzz.ratio, score_cutoff=SIMILAR, limit=5):
        if other != key:
            yield lookup.candidate_of(by_key[other], ratio * 0.0085, _difference(key, other))
    for other, ratio in lookup.places.similar_to(key, SIMILAR):
        for place in lookup.places.called(other):
            yield lookup.candidate_at(place, ratio * 0.008, _difference(key, other))


def _difference(key, other):
    letters = Levenshtein.distance(key, other)
    return Reason("letters", letters) if letters <= 3 else Reason("similar")


def _parts(lookup, key):
    """What some of the name's words name, and places whose name holds the whole of it."""
    words = [compact(word) for word in search_words(lookup.name)][:_MOST_WORDS]
    spans = {(start, end) for start in range(len(words)) for end in range(start + 1, len(words) + 1)}
    parts = {"".join(words[start:end]) for start, end in spans - {(0, len(words))}}
    # Languages with declensions put the end of another case behind a name: "района Улан-Батора".
    parts |= {part[:-1] for part in parts if len(part) > 5 and script(part) in ("cyrillic", "greek")}
    short = compact(without_city_words(lookup.name)) or key
    longer = lookup.places.containing(short)[:5] if len(short) > 4 else []
    for part in sorted(part for part in parts if len(part) > 3):
        for city in lookup.registry.called(lookup.code, part):
            yield lookup.candidate_of(city, 0.55, Reason("part"))
        for place in lookup.places.called(part):
            yield lookup.candidate_at(place, 0.25 + 0.3 * len(part) / len(key), Reason("part"))
    for whole in longer:
        for place in lookup.places.called(whole):
            yield lookup.candidate_at(place, 0.25 + 0.3 * len(short) / len(whole), Reason("longer"))


def _words(lookup):
    """Cities of the registry that share a word, or nearly: "Roi-Abdallah" and "King Abdullah"."""
    words = _telling_words(lookup.name)
    for city in lookup.cities:
        known = {word for spelling in city.spellings for word in _telling_words(spelling.text)}
        if any(fuzz.ratio(word, other) >= SIMILAR for word in words for other in known):
            yield lookup.candidate_of(city, 0.5, Reason("words"))


def _telling_words(name):
    """The folded words of a name that are not too short, nor words for a kind of place."""
    return {word for word in search_words(name)[:_MOST_WORDS] if len(word) > 3 and word not in BODIES}


def _sounds(lookup):
    """Names that sound alike, most of all in Latin letters for an Arabic name that nobody has noted."""
    own = _sound_of_place(lookup.name)
    arabic = is_arabic(lookup.name)
    # Also with its article: El Aaiún is Laayoune.
    sounds = [each for each in {own, sound(compact(lookup.name))} if len(each) > 1]
    for city in lookup.cities:
        known = [_sound_of_place(spelling.text) for spelling in city.spellings]
        ratio = max((fuzz.ratio(each, other) for each in sounds for other in known), default=0)
        if ratio >= SIMILAR:
            yield lookup.candidate_of(city, ratio * (0.007 if arabic else 0.005), Reason("sound"))
    if arabic and len(own) > 1:
        yield from _places_sounding_like(lookup, own)


def _places_sounding_like(lookup, own):
    """Places with the same consonants, or nearly, those first that have the same vowels too."""
    vowelled = vowelled_sound(lookup.name)
    least = 85 if len(own) > 3 else 100
    by_sound = lookup.places.by_sound
    found = []
    for other, _ratio, _at in process.extract(own, by_sound.keys(), scorer=fuzz.ratio, score_cutoff=least, limit=20):
        for known, place in by_sound[other]:
            size = min(5, place.population / 200_000)
            found.append((fuzz.ratio(vowelled, known) + size, place))
    for likeness, place in sorted(found, key=lambda each: -each[0])[:5]:
        yield lookup.candidate_at(place, likeness * 0.006, Reason("sound"))


def _sound_of_place(name):
    """The sound of a name without words like "Consortium", which would make all of them alike."""
    return sound(without_body_words(name) or name)
