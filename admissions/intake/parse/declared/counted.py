"""The words that tell what a number of a release counts, and whose it is: the round's or the network's."""

import re
from functools import cache
from typing import NamedTuple

from admissions.intake.characters import word_set
from admissions.intake.words import ALL, Lexicon, lexicon
from records.search.folding import fold

_ROLES = ("cities", "countries", "states", "millions", "citizens", "network_now", "joining")
# Releases in the three languages of the network are many, so their words are few and tried; those of other languages
# are in the lexica. Words are as `fold` leaves them, so without accents, hamza and teh marbuta.
_TRIED_LANGUAGES = ("en", "fr", "ar")
_TRIED = {
    "cities": word_set("cities city villes ville members membres مدينه مدن عضو عضوا اعضاء"),
    "countries": word_set("countries country nations pays بلدا بلد بلدان دوله دول"),
    "states": word_set("states etats"),
    "millions": word_set("million millions مليون ملايين"),
    "citizens": word_set(
        "citizens inhabitants people residents citoyens citoyennes habitants personnes مواطن مواطنا نسمه شخص"
    ),
    "network_now": word_set(
        "now includes include comprises comprising bring brings bringing encompasses desormais comprend compte "
        "comptent porte portent portant تضم يضم ليصل يصل ليرتفع يرتفع ليبلغ يبلغ اصبح اصبحت الان"
    ),
    "joining": word_set(
        "join joins joined joining welcomes welcome rejoignent rejoint accueille انضمت انضمام بانضمام تنضم ينضم"
    ),
}
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


class Counted(NamedTuple):
    """The words of one language, each a set; those of several words run together as `apart` leaves them."""

    lexicon: Lexicon
    cities: frozenset
    countries: frozenset
    states: frozenset
    millions: frozenset
    citizens: frozenset
    network_now: frozenset
    joining: frozenset
    phrases: re.Pattern | None  # phrases of several words
    unspaced: re.Pattern | None  # phrases that stand between others without a space

    def apart(self, text):
        """The folded text with each of the phrases as one word."""
        if self.unspaced and _UNSPACED.search(text):
            text = self.unspaced.sub(lambda found: f" {found[0].replace(' ', '')} ", text)
            text = re.sub("[0-9]+", r" \g<0> ", text)
        return self.phrases.sub(lambda found: found[0].replace(" ", ""), text) if self.phrases else text


@cache
def counted_in(language):
    """The words of a language by its code; of one that is not read, those of the three languages of releases."""
    words = lexicon(language)
    if language in _TRIED_LANGUAGES or words is ALL:
        return Counted(words, *_TRIED.values(), None, None)
    texts = {role: [fold(text) for text in getattr(words, role)] for role in _ROLES}
    sets = (frozenset(text.replace(" ", "") for text in texts[role]) | _TRIED[role] for role in _ROLES)
    longest_first = sorted({text for found in texts.values() for text in found}, key=lambda text: (-len(text), text))
    several = [re.escape(text) for text in longest_first if " " in text and not _UNSPACED.search(text)]
    unspaced = [re.escape(text) for text in longest_first if _UNSPACED.search(text)]
    return Counted(
        words,
        *sets,
        re.compile(rf"(?<!\w)(?:{'|'.join(several)})(?!\w)") if several else None,
        re.compile("|".join(unspaced)) if unspaced else None,
    )
