"""Put the lists of several languages together: which of their lines mean the same city."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from cities.city_words import without_city_words
from records.search.folding import fold

from .agreement import Naming, agreement, doubts_about
from .characters import ascii_digits, is_arabic
from .match import candidates, without_doubt
from .match.candidate import Candidate
from .match.reasons import Reason
from .match.registry import Registry
from .parse import ListedLine
from .spelling import compact, sound, without_body_words

ALIKE = 70  # likeness of two names from which on they may be one city
SURE = 90  # and from which on they are, if no other name of the country comes close
MARGIN = 10  # by which the best likeness must exceed the next
MOST_OF_A_COUNTRY = 60  # lines of one country in one list, beyond which only what means the same is put together
FAR = 30  # or this, where both lists have as many lines of the country left
LAST_ALIKE = 60  # enough likeness where nothing else of the country is left
_NUMBER = re.compile(r"[0-9]+")  # tells Maroua 1 from Maroua 2
ONE_LIST = Reason("one_list")


@dataclass(frozen=True)
class Pair:
    """One city to be admitted, with its line in each language; None for a language whose list lacks it.

    `certain` and `reason` are about the lines belonging together; `candidates` are those of all lines, and
    `decision` the one that is meant without doubt, or None if a person has to look. `doubts` say why, where it is not
    for the candidates alone: a line that may be read otherwise, lists that disagree, a list that lacks the city.
    """

    country_code: str
    lines: dict[str, ListedLine | None]
    certain: bool
    reason: Reason
    candidates: tuple[Candidate, ...] = ()
    decision: Candidate | None = None
    doubts: tuple[Reason, ...] = ()


class _Group:
    """Lines that mean one city, while the lists are being put together."""

    def __init__(self, lines, found, certain=True, reason=ONE_LIST):
        self.lines = lines  # by language
        self.found = found  # their candidates by language
        self.certain = certain
        self.reason = reason
        self.names = [line.name for line in lines.values()]
        self.keys = set(map(compact, self.names))
        self.numbers = {number for name in self.names for number in _NUMBER.findall(ascii_digits(name))}
        decisions = filter(None, map(without_doubt, found.values()))
        # The places that its lines certainly mean, mostly one or none; and the likeliest ones.
        self.decided = {decision.identity for decision in decisions if decision.identity}
        self.likeliest = {each.identity for own in found.values() for each in own[:1] if each.identity}

    def joined(self, other, certain, reason):
        certain = certain and self.certain and other.certain
        return _Group(self.lines | other.lines, self.found | other.found, certain, reason)

    def may_be(self, other):
        """Whether nothing speaks against the two being one city that could not be put together."""
        apart = self.decided and other.decided and not self.decided & other.decided
        return not apart and not self.lines.keys() & other.lines.keys()


def pair(readings, *, registry=None, languages=None):
    """The cities that the readings of several languages list, `{language: Reading}`, in the order of the first list.

    The keys of `readings` may be others than languages, of which `languages` then says the language of each.

    Lines are put together by country and by what they mean: the same city or place first, then the same or a similar
    name, in whichever script; the order of the lists plays no part. What is left alone of its country on both sides
    is put together too, but for a person to confirm, unless the names sound alike. A city that a list names twice has
    two pairs, the second not certain. A city that a list lacks which ought to have it is never decided.
    """
    by_country = {}
    for language, reading in readings.items():
        for line in reading.cities:
            by_country.setdefault(line.country_code, {}).setdefault(language, []).append(line)
    registry = registry or Registry.of(by_country)
    groups = [(code, group) for code, lists in by_country.items() for group in _groups(lists, code, registry)]
    named = Naming(groups)
    languages = languages or {key: key for key in readings}
    pairs = [_finished(group, code, readings, languages, named.lacking(code, group)) for code, group in groups]
    order = {language: place for place, language in enumerate(readings)}
    return sorted(pairs, key=lambda pair: _first_line(pair, order))


def _first_line(pair, order):
    return min((order[language], line.number) for language, line in pair.lines.items() if line)


def _groups(lists, code, registry):
    """The groups of one country, one language after the other; those in one script first, which are easier to pair."""
    groups, repeated = [], []
    for language, lines in sorted(lists.items(), key=lambda item: is_arabic(item[1][0].name)):
        fresh = {}
        for line in lines:
            group = _Group({language: line}, {language: candidates(line.name, code, registry=registry)})
            meaning = min(map(str, group.decided), default=None) or compact(line.name)
            if meaning in fresh:
                repeated.append(_Group(group.lines, group.found, False, Reason("repeated")))
            else:
                fresh[meaning] = group
        groups = _put_together(groups, list(fresh.values()))
    for group in groups:
        lacks_a_language = len(group.lines) < len(lists)
        if lacks_a_language and (len(groups) > MOST_OF_A_COUNTRY or any(map(group.may_be, groups))):
            group.certain, group.reason = False, Reason("unclear")
    return groups + repeated


def _put_together(groups, fresh):
    """Join each fresh line with the group that means the same, surest first; return all groups."""
    joined = []

    def join(one, other, certain, reason):
        groups.remove(one)
        fresh.remove(other)
        joined.append(one.joined(other, certain, reason))

    _join_same(groups, fresh, join, lambda group: group.decided, Reason("same_city"))
    _join_same(groups, fresh, join, lambda group: group.keys, Reason("same_spelling"))
    if max(len(groups), len(fresh)) <= MOST_OF_A_COUNTRY:
        _join_alike(groups, fresh, join)
    if len(groups) == len(fresh) == 1 and groups[0].may_be(fresh[0]):
        alike = _likeness(groups[0], fresh[0]) >= LAST_ALIKE
        join(groups[0], fresh[0], alike, Reason("last_left_alike" if alike else "last_left"))
    return joined + groups + fresh


def _join_same(groups, fresh, join, meaning, reason):
    """Join those that have a meaning in common, which no other group has."""
    by_meaning = {}
    for group in groups:
        for each in meaning(group):
            by_meaning.setdefault(each, []).append(group)
    for other in list(fresh):
        same = {group for each in meaning(other) for group in by_meaning.get(each, ())}
        if len(same) == 1 and same <= set(groups) and other.may_be(*same):
            join(*same, other, True, reason)


def _join_alike(groups, fresh, join):
    """Join what is alike, the most alike first; two lines that are equally like a third are left to a person."""
    likeness = {(one, other): _likeness(one, other) for one in groups for other in fresh}
    while likeness:
        lead = _leads(likeness)
        pair = max(likeness, key=lambda pair: (lead[pair] > 0 and likeness[pair] >= ALIKE, likeness[pair]))
        value = likeness[pair]
        if lead[pair] <= 0 or value < ALIKE:
            break
        clear = (value >= SURE and lead[pair] >= MARGIN) or (len(groups) == len(fresh) and lead[pair] >= FAR)
        join(*pair, clear, Reason("alike"))
        likeness = {other: value for other, value in likeness.items() if not set(pair) & set(other)}


def _leads(likeness):
    """By how much each pair is more alike than any other pair that one of the two could be in."""
    best = {}
    for pair, value in likeness.items():
        for group in pair:
            best.setdefault(group, []).append(value)
    best = {group: sorted(values, reverse=True)[:2] + [0] for group, values in best.items()}
    return {
        pair: value - max(best[group][1] if value == best[group][0] else best[group][0] for group in pair)
        for pair, value in likeness.items()
    }


def _likeness(one, other):
    """How alike the names of two groups are, 0 to 100; 0 if they certainly mean different places, as numbers do."""
    if one.decided and other.decided and not one.decided & other.decided:
        return 0
    if one.numbers and other.numbers and one.numbers != other.numbers:
        return 0
    names = max(_likeness_of_names(name, another) for name in one.names for another in other.names)
    return max(names, 85 if one.likeliest & other.likeliest else 0)


def _likeness_of_names(one, other):
    keys = [
        {compact(name), compact(without_city_words(name)), compact(without_body_words(name))} - {""}
        for name in (one, other)
    ]
    if keys[0] & keys[1]:
        return 100
    if is_arabic(one) == is_arabic(other):
        letters = max((fuzz.ratio(key, another) for key in keys[0] for another in keys[1]), default=0)
        return max(letters, _likeness_of_words(one, other))
    sounds = [{sound(name), sound(without_body_words(name) or name)} - {""} for name in (one, other)]
    return max((fuzz.ratio(own, another) for own in sounds[0] for another in sounds[1]), default=0) * 0.95


def _likeness_of_words(one, other):
    """How many words of two translations are alike: "Economic City of King Abdullah", "Cité économique Abdallah"."""
    words, others = ([word for word in fold(name).split() if len(word) > 3] for name in (one, other))
    if min(len(words), len(others)) < 2:
        return 0
    alike = sum(max(fuzz.ratio(word, another) for another in others) >= 75 for word in words)
    return 95 * 2 * min(alike, len(others)) / (len(words) + len(others))


def _finished(group, code, readings, languages, lacking):
    """The pair of a group: the candidates of all its lines, and the decision if the lines agree on one."""
    meant, found = agreement(group, languages)
    doubts = doubts_about(group, meant, lacking)
    lines = {language: group.lines.get(language) for language in readings}
    decision = meant if group.certain and not doubts else None
    return Pair(code, lines, group.certain, group.reason, found[:5], decision, doubts)
