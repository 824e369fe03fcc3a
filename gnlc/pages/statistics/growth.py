"""Lines through time: members recorded day by day, beside what was published and never mixed with it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from admissions.growth import growth
from admissions.models import Admission
from admissions.statistics import members_through_time
from cities.wording import day_in_words
from gnlc.pages.charts import Row, Series, Steps

from .words import recorded

TWO_ACCOUNTS = gettext_lazy(
    "Two accounts that are never mixed: members recorded here one by one, and totals as others published them."
)
UNDATED = gettext_lazy(
    "An admission of which only the year is known counts from the end of that year; a member of whom no source names "
    "a day, from the day on which this register opened."
)
KNOWN = {"day": 10, "month": 7, "year": 4}  # letters of a day in ISO 8601


def growth_chart(day):
    """Members recorded, the published totals that are taken here, and every other total that was published."""
    counted = {(each, each.isoformat()): n for each, n in members_through_time(Admission.objects.all(), day)}
    taken, rival, words = _published(day)
    rows, days, members = [], [], None
    for each, key in sorted({*counted, *taken, *rival}):
        members = counted.get((each, key), members)
        others = sorted(rival.get((each, key), {})) or [None]
        for place, other in enumerate(others):
            # Where only the month or the year is known, nothing recorded stands beside it.
            own = members if key == each.isoformat() else None
            numbers = (own, None if place else taken.get((each, key)), other)
            rows.append(Row(words.get(key) or day_in_words(each), numbers, key=key))
            days.append(each)
    return Steps(
        "growth", _("Members recorded and members published, through time"),
        _("A line that rises in steps with the members recorded here; a broken line with the published totals that "
          "are taken here; rings for other totals that were published."),
        _("Day"),
        (recorded(), Series(_("Published, taken here"), "reported"), Series(_("Published, other totals"), "rival")),
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
            figure for claim in stage.claims for figure in claim.figures if figure.cities != stage.published
        ]:
            key = figure.as_of.isoformat()[: KNOWN[figure.as_of_precision]]
            rival.setdefault((figure.as_of, key), set()).add(figure.cities)
            words[key] = figure.as_of_in_words
    return taken, rival, words


def through_time(admissions, day, name, title, description):
    """The number of members among some admissions, in steps."""
    changes = members_through_time(admissions, day)
    return Steps(
        name, title, description, _("Day"), (recorded(),),
        tuple(Row(day_in_words(each), (members,), key=each.isoformat()) for each, members in changes),
        days=tuple(each for each, _members in changes), until=day,
    )  # fmt: skip
