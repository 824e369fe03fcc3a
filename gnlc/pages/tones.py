"""Which colour a cohort has wherever it is drawn: on maps, in charts, in legends."""

from admissions.models import Cohort

COLOURS = 8
NO_COHORT = 0


def tones():
    """{slug of a cohort: number of its colour}, the oldest first; after the eighth, the colours begin anew.

    The stylesheet has the colours as `.tone-1` to `.tone-8`, and `.tone-0` for what has no cohort.
    """
    return {cohort.slug: tone for cohort, tone in coloured()}


def coloured():
    """Every cohort with the number of its colour, the oldest first."""
    return [(cohort, index % COLOURS + 1) for index, cohort in enumerate(Cohort.objects.order_by("year", "slug"))]
