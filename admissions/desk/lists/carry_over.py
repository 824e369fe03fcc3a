"""What people said and decided in a round that was taken back, for the same lines of the round recorded again."""

from collections import defaultdict

from admissions.models import IntakeLine, RoundEntry

from .gather import gather

SET_BY_PEOPLE = ["kind", "name", "country_id", "reason", "set_by_id"]
DECIDED = [
    "country_id", "pairing", "decision", "city_id", "geonames_id", "kind", "name_en", "name_fr", "name_ar",
    "is_named_by_person", "reason", "decided_by_id", "decided_at",
]  # fmt: skip


def carry_over(lists, recording):
    """Repeat what people did, in their names, and put the lists of the recording together anew.

    `lists` are pairs of a list as it was received then and now. A line that was set right or left out is so again,
    and a group beside a list is answered as it was. A decision, with its reason and names, is taken over where each
    line of its entry reads the same; what reads otherwise, and what nobody decided, is matched as in any round.
    """
    for before, after in lists:
        _set_lines_right(before, after)
        _answer_groups(before, after)
    # No automatic decision takes the city or place of one that somebody decided.
    recording.entries.filter(decided_at=None).update(decision=RoundEntry.Decision.OPEN, city=None, geonames_id=None)
    own = _by_reading(after for _before, after in lists)
    for entry, readings in _decided([before for before, _after in lists]):
        rows = [own[reading].pop(0) for reading in readings if own[reading]]
        if len(rows) == len(readings):
            _decide_again(entry, recording, rows)
    gather(recording)


def _set_lines_right(before, after):
    then, now = _by_place(before), _by_place(after)
    end = after.lines.count()
    for place, rows in then.items():
        for index, row in enumerate(rows):
            facts = {name: getattr(row, name) for name in SET_BY_PEOPLE}
            if row.set_by_id is None or place not in now:
                continue
            if index < len(now[place]):
                IntakeLine.objects.filter(pk=now[place][index].pk).update(**facts)
            else:
                # The line was parted, and its further parts stand behind the list.
                IntakeLine.objects.create(intake=after, number=row.number, raw=row.raw, position=end, **facts)
                end += 1


def _answer_groups(before, after):
    for group in before.beside.all():
        answer = {name: getattr(group, name) for name in ("answer", "answered_by", "answered_at")}
        after.beside.filter(words=group.words).update(**answer)


def _by_place(intake):
    """{(number of the line, its words): its rows, in their order}."""
    found = defaultdict(list)
    for row in intake.lines.order_by("position"):
        found[row.number, row.raw].append(row)
    return found


def _by_reading(intakes):
    """{what a row of the lists reads as: such rows, in their order}."""
    found = defaultdict(list)
    for index, intake in enumerate(intakes):
        for row in intake.lines.filter(kind=IntakeLine.Kind.CITY).select_related("entry").order_by("position"):
            found[_reading(index, row)].append(row)
    return found


def _reading(index, row):
    return index, row.number, row.raw, row.name, row.country_id


def _decided(intakes):
    """(entry, the readings of all its rows) for each that somebody decided."""
    readings = defaultdict(list)
    for reading, rows in _by_reading(intakes).items():
        for row in rows:
            if row.entry and row.entry.decided_at:
                readings[row.entry].append(reading)
    return readings.items()


def _decide_again(entry, recording, rows):
    again = RoundEntry(recording=recording, candidates=_candidates(entry, rows))
    for name in DECIDED:
        setattr(again, name, getattr(entry, name))
    if entry.makes_a_city and entry.city_id:
        # The city that it made was kept: it is known by now.
        again.decision, again.geonames_id = RoundEntry.Decision.EXISTING, None
    again.save()
    IntakeLine.objects.filter(pk__in=[row.pk for row in rows]).update(entry=again)


def _candidates(entry, rows):
    """Those that were found for its lines just now."""
    return next((row.entry.candidates for row in rows if row.entry), entry.candidates)
