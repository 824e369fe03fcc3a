"""Which colour and which sign a cohort has wherever it is drawn: on maps, in charts, in legends.

Neighbours can be told apart with every kind of sight, by their colours and by their signs: a test measures both. The
stylesheet has the colours as `.tone-1` to `.tone-18`, and `.tone-0` for what has no cohort.
"""

from admissions.models import Cohort

COLOURS = 18  # the cohorts until 2035, if there is one a year from 2026 on
NO_COHORT = 0
SIGNS = ("disc", "square", "diamond")


def tones():
    """{slug of a cohort: number of its colour}, the oldest first; after the last colour, they begin anew."""
    return {cohort.slug: tone for cohort, tone in coloured()}


def tone_of(cohort):
    """The number of its colour; that of no cohort for the founding of the network, which admitted nobody."""
    return tones().get(cohort.slug, NO_COHORT)


def coloured():
    """Every cohort that was announced and admitted cities, with the number of its colour, the oldest first."""
    cohorts = Cohort.objects.public().admitting().order_by("year", "slug")
    return [(cohort, index % COLOURS + 1) for index, cohort in enumerate(cohorts)]


def sign_of(tone):
    """The shape of the dots of a colour: the same after three, so that neighbours differ in it, too."""
    return SIGNS[(tone - 1) % len(SIGNS)] if tone else SIGNS[0]
