"""Which file of `cities/data` gives which columns, in the order in which they have to be loaded."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from cities.addresses import merge, move
from cities.models import (
    Audience,
    City,
    CityName,
    Cluster,
    Country,
    CountryName,
    Initiative,
    KeyFeature,
    Partnership,
    Source,
    SustainableDevelopmentGoal,
    Venue,
)  # fmt: skip
from records.fields.partial_dates import last_day, read_partial_date
from records.loading import Table

DATA = Path(__file__).parent / "data"

NAME_STATUS = {"sourced": "sourced", "same": "same", "confirmed": "checked", "transliterated": "proposed"}


def same(*headers, **renamed):
    """Columns whose headers are the fields' names, and those that are called differently."""
    return {header: header for header in headers} | renamed


def trilingual(*fields):
    """The columns of translated fields."""
    return {f"{name}_{language}": f"{name}_{language}" for name in fields for language in ("en", "fr", "ar")}


def yes_or_empty(field):
    """Reads a column that says `yes` or nothing."""

    def read(cell):
        if cell not in ("yes", ""):
            raise ValueError(f"{cell!r} ≠ yes")
        return {field: cell == "yes"}

    return read


def partial_date_in(field):
    """Reads a day, a month, a year or nothing into a date and its precision. An end is the last day it may mean."""

    def read(cell):
        day, precision = read_partial_date(cell) if cell else (None, "")
        if day and field == "until":
            day = last_day(day, precision)
        return {field: day, f"{field}_precision": precision}

    return read


def city_names(language):
    def read_status(cell):
        if cell not in NAME_STATUS:
            raise ValueError(f"{cell!r} ≠ {', '.join(NAME_STATUS)}")
        return {f"name_{language}_status": NAME_STATUS[cell]}

    return Table(
        City,
        DATA / "city_names.csv",
        name=f"city_names.csv ({language})",
        columns={"city_slug": "slug", "name": f"name_{language}", "status": read_status},
        wanted=lambda row: row["lang"] == language,
        updates_only=True,
    )


TABLES = [
    Table(
        Source,
        DATA / "sources.csv",
        columns=same("title", "publisher", "kind", "url", "published_on", "language", "note", id="slug")
        | {"is_copy": yes_or_empty("is_copy")},
        known_by=(("url",),),
    ),
    Table(
        Source,
        DATA / "withdrawn_links.csv",
        columns={"id": "slug", "link_withdrawn": yes_or_empty("link_withdrawn")},
        updates_only=True,
    ),
    Table(
        Country,
        DATA / "countries.csv",
        key=("code",),
        columns=trilingual("name") | same("iso3", "continent", iso2="code", unesco_region="region"),
    ),
    Table(
        CountryName,
        DATA / "countries.csv",
        name="countries.csv (other names)",
        key=("country", "text"),
        columns=same(iso2="country", alternate_names="text"),
        each="alternate_names",
    ),
    Table(
        City,
        DATA / "cities.csv",
        columns=same(
            "slug", "kind", "name_en", "latitude", "longitude", "precision", "population", "population_year",
            "geonames_id", "wikidata_id", country_iso2="country",
        ),
        known_by=(("geonames_id",), ("wikidata_id",), ("country", "name_en")),
        aliases={"name_en": "alternate_names"},
        move=move,
        merge=merge,
    ),
    city_names("fr"),
    city_names("ar"),
    Table(
        CityName,
        DATA / "city_names.csv",
        name="city_names.csv (origins)",
        key=("city", "text"),
        columns=same("licence", city_slug="city", name="text", source="origin"),
        wanted=lambda row: row["source"],
    ),
    Table(
        CityName,
        DATA / "cities.csv",
        name="cities.csv (other spellings)",
        key=("city", "text"),
        columns=same(slug="city", alternate_names="text"),
        constants={"kind": CityName.Kind.ALTERNATE},
        each="alternate_names",
    ),
    Table(
        City,
        DATA / "profiles.csv",
        columns={f"text_{language}": f"profile_{language}" for language in ("en", "fr", "ar")}
        | same(city_slug="slug", source_ids="profile_sources"),
        updates_only=True,
    ),
    Table(
        KeyFeature,
        DATA / "key_features.csv",
        columns=trilingual("name", "text") | same("number", "slug", source_ids="sources"),
        known_by=(("number",), ("name_en",)),
    ),
    Table(Venue, DATA / "venues.csv", columns=trilingual("name") | same("slug"), known_by=(("name_en",),)),
    Table(Audience, DATA / "audiences.csv", columns=trilingual("name") | same("slug"), known_by=(("name_en",),)),
    Table(
        SustainableDevelopmentGoal,
        DATA / "sustainable_development_goals.csv",
        key=("number",),
        columns=trilingual("name") | same("number"),
    ),
    Table(
        Initiative,
        DATA / "initiatives.csv",
        columns=trilingual("name", "summary")
        | same("slug", "kind", "key_features", "venues", "audiences", "since_year")
        | same(city_slug="city", sdgs="goals", source_ids="sources"),
        known_by=(("city", "name_en"),),
    ),
    Table(
        Cluster,
        DATA / "clusters.csv",
        columns=trilingual("name")
        | same("slug", "strategy_period", coordinator_city_slugs="coordinators", source_ids="sources"),
        known_by=(("name_en",),),
    ),
    Table(
        Partnership,
        DATA / "partnerships.csv",
        columns=trilingual("title", "summary")
        | {"since": partial_date_in("since"), "until": partial_date_in("until")}
        | same("slug", "kind", city_slugs="cities", source_ids="sources"),
        known_by=(("title_en",),),
        least={"cities": (2, _("A partnership has two cities or more."))},
    ),
]  # fmt: skip
