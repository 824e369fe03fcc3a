"""The words in which a list states the size of the network."""

import re

from admissions.intake.characters import ascii_digits, split_lines, tidy
from admissions.intake.decode import check_text

LONGEST_QUOTE = 250
_SENTENCE = re.compile(r"[^.!?؟\t]+[.!?؟]?")


def quote_of_network(intake, recording):
    """The sentence that prints the number of cities, best with that of countries too; "" where none does."""
    numbers = [recording.network_cities_after, recording.network_countries_after]
    sentences = [
        found.strip()
        for line in split_lines(check_text(intake.text))
        for found in _SENTENCE.findall(tidy(line))
        if _prints(found, numbers[0])
    ]
    best = next((found for found in sentences if numbers[1] and _prints(found, numbers[1])), None)
    return (best or next(iter(sentences), ""))[:LONGEST_QUOTE]


def _prints(sentence, number):
    return bool(re.search(rf"(?<!\d){number}(?!\d)", ascii_digits(sentence)))
