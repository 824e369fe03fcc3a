"""Taking back: the register as it was, but for what others have built on since."""

from datetime import date

import pytest

from admissions.desk.decisions.decide import decide
from admissions.desk.lists.receive import record_again
from admissions.desk.release.kept import Outcome
from admissions.desk.release.publish import publish
from admissions.desk.release.take_back import take_back, what_taking_back_would_do
from admissions.models import Admission, Award, Cohort, Nomination, Recording, ReportedFigure
from cities.models import City, FormerAddress
from records.exceptions import RefusedError
from tests.admissions.desk.rounds import decided_round, listed, published_round, register, round_of
from tests.factories import (
    AdmissionFactory,
    AnnulledAdmissionFactory,
    CityFactory,
    CohortFactory,
    CountryFactory,
    NewsItemFactory,
    NominationFactory,
    RecordingFactory,
    SourceFactory,
    UserFactory,
)

LONG_AGO = date(2025, 12, 1)
SENTENCE = "The network now includes 300 cities in 80 countries."


def kept(changes):
    return [(change.model, change.label, change.kept_because) for change in changes]


def test_taking_back_a_new_round_restores_the_register():
    CityFactory(slug="elsewhere")
    before = register()
    recording = round_of(SENTENCE, "Fez (Morocco)", "Bikok (Cameroon)")
    listed(recording, "Fès (Maroc)", "Bikok (Cameroun)", language="fr")
    published = publish(recording)
    assert (City.objects.count(), Cohort.objects.count(), ReportedFigure.objects.count()) == (3, 1, 1)
    result = take_back(published, reason="Corrected the day after.")

    assert register() == before
    assert [(change.model, change.label) for change in result.undone] == [
        ("admissions.ReportedFigure", "14 February 2026 · 300/80"),
        ("admissions.Admission", "Bikok · 2026"),
        ("cities.City", "Bikok"),
        ("admissions.Admission", "Fez · 2026"),
        ("cities.City", "Fez"),
        ("admissions.Cohort", "Admissions of 2026"),
    ]
    assert result.kept == []


def test_taking_back_restores_cohort_cities_admissions_and_their_sources_as_they_were():
    cohort = CohortFactory(year=2020, announced_cities=5, announced_on=None)
    cohort.sources.add(SourceFactory())
    proposed = CityFactory(name_en="Fez", name_ar="فاس", name_ar_status="proposed", geonames_id=2548885)
    AdmissionFactory(city=proposed, cohort=cohort).sources.add(SourceFactory())
    member = AdmissionFactory(city__name_en="Agadir", city__geonames_id=2561668, cohort__year=2019).city
    laayoune = AnnulledAdmissionFactory(city=CityFactory(name_en="Laayoune"), cohort=cohort).city
    before = register()
    recording = RecordingFactory(cohort=cohort, year=2020, announced_cities=3, network_cities_after=300)
    listed(recording, SENTENCE, "Fes (Morocco)", "Agadir (Morocco)", "Laayoune (Morocco)")
    listed(recording, "Fès (Maroc)", "Agadir (Maroc)", "Laayoune (Maroc)", language="fr")
    listed(recording, "المغرب: فاس", "المغرب: أكادير", language="ar")
    for name, city in [("Agadir", member), ("Laayoune", laayoune)]:
        entry = recording.entries.get(name_en=name)
        decide(entry, "existing", version=entry.version, by=None, city=city)
    published = publish(recording)
    assert sum(after != before[table] for table, after in register().items()) == 7

    assert take_back(published, reason="Corrected.").kept == []
    assert register() == before
    assert FormerAddress.objects.count() == 0


def test_a_recalled_round_says_when_why_and_by_whom():
    person = UserFactory()
    recording = published_round("Fez (Morocco)")
    take_back(recording, reason="  Corrected the day after. ", by=person)

    recording.refresh_from_db()
    assert (recording.state, recording.reason_for_recall, recording.recalled_by, recording.cohort) == (
        "recalled", "Corrected the day after.", person, None
    )  # fmt: skip
    assert recording.published_at < recording.recalled_at
    assert recording.slug == "2026"
    assert list(recording.entries.values_list("name_en", "decision", "city")) == [("Fez", "new", None)]


