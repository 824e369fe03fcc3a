"""The choices beside the list of news: how many items each would show, and the address it leads to."""

from django.db.models import Count
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from admissions.models import Cohort
from cities.facets import Facet, Query, choices_of, labels_of_countries
from news.filters import NewsFilter
from records.l10n import language_in_words
from records.listing.filters import UNKNOWN


def facets(filterset, items):
    """The facets of a NewsFilter over `items`. The items of a choice are counted under all the other filters."""
    query = Query(filterset.data)

    def counted(name, column):
        data = query.without(name, *filterset.form.errors)
        found = NewsFilter(data, items).qs.order_by()
        return dict(found.values_list(column).annotate(Count("pk", distinct=True)))

    def facet(name, counts, labels):
        choices = choices_of(query, name, counts, labels)
        unit = pgettext("number follows", "news items:")
        return Facet(name, filterset.filters[name].label, choices, unit, is_open=name in ("year", "language"))

    years, languages = counted("year", "published_on__year"), counted("language", "language")
    # What is chosen has its name even where the other filters leave nothing of it.
    asked = filterset.form.cleaned_data if filterset.form.is_valid() else {}
    years = dict.fromkeys((int(year) for year in asked.get("year", ()) if year != UNKNOWN), 0) | years
    languages = dict.fromkeys(asked.get("language", ()), 0) | languages
    return [
        facet("year", *_years(years)),
        facet("language", languages, _in_words(languages)),
        facet("country", counted("country", "cities__country"), labels_of_countries()),
        facet("cohort", counted("cohort", "cohort__slug"), _cohorts()),
    ]


def _years(counts):
    """Newest first; items whose day is not known count under a choice of their own, so that the choices add up."""
    counts = {str(year or UNKNOWN): number for year, number in counts.items()}
    known = sorted(counts.keys() - {UNKNOWN}, reverse=True)
    return counts, {year: (year, None) for year in known} | {UNKNOWN: (_("day not known"), None)}


def _in_words(codes):
    names = {code: capfirst(language_in_words(code)) for code in codes}
    return {code: (name, None) for code, name in sorted(names.items(), key=lambda pair: pair[1])}


def _cohorts():
    return {cohort.slug: (cohort.years, None) for cohort in Cohort.objects.in_the_news()}
