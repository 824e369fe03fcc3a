"""Whether a source text in a file is an earlier form of the one here, or has nothing to do with it."""

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

# Of 20,000 pairs of the registry's texts that have nothing to do with each other, 99 in 100 are at most 0.46 alike
# letter by letter, and names of one kind at most 0.58; an edit of a sentence leaves more than that.
ALIKE = 60
CONTAINED, FEWEST_WORDS, LONGEST = 0.75, 2, 4


def is_related(there, here):
    """Whether two texts are alike letter by letter, or the one holds most words of the other one in their order.

    >>> is_related("An old city.", "A very old city."), is_related("x", "An old city.")
    (True, False)
    """
    there, here = there.casefold(), here.casefold()
    if fuzz.ratio(there, here, score_cutoff=ALIKE):
        return True
    fewer, more = sorted((there.split(), here.split()), key=len)
    if not FEWEST_WORDS <= len(fewer) <= len(more) <= LONGEST * len(fewer):
        return False
    return LCSseq.similarity(fewer, more) >= CONTAINED * len(fewer)
