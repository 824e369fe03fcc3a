"""Every address that anybody can ask for, worked out from the table of contents of the site."""

import re
from urllib.parse import urlencode

from django.urls import URLPattern, get_resolver

from admissions.models import Cohort
from cities.models import City, Source
from gnlc.pages.statistics import cohort, country, network
from gnlc.seo.sitemaps import SITEMAPS
from news.models import NewsItem
from records.as_of import AsOfDay
from tests.support.confidential import PUBLIC_CITY, PUBLIC_COHORT, PUBLIC_SOURCE, TO_COME
from tests.support.marks import STEM, marked

LANGUAGES = ("en", "fr", "ar")


def hidden(model):
    return marked(model)["slug"]


def records():
    """{first part of an address: {name of a parameter: what to put there}}; a part that is not here is not covered."""
    later, draft = hidden(Cohort), hidden(NewsItem)
    return {
        "cities": {"slug": [PUBLIC_CITY, "laayoune", "gone", hidden(City)]},
        "countries": {"code": ["ma", "xa"], "name": country.CHARTS},
        "admissions": {"slug": [PUBLIC_COHORT, "2026", later], "name": cohort.CHARTS},
        "sources": {"slug": [PUBLIC_SOURCE, hidden(Source)]},
        "news": {"slug": ["fez-joins", draft, f"{draft}-2"], "year": ["2020", str(TO_COME.year)]},
        "learning": {"slug": ["reading"]},
        "events": {"slug": ["event"]},
        "campaigns": {"slug": ["campaign"]},
        "statistics": {"name": network.CHARTS},
        "compare": {"name": ["growth"]},
        "sitemap": {"section": SITEMAPS},
        "media": {"path": ["cities/fez.png"]},
    }


def questions():
    """{filter of a list: what to ask it}; a filter that is not here is not covered."""
    return {
        "q": [STEM], "country": ["XA"], "city": [hidden(City)], "cohort": [hidden(Cohort)], "status": ["other"],
        "year": [str(TO_COME.year)], "as_of": [TO_COME.isoformat(), "2020-09-01"], "sort": ["newest"],
        "kind": ["press"], "language": ["de"], "region": ["africa"], "view": ["XA"], "feature": ["feature-1"],
        "place": ["school"], "audience": ["youth"], "goal": ["4"],
    }  # fmt: skip


ASKED = {  # by views that read their query string in another way
    "compare/": [f"?cohort=2020&cohort={each}" for each in ("2015", STEM)]
    + [f"?country=MA&country={each}" for each in ("FR", "XA")],
    "compare/<slug:name>.csv": ["?cohort=2020&cohort=2015"],
    "search/names/": [f"?q={STEM}"],
    "cities/cities.csv": [f"?q={STEM}", "?status=other", "?country=XA"],
    "network/map/": [f"?as_of={TO_COME.isoformat()}", "?as_of=2020-09-01"],
}  # fmt: skip


def routes(patterns=None, above=""):
    """Pairs of a route without its language, as `cities/<slug:slug>/`, and its view; none of the staff's."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        part = re.sub(r"^(en|fr|ar)/$", "", str(pattern.pattern))
        if isinstance(pattern, URLPattern):
            yield above + part, pattern.callback
        elif part not in ("admin/", "i18n/"):
            yield from routes(pattern.url_patterns, above + part)


def addresses():
    """All of them, without the language."""
    found = []
    for route, view in routes():
        paths = list(_filled(route))
        found += paths
        found += [path + asked for path in paths[:1] for asked in ASKED.get(route, _asked(view))]
    return list(dict.fromkeys(found))


def _filled(route):
    """The addresses of a route, one for each record that stands in for its parameters."""
    plain = re.sub(r"[\\^$]", "", re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<\1>", route))
    known = records()[re.split(r"[/.-]", plain)[0]] if "<" in plain else {}
    paths = [plain]
    while "<" in paths[0]:
        name = re.search(r"<(?:\w+:)?(\w+)>", paths[0]).group(1)
        paths = [re.sub(r"<[^>]*>", value, path, count=1) for path in paths for value in known[name]]
    return paths


def _asked(view):
    kind = getattr(view, "view_class", None)
    names = list(kind.filterset_class.base_filters) if hasattr(kind, "filterset_class") else []
    names += ["as_of"] if kind and issubclass(kind, AsOfDay) else []
    return [f"?{urlencode({name: value})}" for name in names for value in questions()[name]]


def in_language(address, language):
    """Addresses that are the same in all languages have no language."""
    return f"/{address}" if re.match(r"robots|favicon|sitemap|media", address) else f"/{language}/{address}"
