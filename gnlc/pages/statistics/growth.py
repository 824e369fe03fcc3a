"""Lines through time: members recorded day by day, beside what was published and never mixed with it."""

from collections import defaultdict

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from admissions.growth.ledger import growth
from admissions.growth.statistics import members_through_time
from admissions.models import Admission
from gnlc.charts import Row, Series, Steps
from records.l10n import day_in_words

from .words import recorded, undated

TWO_ACCOUNTS = gettext_lazy(
    "Two accounts that are never mixed: members recorded here one by one, and totals as others published them."
)
UNDATED = gettext_lazy(
    "An admission of which only the year is known counts from the end of that year. A member of whom no source says "
    "when it was admitted counts from the day on which a source first shows it, else from the day on which this "
    "register opened: neither is a day of admission."
)
KNOWN = {"day": 10, "month": 7, "year": 4}  # letters of a day in ISO 8601


def growth_chart(day):
    """Members recorded, the published totals that are taken here, and every other total that was published."""
    admissions = Admission.objects.all()
    counted = {(change.day, change.day.isoformat()): change[1:] for change in members_through_time(admissions, day)}
    taken, rival, words = _published(day)
    notes = _annulments(admissions, day)
    rows, days, members = [], [], (None, None)
    for each, key in sorted({*counted, *taken, *rival}):
        members = counted.get((each, key), members)
        others = sorted(rival.get((each, key), {})) or [(None, "")]
        for place, (other, qualifier) in enumerate(others):
            # Where only the month or the year is known, nothing recorded stands beside it.
            own = members if key == each.isoformat() else (None, None)
            numbers = (*own, None if place else taken.get((each, key)), other)
            note = notes.get(each, "") if (each, key) in counted and not place else ""
            qualifiers = {len(numbers) - 1: qualifier} if qualifier else {}
            rows.append(Row(words.get(key) or day_in_words(each), numbers, key=key, note=note, qualifiers=qualifiers))
            days.append(each)
    return Steps(
        "growth", _("Members recorded and members published, through time"),
        _("A line that rises in steps with the members recorded here, a dotted one with those of them of whom no "
          "source says when they were admitted; a broken line with the published totals that are taken here; rings "
          "for other totals that were published."),
        _("Day"),
        (
            recorded(), undated(), Series(_("Published, the figure we use"), "reported"),
            Series(_("Published, other totals"), "rival"),
        ),
        tuple(rows), days=tuple(days), until=max(day, *days) if days else day,
        note=f"{TWO_ACCOUNTS} {UNDATED}",
    )  # fmt: skip


def _published(day):
    """Totals by what is known of their day, (its first day, ISO 8601): those taken, all others, and its words."""
    taken, rival, words = {}, {}, {}
    for stage in growth(day):
        if stage.published is not None:
            taken[stage.cohort.counts_from, stage.cohort.counts_from.isoformat()] = stage.published
        for figure in [
            figure
            for claim in [*stage.earlier, *stage.claims]
            for figure in claim.figures
            if claim in stage.earlier or figure.cities_qualifier or figure.cities != stage.published
        ]:
            key = figure.as_of.isoformat()[: KNOWN[figure.as_of_precision]]
            rival.setdefault((figure.as_of, key), set()).add((figure.cities, figure.cities_qualifier))
            words[key] = figure.as_of_in_words
    return taken, rival, words


def through_time(admissions, day, name, title, description):
    """The number of members among some admissions, in steps, and of those of them that are only shown, if any."""
    changes, notes = members_through_time(admissions, day), _annulments(admissions, day)
    series = (recorded(), undated()) if any(change.shown for change in changes) else (recorded(),)
    return Steps(
        name, title, description, _("Day"), series,
        tuple(
            Row(day_in_words(each), tuple(numbers[: len(series)]), key=each.isoformat(), note=notes.get(each, ""))
            for each, *numbers in changes
        ),
        days=tuple(change.day for change in changes), until=day, note=UNDATED if len(series) > 1 else "",
    )  # fmt: skip


def _annulments(admissions, day):
    """{day: how many of those announced on it were annulled since, in words}. One query."""
    annulled = admissions.annulled_by(day).order_by("annulled_on")
    found = defaultdict(list)
    for first_day, annulled_on, number in annulled.values_list("counts_from", "annulled_on").annotate(Count("pk")):
        words = ngettext(
            "%(number)d of them was annulled by a correction on %(day)s",
            "%(number)d of them were annulled by a correction on %(day)s",
            number,
        )
        found[first_day].append(words % {"number": number, "day": day_in_words(annulled_on)})
    return {each: " · ".join(words) for each, words in found.items()}
