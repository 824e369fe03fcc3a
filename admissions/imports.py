"""Which file of `admissions/data` gives which columns, in the order in which they have to be loaded."""

from pathlib import Path

from admissions.models import (
    Admission,
    Agreement,
    Award,
    Call,
    Cohort,
    Correction,
    MembershipNote,
    ReportedFigure,
    Rule,
)
from cities.imports import same, trilingual, yes_or_empty
from records.fields.partial_dates import read_partial_date
from records.loading import Table

DATA = Path(__file__).parent / "data"


def noted_day(cell):
    day, precision = read_partial_date(cell) if cell else (None, "")
    return {"day": day, "day_precision": precision}


def as_of(cell):
    day, precision = read_partial_date(cell)
    return {"as_of": day, "as_of_precision": precision}


TABLES = [
    Table(
        Cohort,
        DATA / "cohorts.csv",
        columns=trilingual("title", "event", "basis", "network_basis")
        | same("slug", "kind", "year", "last_year", "announced_on")
        | same(
            cities_admitted="announced_cities",
            countries_admitted="announced_countries",
            network_cities_after="network_cities_after",
            network_countries_after="network_countries_after",
            citizens_millions_after="network_citizens_after",
            citizens_qualifier="network_citizens_qualifier",
            source_ids="sources",
        ),
        known_by=(("kind", "year"),),
    ),
    Table(
        Admission,
        DATA / "admissions.csv",
        key=("city", "cohort"),
        columns=same("name_as_announced", "region_as_announced", "confidence", "status", "admitted_on", "annulled_on")
        | {"announced_again": yes_or_empty("announced_again")}
        | same(city_slug="city", cohort_slug="cohort", source_ids="sources"),
        known_by=(("city",),),
    ),
    Table(
        Admission,
        DATA / "undated_members.csv",
        key=("city", "cohort"),
        columns=trilingual("note")
        | same("member_by", city_slug="city", name_as_listed="name_as_announced", source_ids="sources"),
        constants={"cohort": None, "confidence": Admission.Confidence.SINGLE},
        known_by=(("city",),),
    ),
    Table(
        Correction,
        DATA / "corrections.csv",
        columns=trilingual("note")
        | same("slug", "nature", "corrected_on", "authority", "cities_before", "cities_after")
        | same("network_before", "network_after", cohort_slug="cohort", city_slug="city", source_ids="sources"),
        known_by=(("cohort", "city"), ("corrected_on", "authority")),
    ),
    Table(
        MembershipNote,
        DATA / "membership_notes.csv",
        key=("city", "kind"),
        columns=trilingual("note")
        | {"date": noted_day}
        | same("kind", city_slug="city", cohort_slug="cohort", source_ids="sources"),
        known_by=(("city",),),
    ),
    Table(
        ReportedFigure,
        DATA / "reported_figures.csv",
        key=("as_of", "source"),
        columns={"as_of": as_of}
        | same("cities", "countries", "cities_qualifier", "countries_qualifier", "citizens_qualifier", "new_countries")
        | same(citizens_millions="citizens", source_id="source", quote_fragment="quote"),
        known_by=(("source", "cities"), ("source",)),
    ),
    Table(
        Rule,
        DATA / "rules.csv",
        columns=trilingual("rule") | same("slug", "subject", "valid_by", source_ids="sources"),
        known_by=(("rule_en",),),
    ),
    Table(
        Call,
        DATA / "calls.csv",
        key=("year",),
        columns=same("year", "opens_on", "applications_due_on", "nominations_due_on", source_ids="sources"),
        known_by=(("opens_on",),),
    ),
    Table(
        Award,
        DATA / "awards.csv",
        key=("year", "city"),
        columns=same("year", "name_as_announced", city_slug="city", source_ids="sources"),
        known_by=(("city", "name_as_announced"),),
    ),
    Table(
        Agreement,
        DATA / "agreements.csv",
        columns=trilingual("title", "parties", "summary")
        | same("slug", "signed_on", country_iso2="country", city_slugs="cities", source_ids="sources"),
        known_by=(("title_en",),),
    ),
]
