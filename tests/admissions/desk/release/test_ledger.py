"""The book kept of what a publication writes."""

from datetime import date

from admissions.desk.release.ledger import Ledger, values
from admissions.models import Cohort, RecordedChange
from cities.models import City
from records.fields.editable import written_fields
from tests.factories import AdmissionFactory, CityFactory, CohortFactory, RecordingFactory, SourceFactory


def booked(recording):
    return [
        (change.model, change.key, change.label, change.before, change.after) for change in recording.changes.all()
    ]


def test_a_record_that_was_made_is_kept_with_all_its_values():
    recording, source = RecordingFactory(), SourceFactory()
    ledger = Ledger(recording)
    day = date(2026, 2, 14)
    cohort = ledger.make(
        Cohort(slug="2026", kind="round", year=2026, title_en="Round", announced_on=day), sources=[source]
    )
    ledger.close()

    nothing = ["last_year", "announced_cities", "announced_countries", "network_cities_after"]
    nothing += ["network_countries_after", "network_citizens_after", "network_citizens_qualifier"]
    texts = ("difference", "event", "basis", "network_basis")
    nothing += [f"{field}_{language}" for field in texts for language in ("en", "fr", "ar")]
    [(model, key, label, before, after)] = booked(recording)
    assert (model, key, label, before) == ("admissions.Cohort", str(cohort.pk), "Round", None)
    known = {name: value for name, value in after.items() if value not in (None, "")}
    assert known == {
        "slug": "2026", "kind": "round", "year": 2026, "title_en": "Round", "announced_on": "2026-02-14",
        "sources": [source.pk],
    }  # fmt: skip
    assert set(after) - set(known) == {*nothing, "title_fr", "title_ar"}


def test_a_record_that_was_changed_is_kept_with_what_differs():
    recording = RecordingFactory()
    old, new = SourceFactory(), SourceFactory()
    cohort = CohortFactory(year=2020, announced_cities=5)
    cohort.sources.add(old)
    ledger = Ledger(recording)
    ledger.change(cohort, add={"sources": [new]}, announced_cities=5, announced_countries=3)
    ledger.close()

    assert booked(recording) == [
        (
            "admissions.Cohort",
            str(cohort.pk),
            "Admissions of 2020",
            {"announced_countries": None, "sources": [old.pk]},
            {"announced_countries": 3, "sources": [old.pk, new.pk]},
        )
    ]
    cohort.refresh_from_db()
    assert (cohort.announced_countries, list(cohort.sources.order_by("pk"))) == (3, [old, new])


def test_a_change_that_changes_nothing_is_not_kept():
    recording = RecordingFactory()
    source = SourceFactory()
    admission = AdmissionFactory()
    admission.sources.add(source)
    ledger = Ledger(recording)
    ledger.change(admission, add={"sources": [source]}, name_as_announced=admission.name_as_announced)
    ledger.close()

    assert RecordedChange.objects.count() == 0


def test_a_record_that_was_changed_twice_is_kept_once_from_first_to_last():
    recording = RecordingFactory()
    city = CityFactory(name_en="Fez")
    ledger = Ledger(recording)
    ledger.change(city, name_fr="Fez")
    ledger.change(city, name_fr="Fès")
    ledger.close()

    assert booked(recording) == [("cities.City", str(city.pk), "Fez", {"name_fr": None}, {"name_fr": "Fès"})]


def test_what_is_changed_after_it_was_made_is_part_of_its_making():
    recording = RecordingFactory()
    ledger = Ledger(recording)
    city = ledger.make(CityFactory.build(slug="fez", country=CityFactory().country, name_en="Fez", latitude=None))
    ledger.change(city, name_fr="Fès", latitude=34.03313, longitude=-5.00028, precision="place")
    ledger.close()

    [(_model, _key, _label, before, after)] = booked(recording)
    assert before is None
    assert [after[name] for name in ("name_fr", "latitude", "longitude", "names")] == [
        "Fès", "34.03313", "-5.00028", ["Fez", "Fès"]
    ]  # fmt: skip


def test_a_spelling_that_something_else_made_can_be_noted():
    recording = RecordingFactory()
    ledger = Ledger(recording)
    spelling = CityFactory(name_en="Fez").names.create(text="Fās", kind="alternate")
    ledger.noted(spelling)
    ledger.close()

    assert [(model, key, label) for model, key, label, _before, _after in booked(recording)] == [
        ("cities.CityName", str(spelling.pk), "Fās")
    ]


def test_values_are_what_people_write_and_the_spellings_of_a_city():
    city = CityFactory(name_en="Fez", name_ar="فاس")
    fields = [field.name for field in written_fields(City)]

    assert [name for name in ("id", "name", "profile", "sort_en", "photo_width") if name in fields] == []
    assert [name for name in ("name_en", "name_ar", "profile_fr", "slug", "photo") if name not in fields] == []
    assert values(city)["names"] == ["Fez", "فاس"]
    assert values(City.objects.get()) == values(city)
