"""Which file of `news/data` gives which columns, in the order in which they have to be loaded."""

from pathlib import Path

from cities.imports import same, trilingual, yes_or_empty
from news.models import Campaign, Conference, Event, NewsItem
from records.fields.partial_dates import read_partial_date
from records.loading import Table

DATA = Path(__file__).parent / "data"


def since(cell):
    day, precision = read_partial_date(cell) if cell else (None, "")
    return {"since": day, "since_precision": precision}


TABLES = [
    Table(
        NewsItem,
        DATA / "news.csv",
        columns=trilingual("summary")
        | {"is_copy": yes_or_empty("is_copy")}
        | same("slug", "published_on", "language", "title", "publisher", "url")
        | same(city_slugs="cities", cohort_slug="cohort"),
        constants={"status": NewsItem.Status.PUBLISHED},
        known_by=(("url",),),
    ),
    Table(
        Event,
        DATA / "events.csv",
        columns=trilingual("name", "summary")
        | {"online": yes_or_empty("online")}
        | same("slug", "starts_on", "ends_on", "kind", city_slug="city", source_ids="sources"),
        known_by=(("starts_on", "name_en"),),
    ),
    Table(
        Conference,
        DATA / "conferences.csv",
        columns=trilingual("city_name", "theme", "outcome_document")
        | same("number", "slug", "held_from", "held_to")
        | same(city_slug="city", country_iso2="country", event_slug="event", source_ids="sources"),
        known_by=(("number",),),
    ),
    Table(
        Campaign,
        DATA / "campaigns.csv",
        columns=trilingual("name", "summary")
        | {"since": since}
        | same("slug", "hashtag", cohort_slug="cohort", source_ids="sources"),
        known_by=(("name_en",),),
    ),
]
