"""The list of cities as a file: one row a city, for whoever counts, draws or compares outside of this site."""

from django.utils.translation import get_language

from records.output.csv_response import csv_file

COLUMNS = (
    "slug", "name_en", "name_fr", "name_fr_state", "name_ar", "name_ar_state", "country_code", "country_name",
    "region", "kind", "latitude", "longitude", "precision", "population", "population_year", "status", "as_of",
    "cohorts", "announced_on", "counted_from", "confidence", "names_as_announced", "sources", "kinds_of_sources",
    "page",
)  # fmt: skip
BETWEEN = " | "


def list_file(cities, day, site):
    """An answer with the cities as they stood on a day; `site` makes the full address of a path.

    The headings, and the words of columns like `status` or `confidence`, are names for machines: they are English in
    every language and stay as they are. Only `country_name` and `page` are in the language of the address. A name
    whose state is `proposed` is to be confirmed. A city that was admitted more than once has several values, in the
    same order, in the columns from `cohorts` to `names_as_announced`; `sources` and `kinds_of_sources` go together.
    Needs `country`, `admissions__cohort` and `admissions__sources` with the cities.
    """
    rows = [_row(city, day, site) for city in cities]
    return csv_file(f"gnlc-cities-{day}-{get_language()}", [COLUMNS, *rows])


def _row(city, day, site):
    admissions = _that_stood(city, day)
    sources = {
        source.public_url: source.kind for each in admissions for source in each.sources.all() if source.public_url
    }
    return (
        city.slug,
        city.name_en,
        city.name_fr,
        city.name_fr_status,
        city.name_ar,
        city.name_ar_status,
        city.country_id,
        city.country,
        city.country.region,
        city.kind,
        city.latitude,
        city.longitude,
        city.precision,
        city.population,
        city.population_year,
        city.standing(day).kind if admissions else "",
        day,
        _joined(each.cohort.slug if each.cohort else "" for each in admissions),
        _joined(each.announced_on or "" for each in admissions),
        _joined(each.counts_from for each in admissions),
        _joined(each.confidence for each in admissions),
        _joined(each.name_as_announced for each in admissions),
        _joined(sources),
        _joined(sources.values()),
        site(city.get_absolute_url()),
    )


def _that_stood(city, day):
    """A city's admissions that were public by a day, the earliest first; annulled ones if it has no other."""
    public = [each for each in city.admissions.all() if each.is_public_by(day)]
    public.sort(key=lambda each: each.counts_from)
    return [each for each in public if not each.is_annulled_by(day)] or public


def _joined(values):
    return BETWEEN.join(map(str, values))
