"""Rounds for the tests of the desk: lists that are received, and what they have become."""

from datetime import timedelta

from django.apps import apps
from django.utils import timezone

from admissions.desk.decisions.decide import decide
from admissions.desk.lists.receive import receive
from admissions.desk.release.publish import publish
from tests.factories import CountryFactory, RecordingFactory, SourceFactory

NEXT_YEAR = timezone.now() + timedelta(days=366)
COUNTRIES = {
    "MA": ("Morocco", "Maroc", "المغرب", "arab_states"),
    "CM": ("Cameroon", "Cameroun", "الكاميرون", "africa"),
    "ES": ("Spain", "Espagne", "إسبانيا", "europe_north_america"),
    "NI": ("Nicaragua", "Nicaragua", "نيكاراغوا", "latin_america_caribbean"),
    "MX": ("Mexico", "Mexique", "المكسيك", "latin_america_caribbean"),
    "BO": ("Bolivia", "Bolivie", "بوليفيا", "latin_america_caribbean"),
    "KR": ("Republic of Korea", "République de Corée", "جمهورية كوريا", "asia_pacific"),
}
REGISTER = ("cities.City", "cities.CityName", "admissions.Cohort", "admissions.Admission", "admissions.ReportedFigure")


def make_countries():
    for code, (english, french, arabic, region) in COUNTRIES.items():
        CountryFactory(code=code, name_en=english, name_fr=french, name_ar=arabic, region=region)


def listed(recording, *lines, language="en", source=None, **facts):
    """Receive a list of these lines; the list as received."""
    source = source or SourceFactory(language=language)
    return receive(recording, "\n".join(lines), language=language, source=source, **facts)


def round_of(*lines, **facts):
    """A recording of 2026 for which these lines were received, as it is after that."""
    recording = RecordingFactory(**facts)
    listed(recording, *lines)
    return recording


def decided_round(*lines, **facts):
    """A round of cities that are known or known nowhere, of which a person has decided that the others are new."""
    recording = round_of(*lines, **facts)
    for entry in recording.entries.undecided():
        decide(entry, "new", version=entry.version, by=None)
    return recording


def published_round(*lines, **facts):
    """The same, in the register."""
    return publish(decided_round(*lines, **facts))


def meaning(recording):
    """(English name, decision, the city or the number of the place) of each entry."""
    return [
        (entry.name_en, entry.decision, entry.city.slug if entry.city else entry.geonames_id)
        for entry in recording.entries.select_related("city")
    ]


def lines_of(recording):
    """The names that the lines of each entry have, list after list."""
    return [
        [line.name for line in entry.lines.order_by("intake", "position")]
        for entry in recording.entries.prefetch_related("lines")
    ]


def register():
    """All rows of the register with their many-to-many relations, to be compared with another time."""
    rows = {}
    for label in REGISTER:
        model = apps.get_model(label)
        rows[label] = sorted(model.objects.values_list(), key=lambda row: row[0])
        for relation in model._meta.many_to_many:
            columns = [relation.m2m_column_name(), relation.m2m_reverse_name()]
            rows[f"{label} {relation.name}"] = sorted(relation.remote_field.through.objects.values_list(*columns))
    return rows
