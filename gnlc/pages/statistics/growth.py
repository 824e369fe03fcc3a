"""Lines through time: members recorded day by day, beside what was published and never mixed with it."""

from datetime import timedelta

from django.utils.translation import gettext as _

from admissions.growth import growth
from admissions.models import Admission
from admissions.statistics import members_through_time
from cities.wording import day_in_words
from gnlc.pages.charts import Row, Series, Steps

from .words import recorded


def growth_chart(day):
    """Members recorded, the published totals that are taken here, and every other total that was published."""
    counted = dict(members_through_time(Admission.objects.all(), day))
    taken, rival = _published(day)
    rows, days, members = [], [], None
    for each in sorted({*counted, *taken, *rival}):
        members = counted.get(each, members)
        others = sorted(rival.get(each, {})) or [None]
        for place, other in enumerate(others):
            rows.append(
                Row(day_in_words(each), (members, None if place else taken.get(each), other), key=each.isoformat())
            )
            days.append(each)
    return Steps(
        "growth", _("Members recorded and members published, through time"),
        _("A line that rises in steps with the members recorded here; a broken line with the published totals that "
          "are taken here; rings for other totals that were published."),
        _("Day"),
        (recorded(), Series(_("Published, taken here"), "reported"), Series(_("Published, other totals"), "rival")),
        tuple(rows), days=tuple(days), until=max(day, *days) if days else day,
        note=_("Two accounts that are never mixed: members recorded here one by one, and totals as others published "
               "them."),
    )  # fmt: skip


def _published(day):
    """({day: total taken}, {day: {other totals}}); a figure of a year or a month stands at its beginning."""
    taken, rival = {}, {}
    for stage in growth(day):
        if stage.published is not None:
            taken[stage.cohort.counts_from] = stage.published
        for claim in stage.claims:
            for figure in claim.figures:
                if claim.cities != stage.published:
                    rival.setdefault(figure.as_of, set()).add(claim.cities)
    return taken, rival


def through_time(admissions, day, name="time", title="", description=""):
    """The number of members among some admissions, in steps."""
    changes = members_through_time(admissions, day)
    if changes:
        changes.insert(0, (changes[0][0] - timedelta(days=1), 0))
    return Steps(
        name, title, description, _("Day"), (recorded(),),
        tuple(Row(day_in_words(each), (members,), key=each.isoformat()) for each, members in changes[1:]),
        days=tuple(each for each, _members in changes[1:]), until=day,
    )  # fmt: skip
