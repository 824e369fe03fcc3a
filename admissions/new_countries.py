"""How many countries were new to the network with a cohort, as others published it."""

from collections import defaultdict

from admissions.models import ReportedFigure


def published_new_countries(cohort, following, day):
    """[(number, figures that say so)] from the announcement of a cohort until the next one, the largest first.

    `following` is the next cohort, or None; `day` that as of which is asked. One query.
    """
    found = defaultdict(list)
    if cohort.counts_from is None:
        return []
    for figure in ReportedFigure.objects.telling_new_countries(day):
        begun = figure.latest_day >= cohort.counts_from
        if begun and (following is None or figure.latest_day < following.counts_from):
            found[figure.new_countries].append(figure)
    return sorted(found.items(), reverse=True)
