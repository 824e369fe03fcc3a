"""Whether two source texts can be two versions of one."""

from rapidfuzz import fuzz

# Of pairs of unrelated names or sentences few reach half of each other's letters; an edit of one rarely loses so many.
ALIKE = 50
# A text that grew around its earlier words has them still; a word or two occur anywhere.
SAME_WORDS, ENOUGH_WORDS = 85, 3


def is_akin(one, other):
    """Whether a text may be an earlier or later version of another one.

    >>> is_akin("An old city.", "A very old city."), is_akin("x", "Fez"), is_akin("A port.", "The mayor resigned.")
    (True, False, False)
    """
    if one == other or fuzz.ratio(one.casefold(), other.casefold()) >= ALIKE:
        return True
    is_long = min(len(one.split()), len(other.split())) >= ENOUGH_WORDS
    return is_long and fuzz.token_set_ratio(one.casefold(), other.casefold()) >= SAME_WORDS