def test_addresses_of_cities_that_go_are_kept():
    recording = round_of("Fez (Morocco)")
    listed(recording, "Fès (Maroc)", language="fr")
    listed(recording, "المغرب: فاس", language="ar")
    take_back(publish(recording), reason="Corrected.")

    recording.refresh_from_db()
    address = FormerAddress.objects.get()
    assert (address.slug, address.country_id, address.name_en, address.name_fr, address.name_ar) == (
        "fez", "MA", "Fez", "Fès", "فاس"
    )  # fmt: skip
    assert (address.public_from, address.public_to) == (recording.published_at, recording.recalled_at)


def test_taking_back_needs_a_reason():
    recording = published_round("Fez (Morocco)")
    before = register()
    with pytest.raises(RefusedError, match="^Say why the round is taken back.$"):
        take_back(recording, reason=" \n")

    assert (register(), Recording.objects.get().state) == (before, "published")


def test_only_a_public_round_is_taken_back_and_only_once():
    with pytest.raises(RefusedError, match="^This round is not public.$"):
        take_back(round_of("Fez (Morocco)"), reason="Corrected.")
    recording = published_round("Agadir (Morocco)")
    take_back(recording, reason="Corrected.")
    with pytest.raises(RefusedError, match="^This round is not public.$"):
        take_back(recording, reason="Corrected.")

    assert list(FormerAddress.objects.values_list("slug", flat=True)) == ["agadir"]


def test_a_city_that_received_an_award_is_kept_with_all_else_taken_back():
    recording = published_round("Fez (Morocco)", "Bikok (Cameroon)")
    Award.objects.create(year=2027, city=City.objects.get(slug="fez"), name_as_announced="Fez")
    result = take_back(recording, reason="Corrected.")

    assert kept(result.kept) == [("cities.City", "Fez", "used")]
    assert [Outcome.from_json(each) for each in Recording.objects.get().kept] == result.kept
    assert (Cohort.objects.count(), Admission.objects.count()) == (0, 0)
    assert list(City.objects.values_list("slug", flat=True)) == ["fez"]
    assert list(FormerAddress.objects.values_list("slug", flat=True)) == ["bikok"]


def test_a_cohort_and_a_city_that_are_in_the_news_are_kept():
    recording = published_round("Fez (Morocco)")
    NewsItemFactory(cohort=Cohort.objects.get()).cities.add(City.objects.get())
    result = take_back(recording, reason="Corrected.")

    assert kept(result.kept) == [
        ("cities.City", "Fez", "used"),
        ("admissions.Cohort", "Admissions of 2026", "used"),
    ]
    assert Recording.objects.get().cohort == Cohort.objects.get()


def test_what_was_edited_since_is_kept():
    old = CityFactory(name_en="Agadir", geonames_id=2561668)
    recording = round_of("Fez (Morocco)", "Agadir (Morocco)")
    listed(recording, "Fez (Maroc)", "Agadir (Maroc)", language="fr")
    published = publish(recording)
    new = City.objects.get(slug="fez")
    new.profile_en = "A city of learning for twelve centuries."
    new.save()
    old.refresh_from_db()
    old.name_fr = "Agadir la Blanche"
    old.save()
    Admission.objects.filter(city=old).update(note_en="Looked up in the archive.")
    result = take_back(published, reason="Corrected.")

    assert kept(result.kept) == [
        ("admissions.Admission", "Agadir · 2026", "edited"),
        ("cities.City", "Fez", "edited"),
        ("admissions.Cohort", "Admissions of 2026", "used"),
        ("cities.City", "Agadir", "edited"),
    ]
    assert [change.edited for change in result.kept] == [
        ["Note (English)"],
        ["Profile (English)"],
        [],
        ["Name (French)"],
    ]
    assert list(City.objects.order_by("slug").values_list("name_en", "name_fr")) == [
        ("Agadir", "Agadir la Blanche"),
        ("Fez", "Fez"),
    ]


def test_a_spelling_that_somebody_added_to_a_new_city_keeps_it():
    recording = published_round("Fez (Morocco)")
    City.objects.get().names.create(text="Fās")

    assert kept(take_back(recording, reason="Corrected.").kept) == [("cities.City", "Fez", "edited")]


def test_what_somebody_removed_meanwhile_is_named_as_gone():
    recording = published_round("Fez (Morocco)", "Bikok (Cameroon)")
    Admission.objects.get(city__slug="fez").delete()

    assert kept(take_back(recording, reason="Corrected.").kept) == [("admissions.Admission", "Fez · 2026", "gone")]


