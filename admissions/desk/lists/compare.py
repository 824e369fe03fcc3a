"""A list beside the cohort that is recorded already: whether it is of that cohort at all, and whom it lacks."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from admissions.desk.rounds import open_to_changes
from admissions.models import Admission, Intake
from records.exceptions import RefusedError

NEARLY = 0.1  # a corrected list changes numbers by less than this share of them
HALF = 2


class AnotherCohortError(RefusedError):
    """A list was given to a cohort that, by its day and its numbers, it is not of; the message says what differs.

    Nothing was written. `receive(..., all_the_same=True)` takes the list nevertheless.
    """


@dataclass(frozen=True)
class Printed:
    """A number that a list prints beside the one that stands for the cohort; `field` is its name in both records."""

    field: str
    label: str
    recorded: int
    printed: int
    intake: Intake


@dataclass(frozen=True)
class Comparison:
    """The lists of a recording beside the members whom its cohort has already.

    `lacking` are admissions of the cohort whose cities no list names, although one list at least is of the whole
    cohort: a corrected list took them back, or lost them. `is_supplement` says that the lists name a few more cities
    only, so that nobody is lacking and `recorded` counts with what they add. `numbers` are those that lists print
    otherwise than the cohort has them.
    """

    recorded: int
    lacking: tuple[Admission, ...]
    is_supplement: bool
    numbers: tuple[Printed, ...]


def refuse_another_cohort(recording, reading):
    """Raise `AnotherCohortError` where a list with this reading is not of the cohort that is recorded.

    It is of another one where it names a day of another year and its number of cities is not the announced one, or
    where it names no day and both its numbers, of cities and of the network, are far from those announced. For a round
    that no cohort stands for yet nothing is refused.
    """
    if recording.cohort is None:
        return
    cities = _compare(reading.declared.cities, recording.announced_cities)
    network = _compare(reading.declared.network_cities, recording.network_cities_after)
    if reading.date:
        is_another = not _is_of_the_years(recording, reading.date) and cities != "same"
    else:
        is_another = cities == network == "far"
    if is_another:
        raise AnotherCohortError(_what_differs(recording, reading))


def _compare(printed, announced):
    """ "same", "near" or "far", and None where one of the two is not known."""
    if printed is None or announced is None:
        return None
    if printed == announced:
        return "same"
    return "near" if abs(printed - announced) <= announced * NEARLY else "far"


def _is_of_the_years(recording, day):
    cohort, announced = recording.cohort, recording.announced_on
    years = set(range(cohort.year, (cohort.last_year or cohort.year) + 1)) | ({announced.year} if announced else set())
    return day.year in years


def _what_differs(recording, reading):
    facts = {
        "cohort": recording.cohort.years,
        "day": date_format(reading.date) if reading.date else "",
        "announced": date_format(recording.announced_on) if recording.announced_on else "",
        "printed": reading.declared.cities,
        "number": recording.announced_cities,
    }
    sentences = []
    if reading.date and recording.announced_on:
        sentences.append(_("This list is dated %(day)s; the cohort of %(cohort)s was announced on %(announced)s."))
    elif reading.date:
        sentences.append(_("This list is dated %(day)s; the cohort is that of %(cohort)s."))
    if facts["printed"] is not None and facts["number"] is not None and facts["printed"] != facts["number"]:
        sentences.append(_("Number of cities: the list prints %(printed)d, announced for the cohort were %(number)d."))
    return " ".join(sentence % facts for sentence in sentences)


def compare(recording):
    """The `Comparison` of the lists of a recording with its cohort, or None if there is no cohort yet."""
    if recording.cohort is None:
        return None
    recorded, unnamed = _members(recording)
    is_supplement = _is_supplement(recording, recorded)
    return Comparison(
        recorded=len(recorded),
        lacking=() if is_supplement else unnamed,
        is_supplement=is_supplement,
        numbers=() if is_supplement else _printed_otherwise(recording),
    )


def staying_members(recording):
    """Admissions of the cohort that its lists do not name because they only add to it; none for a whole list."""
    if recording.cohort is None:
        return ()
    recorded, unnamed = _members(recording)
    return unnamed if _is_supplement(recording, recorded) else ()


def _is_supplement(recording, recorded):
    """Whether the lists name less than half as many cities as the cohort has."""
    return recording.entries.counting().count() * HALF < len(recorded)


def _members(recording):
    """The admissions of the cohort, and those of them whose city no entry stands for, or may stand for while nobody
    has decided."""
    admitted = Admission.objects.admitted().filter(cohort=recording.cohort)
    recorded = tuple(admitted.select_related("city__country").order_by("city__slug"))
    entries = recording.entries.counting().select_related("city")
    named = {entry.city.slug for entry in entries if entry.city}
    named |= {candidate["city"] for entry in entries if entry.is_open for candidate in entry.candidates}
    return recorded, tuple(each for each in recorded if each.city.slug not in named)


# What a list declares, by the field of the cohort that holds it.
_FIELDS = {
    "announced_cities": "cities",
    "announced_countries": "countries",
    "network_cities_after": "network_cities",
    "network_countries_after": "network_countries",
}


def _printed_otherwise(recording):
    found = {}
    for intake in recording.intakes.in_use():
        for name, declared in _FIELDS.items():
            recorded, printed = getattr(recording, name), intake.declared.get(declared)
            if None not in (recorded, printed) and recorded != printed:
                label = recording._meta.get_field(name).verbose_name
                found[name, printed] = Printed(name, str(label), recorded, printed, intake)
    return tuple(found.values())


@transaction.atomic
def correct(recording, admissions, *, intake, on, authority, by=None, numbers=(), **notes):
    """Annul admissions of the cohort that a corrected list lacks, with that list as the source of the correction.

    `on` is the day of the correction, `authority` who published it, `notes` the public words (`note_en` at least), and
    `numbers` those of the `Comparison` that hold from now on: they become the cohort's, and stand in the correction
    with what was announced before. Returns the corrections made. Raises `RefusedError` as `Admission.annul` does.
    """
    open_to_changes(recording, by)
    made = [each.annul(on=on, authority=authority, source=intake.source, by=by, **notes) for each in admissions]
    changed = {each.field: each for each in numbers}
    if made and changed:
        _note_numbers(made[0], changed)
    for record in (recording.cohort, recording):
        for name, each in changed.items():
            setattr(record, name, each.printed)
        record.save()
    return made


def _note_numbers(correction, changed):
    for prefix, name in (("cities", "announced_cities"), ("network", "network_cities_after")):
        if name in changed:
            setattr(correction, f"{prefix}_before", changed[name].recorded)
            setattr(correction, f"{prefix}_after", changed[name].printed)
    correction.save()


def in_words(comparison):
    """What the desk says about a `Comparison`: one sentence for each thing, none where there is nothing to say."""
    sentences = []
    if comparison.is_supplement:
        sentences.append(
            ngettext(
                "The lists name a few cities more; %(number)d city of this cohort is recorded already and stays.",
                "The lists name a few cities more; %(number)d cities of this cohort are recorded already and stay.",
                comparison.recorded,
            )
            % {"number": comparison.recorded}
        )
    for admission in comparison.lacking:
        sentences.append(_("%(city)s is recorded in this cohort and named by no list.") % {"city": admission.city})
    for each in comparison.numbers:
        sentences.append(
            _("%(label)s: the list prints %(printed)d, recorded are %(recorded)d.")
            % {"label": each.label, "printed": each.printed, "recorded": each.recorded}
        )
    return sentences
