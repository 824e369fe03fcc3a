"""Which language of the registry the tag in a file means."""

from records.translation.states import LANGUAGES

THREE_LETTERS = {"eng": "en", "fra": "fr", "fre": "fr", "ara": "ar", "arb": "ar"}


def understood(tag):
    """The registry's language that a tag falls back to, or the tag as it is where it is none of ours.

    Looked up as RFC 4647, 3.4 says: from its end the tag is cut until it is a language that there is. Tools write the
    tag of a system, too, and the three letters of ISO 639-2.

    >>> understood("fr-Latn-FR"), understood("ar_MA.UTF-8"), understood("fre"), understood("frr")
    ('fr', 'ar', 'fr', 'frr')
    """
    subtags = tag.strip().partition(".")[0].partition("@")[0].replace("_", "-").lower().split("-")
    subtags[0] = THREE_LETTERS.get(subtags[0], subtags[0])
    while subtags:
        if "-".join(subtags) in LANGUAGES:
            return "-".join(subtags)
        subtags.pop()
        if len(subtags) > 1 and len(subtags[-1]) == 1:
            subtags.pop()
    return tag.strip()