def test_a_city_that_a_later_round_names_is_kept():
    recording = published_round("Fez (Morocco)")
    later = round_of("Fez (Morocco)", year=2028)
    entry = later.entries.get()
    decide(entry, "existing", version=entry.version, by=None, city=City.objects.get())
    publish(later)

    assert kept(take_back(recording, reason="Corrected.").kept) == [("cities.City", "Fez", "used")]


def test_what_would_be_kept_is_told_without_taking_back():
    recording = published_round("Fez (Morocco)", "Bikok (Cameroon)")
    Award.objects.create(year=2027, city=City.objects.get(slug="fez"), name_as_announced="Fez")
    before = register(), list(Recording.objects.values())

    assert kept(what_taking_back_would_do(recording).kept) == [("cities.City", "Fez", "used")]
    assert (register(), list(Recording.objects.values())) == before
    assert FormerAddress.objects.count() == 0


def test_a_round_that_is_recorded_again_takes_its_addresses_over():
    recording = published_round("Fez (Morocco)", "Bikok (Cameroon)")
    first = {name: list(City.objects.order_by("slug").values_list(name, flat=True)) for name in ("slug", "name_en")}
    take_back(recording, reason="Corrected.")
    recording.refresh_from_db()
    publish(record_again(recording, by=UserFactory()))

    assert {name: list(City.objects.order_by("slug").values_list(name, flat=True)) for name in first} == first
    assert list(Cohort.objects.values_list("slug", flat=True)) == ["2026"]
    assert list(FormerAddress.objects.order_by("slug").values_list("slug", flat=True)) == ["bikok", "fez"]


def test_a_candidate_is_recognised_when_its_city_is_announced_and_forgets_it_when_that_is_taken_back():
    named = NominationFactory(name="Bikok", country=CountryFactory(code="CM"), state="admitted", decided_on=LONG_AGO)
    other = NominationFactory(name="Bikok", country=CountryFactory(code="MA"), state="admitted", decided_on=LONG_AGO)
    published = publish(decided_round("Bikok (Cameroon)"))
    assert [each.name_en for each in City.objects.filter(nominations=named)] == ["Bikok"]
    assert list(Nomination.objects.to_be_announced()) == [other]

    assert take_back(published, reason="Too early.").kept == []
    named.refresh_from_db()
    assert (named.city, named.state) == (None, "admitted")


def test_a_candidate_that_was_recognised_in_a_city_of_old_forgets_it_too_and_is_named_to_nobody():
    city = CityFactory(name_en="Bikok", country=CountryFactory(code="CM"))
    named = NominationFactory(name="Bikok", country=city.country, state="admitted", decided_on=LONG_AGO)
    published = published_round("Bikok (Cameroon)")
    named.refresh_from_db()
    assert named.city == city

    result = take_back(published, reason="Too early.")
    named.refresh_from_db()
    assert (named.city, kept(result.kept)) == (None, [])
    assert {each.model for each in result.undone} == {"admissions.Admission", "admissions.Cohort"}


def test_a_candidate_whose_city_somebody_chose_since_keeps_it_and_is_named_to_nobody():
    named = NominationFactory(name="Bikok", country=CountryFactory(code="CM"), state="admitted", decided_on=LONG_AGO)
    published = published_round("Bikok (Cameroon)")
    named.refresh_from_db()
    named.city = other = CityFactory()
    named.save()
    assert take_back(published, reason="Too early.").kept == []
    named.refresh_from_db()
    assert named.city == other


def test_a_name_that_was_a_spelling_before_is_one_again_as_it_was():
    city = CityFactory(name_en="Fez", geonames_id=2548885)
    city.names.create(text="Fès", origin="An atlas")
    before = register()
    recording = round_of("Fez (Morocco)")
    listed(recording, "Fès (Maroc)", language="fr")
    published = publish(recording)
    assert city.names.get(text="Fès").kind == "name"

    assert take_back(published, reason="Corrected.").kept == []
    assert register() == before


def test_taking_back_leaves_nothing_half_done_where_it_fails(monkeypatch):
    recording = published_round("Fez (Morocco)", "Bikok (Cameroon)")
    before = register(), list(Recording.objects.values())
    monkeypatch.setattr(Cohort, "delete", lambda self: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        take_back(recording, reason="Corrected.")
    assert (register(), list(Recording.objects.values())) == before
