"""Whether what was read looks like the name of one place and nothing else."""

import re

from admissions.intake.characters import ascii_digits, is_arabic, word_set
from admissions.intake.spelling import names_a_body
from records.search.folding import fold

_OTHER_SIGNS = re.compile(r"[^\w\s.'’ʻ–-]|_")
_ORDINAL = re.compile(r"\b\d{1,2}(?:st|nd|rd|th|er|e|eme|re)\b")
# What joins several places, or says that there are more.
_JOINING = word_set(
    "and et y und og och en ve i plus with avec con others other autres autre otros otras outros outras more mas mais "
    "new nouveau nouvelle nuevo nueva including incl dont اخرى اخري اخر غيرها"
)


def is_clean(name):
    """Whether a name is letters alone, written as names are, with no sign or word of something else about it.

    A number is part of a name where it counts districts: "Maroua 1er", "Commune de Kozah 3", not "Cairo 1".
    """
    if _OTHER_SIGNS.search(name) or not any(map(str.isalpha, name)) or len(name) < 3:
        return False
    folded = fold(ascii_digits(name))
    words = folded.split()
    has_number = any(map(str.isdigit, _ORDINAL.sub("", folded)))
    is_written_small = name == name.lower() and not is_arabic(name)
    return not is_written_small and _JOINING.isdisjoint(words[1:]) and (not has_number or names_a_body(name))
