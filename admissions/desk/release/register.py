"""Turn the decided entries of a recording into what the register holds: cohort, cities, admissions, figures."""

from itertools import chain

from django.utils.text import slugify
from django.utils.translation import override

from admissions.intake.gazetteer import places_of
from admissions.intake.spelling import compact
from admissions.models import Admission, Cohort, Nomination, ReportedFigure
from cities.models import City, CityName, Country, FormerAddress
from records.search.folding import search_key
from records.slugs import RESERVED, numbered, shortened

from .control import differing_numbers
from .figure import quote_of_network
from .write import change, make

TITLES = ("title_en", "title_fr", "title_ar")


def enter(recording):
    """Write everything that is decided; what is undecided or overtaken is left out. To be called in a transaction.

    Repeating it changes nothing: the cohort, each city and each admission are found again. Returns the cohort.
    """
    intakes = list(recording.intakes.in_use().select_related("source"))
    cohort = _cohort(recording, {intake.source for intake in intakes})
    entries = recording.entries.counting().exclude(decision="open").exclude(pk__in=recording.entries.overtaken())
    entries = entries.select_related("country", "city")
    for entry in entries.prefetch_related("lines__intake__source"):
        lines = list(entry.lines.all())
        if entry.city is None:
            entry.city = _new_city(entry)
            entry.save(update_fields=["city"])
        _fill_names(entry.city, entry)
        _add_spellings(entry.city, lines)
        _admit(entry.city, cohort, entry, lines)
    _recognise_candidates(cohort)
    _report(recording, intakes)
    return cohort


def _cohort(recording, sources):
    facts = {name: getattr(recording, name) for name in (*recording.ANNOUNCED, "announced_on")}
    # What staff wrote in the cohort meanwhile stays, unless it was changed at the desk.
    begun_with = recording.begun_with
    facts = {n: value for n, value in facts.items() if value is not None and begun_with.get(n, None) != value}
    if recording.cohort and recording.cohort.announced_on:
        facts.pop("announced_on", None)
    if recording.difference != begun_with.get("difference", "") and differing_numbers(recording):
        facts[f"difference_{recording.difference_language or 'en'}"] = recording.difference
    cohort = recording.cohort or Cohort.objects.filter(slug=recording.slug).first()
    if cohort:
        change(cohort, add={"sources": sources}, **facts)
    else:
        titles = {name: getattr(recording, name) for name in TITLES}
        made = Cohort(slug=recording.slug, kind=Cohort.Kind.ROUND, year=recording.year, **titles, **facts)
        cohort = make(made, sources=sources)
    recording.cohort = cohort
    recording.save(update_fields=["cohort"])
    return cohort


def _new_city(entry):
    place = places_of(entry.country_id).numbered(entry.geonames_id) if entry.geonames_id else None
    city = City(
        slug=_free_slug(entry), country=entry.country, kind=entry.kind or City.Kind.CITY, name_en=entry.name_en,
        name_fr=entry.name_fr, name_ar=entry.name_ar, name_fr_status=_status(entry.name_fr),
        name_ar_status=_status(entry.name_ar),
    )  # fmt: skip
    if place:
        city.geonames_id = place.geonames_id
        city.latitude, city.longitude, city.precision = place.latitude, place.longitude, City.Precision.PLACE
        city.population = place.population or None
        if not city.name_ar and place.arabic_name and compact(city.name_en) in place.is_called:
            city.name_ar, city.name_ar_status = place.arabic_name, City.NameStatus.PROPOSED
    return make(city)


def _status(name):
    return City.NameStatus.SOURCED if name else ""


def _free_slug(entry):
    """The name as an address; where a city has it already, with its country behind it, then with a number."""
    name = shortened(slugify(entry.name_en), 45) or f"city-{entry.country_id.lower()}"
    country = shortened(slugify(entry.country.name_en), 12)
    taken = {*City.objects.filter(slug__startswith=name).values_list("slug", flat=True), *RESERVED}
    city = City(country=entry.country, name_en=entry.name_en)
    slugs = chain([name], numbered(f"{name}-{country}"))
    return next(s for s in slugs if s not in taken and not FormerAddress.objects.barring(s, city).exists())


def _fill_names(city, entry):
    """Give the city the French and Arabic names it lacks, and confirm proposals that a list spells the same."""
    facts = {}
    for language in ("fr", "ar"):
        listed = getattr(entry, f"name_{language}")
        shown = getattr(city, f"name_{language}")
        is_proposed = getattr(city, f"name_{language}_status") == City.NameStatus.PROPOSED
        if listed and (not shown or (is_proposed and shown == listed)):
            facts |= {f"name_{language}": listed, f"name_{language}_status": City.NameStatus.SOURCED}
    change(city, **facts)


def _admit(city, cohort, entry, lines):
    sources = {line.intake.source for line in lines}
    admission = Admission.objects.filter(city=city, cohort=cohort).first()
    if admission:
        change(admission, add={"sources": sources})
        return
    is_member = Admission.objects.never_ending().filter(city=city, announced_again=False).exists()
    made = Admission(
        city=city, cohort=cohort, name_as_announced=announced_name(lines, entry),
        region_as_announced=_region(lines), confidence=Admission.Confidence.LISTED, announced_again=is_member,
    )  # fmt: skip
    make(made, sources=sources)


def _recognise_candidates(cohort):
    """Candidates of the year that had no record yet are the cities of that very name and country, now that these are
    announced. They are confidential: taking the round back leaves them, without the city."""
    candidates = Nomination.objects.filter(call__year=cohort.year, city=None)
    for nomination in candidates.exclude(state__in=["withdrawn", "declined"]).order_by("state", "pk"):
        named = City.objects.in_country(nomination.country_id).filter(names__key=search_key(nomination.name))
        found = named.filter(admissions__cohort=cohort).exclude(nominations__call=nomination.call).distinct()
        if len(found) == 1:
            nomination.city = found[0]
            nomination.save(update_fields=["city"])


def announced_name(lines, entry):
    """The name in the English list, else in the first list that names the city."""
    listed = sorted(lines, key=lambda line: (line.intake.language != "en", line.intake_id, line.position))
    return listed[0].name if listed else str(entry)


def _region(lines):
    """The region under which the city was listed, by its English name, as all admissions have it."""
    region = next((line.region for line in lines if line.region), "")
    with override("en"):
        return str(Country.Region(region).label) if region else ""


def _add_spellings(city, lines):
    """Each listed spelling that is new for the city, with the source that has it."""
    for line in lines:
        CityName.objects.get_or_create(
            city=city, text=line.name,
            defaults={
                "language": line.intake.language, "kind": CityName.Kind.ANNOUNCED,
                "origin": str(line.intake.source)[:250],
            },
        )  # fmt: skip


def _report(recording, intakes):
    """The size of the network after the round, in the words of the first list that states it."""
    if recording.network_cities_after is None or recording.announced_on is None:
        return
    quoted = ((intake, quote_of_network(intake, recording)) for intake in intakes)
    intake, quote = next(((intake, quote) for intake, quote in quoted if quote), (None, ""))
    if not intake or ReportedFigure.objects.filter(as_of=recording.announced_on, source=intake.source).exists():
        return
    figure = ReportedFigure(
        as_of=recording.announced_on, cities=recording.network_cities_after,
        countries=recording.network_countries_after, citizens=recording.network_citizens_after,
        source=intake.source, quote=quote,
    )  # fmt: skip
    make(figure)
