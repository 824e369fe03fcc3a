"""What lines of several lists that belong together agree on, and what speaks against it."""

from dataclasses import replace

from .characters import tidy
from .match import is_clean
from .match.reasons import Reason, reading_doubt
from .spelling import base_and_qualifier, begins_as_a_body, names_a_body

LARGE_TOWN = 100_000  # inhabitants of a town that may be meant where the body around it is named


class Naming:
    """Which of the lists name which cities, to know a list that lacks one from a list about something else."""

    def __init__(self, groups):
        self.cities, self.countries = {}, {}  # by list: its groups, and its countries
        for code, group in groups:
            for key in group.lines:
                self.cities.setdefault(key, {})[group] = code
                self.countries.setdefault(key, set()).add(code)

    def lacking(self, code, group):
        """The lists that do not name the city of this group, although they name at least half of what a list does that
        names it, or half of its cities of this country where they are about no other."""
        others = self.cities.keys() - group.lines.keys()
        return {key for key in others if any(self._is_of_the_same(key, other, code) for other in group.lines)}

    def _is_of_the_same(self, key, other, code):
        own, theirs = self.cities[key], self.cities[other]
        if self.countries[key] == {code} and len(own) > 1:
            theirs = {group for group, country in theirs.items() if country == code}
        return len(own.keys() & set(theirs)) * 2 >= len(theirs)


def agreement(group, languages):
    """(the candidate that the lines of a group mean, or None; the candidates of all its lines, that one first).

    It is the only one that is certain for a line. Where none is, a city that is known nowhere may be meant if its
    names agree in two languages; `languages` gives that of each list.
    """
    best = {}
    for candidate in sorted(
        (each for found in group.found.values() for each in found), key=lambda each: (-each.certain, -each.score)
    ):
        best.setdefault(candidate.identity, candidate)
    certain = [candidate for candidate in best.values() if candidate.certain]
    meant = certain[0] if len(certain) == 1 else None
    if not certain and _is_agreed_nowhere(group, languages):
        agreed = _town_of_body(group, best.values()) or best[None]
        best[agreed.identity] = meant = replace(agreed, score=0.9, certain=True)
    return meant, tuple(sorted(best.values(), key=lambda each: each is not meant))


def _is_agreed_nowhere(group, languages):
    """Whether the names of a group are known nowhere and agree in two languages at least, each read clean.

    One line at least names its country itself: what stands under the heading of a country and is no known place may be
    no city at all. Nor is it a body around a large town, which may be what is meant.
    """
    names_country = any(line.country_text in tidy(line.raw) for line in group.lines.values())
    clean = {languages[key] for key, line in group.lines.items() if is_clean(line.name)}
    is_nowhere = all(found[0].identity is None for found in group.found.values())
    has_brackets = any("(" in name for name in group.names)
    return names_country and is_nowhere and len(clean) > 1 and not has_brackets and not _is_around_a_town(group)


def _is_around_a_town(group):
    towns = [each for found in group.found.values() for each in found if each.reason.code == "body"]
    return any(map(begins_as_a_body, group.names)) or any((town.population or 0) >= LARGE_TOWN for town in towns)


def _town_of_body(group, candidates):
    """The only place of the country that is called as each name begins, where a body follows that tells which it is:
    Niamtougou of "Niamtougou - Commune de Doufelgou 1"."""
    named = [each for each in candidates if each.reason.code == "brackets"]
    follows_a_body = all(names_a_body(base_and_qualifier(name)[1]) for name in group.names)
    return named[0] if len(named) == 1 and follows_a_body and named[0].is_new else None


def doubts_about(group, meant, lacking):
    """Why a person has to look, besides the candidates: lines that may be read otherwise, lines that have the name of
    other places alone than the one that is `meant`, and lists `lacking` the city."""
    codes = [line.doubt for line in group.lines.values() if line.doubt]
    if meant and meant.reason.code == "gazetteer_division":
        codes = [code for code in codes if code != "two_names"]  # the second name is that of its province
    found = list(map(reading_doubt, codes))
    named = [{each.identity for each in own if each.has_the_name} for own in group.found.values()]
    if meant and meant.identity and any(own and meant.identity not in own for own in named):
        found.append(Reason("contradiction"))
    if lacking:
        found.append(Reason("not_in_each_list"))
    return tuple(dict.fromkeys(found))
