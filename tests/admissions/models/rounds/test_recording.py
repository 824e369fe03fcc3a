"""What must always be true of recordings, their lists, entries and changes, and of former addresses."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import override

from admissions.models import IntakeLine, Recording, RoundEntry
from cities.models import City, FormerAddress
from tests.factories import (
    CityFactory,
    CohortFactory,
    CountryFactory,
    IntakeFactory,
    IntakeGroupFactory,
    IntakeLineFactory,
    RecordingFactory,
    RoundEntryFactory,
)

DAY = datetime(2026, 2, 14, 12, tzinfo=UTC)


def refused(make):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        make()
    return str(refusal.value)


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"year": 2014, "announced_on": None}, "recording_year"),
        ({"year": 2101, "announced_on": None}, "recording_year"),
        ({"state": "scheduled"}, "recording_scheduled_has_instant"),
        ({"state": "published"}, "recording_published_has_instant"),
        ({"state": "open", "published_at": DAY}, "recording_published_has_instant"),
        ({"state": "recalled", "recalled_at": DAY}, "recording_published_has_instant"),
        ({"state": "recalled", "published_at": DAY}, "recording_recalled_has_instant"),
        ({"state": "published", "published_at": DAY, "recalled_at": DAY}, "recording_recalled_has_instant"),
        ({"reason_for_recall": "Corrected."}, "recording_recalled_has_instant"),
    ],
)
def test_a_recording_has_the_instants_of_its_state(db, facts, constraint):
    assert constraint in refused(lambda: RecordingFactory(**facts))


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"state": "scheduled", "publish_at": DAY},
        {"state": "published", "published_at": DAY},
        {"state": "recalled", "published_at": DAY, "recalled_at": DAY, "reason_for_recall": "Corrected."},
    ],
)
def test_a_recording_in_each_of_its_states(db, facts):
    assert RecordingFactory(**facts).may_be_changed is (facts == {})


def test_a_recording_is_called_by_its_title_in_the_language_of_the_reader(db):
    recording = RecordingFactory(title_en="Spring of 2026", title_fr="Printemps 2026")
    with override("fr"):
        assert str(recording) == "Printemps 2026"
    with override("ar"):
        assert str(recording) == "Spring of 2026"


def test_a_recording_has_the_years_of_its_cohort_and_outlives_it(db):
    recording = RecordingFactory(cohort=CohortFactory(year=2015, last_year=2016), slug="first")
    assert recording.years == "2015–2016"

    recording.cohort.delete()
    recording.refresh_from_db()
    assert (recording.cohort, recording.slug, recording.years) == (None, "first", "2026")


def test_recordings_are_found_by_where_they_stand(db):
    open_ = RecordingFactory()
    later = RecordingFactory(state="scheduled", publish_at=datetime(2100, 1, 1, tzinfo=UTC))
    due = RecordingFactory(state="scheduled", publish_at=datetime(2020, 1, 1, tzinfo=UTC))
    RecordingFactory(state="published", published_at=DAY)
    recalled = RecordingFactory(state="recalled", published_at=DAY, recalled_at=DAY)

    assert list(Recording.objects.in_work().order_by("pk")) == [open_, later, due]
    assert list(Recording.objects.due()) == [due]
    assert list(Recording.objects.recalled()) == [recalled]


def test_progress_counts_the_cities_and_those_to_be_decided(db):
    recording = RecordingFactory()
    RoundEntryFactory.create_batch(2, recording=recording)
    RoundEntryFactory(recording=recording, decision="new")
    RoundEntryFactory(recording=recording, decision="left_out", reason="Withdrew.")
    RecordingFactory(year=2028)

    found = Recording.objects.with_progress().order_by("year").values_list("found", "undecided")
    assert list(found) == [(3, 2), (0, 0)]


def test_a_list_has_a_text(db):
    assert "intake_has_text" in refused(lambda: IntakeFactory(text=""))


def test_a_list_that_is_kept_cannot_be_saved_again(db):
    with pytest.raises(TypeError, match="^A list as received is never overwritten.$"):
        IntakeFactory().save(update_fields=["text"])


def test_a_position_in_a_list_is_given_once(db):
    line = IntakeLineFactory()
    message = refused(lambda: IntakeLineFactory(intake=line.intake, position=line.position))
    assert "intake_line_position_once" in message or "intakeline.position" in message


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"name": ""}, "intake_line_city_is_whole"),
        ({"country": None}, "intake_line_city_is_whole"),
        ({"kind": "left_out"}, "intake_line_left_out_has_reason"),
    ],
)
def test_a_line_that_lists_a_city_is_whole_and_one_left_out_has_a_reason(db, facts, constraint):
    assert constraint in refused(lambda: IntakeLineFactory(**facts))


def test_lines_that_count_are_those_of_lists_that_were_not_set_aside(db):
    line, unread = IntakeLineFactory(), IntakeLineFactory(kind="unread", name="", country=None)
    IntakeLineFactory(kind="unread", intake__set_aside_at=DAY)

    assert list(IntakeLine.objects.in_use().order_by("pk")) == [line, unread]
    assert list(IntakeLine.objects.unread()) == [unread]
    assert [str(line), str(unread)] == ["Fez", "Fez (Morocco)"]


def test_a_group_beside_a_list_is_asked_once_in_words(db):
    group = IntakeGroupFactory()
    message = refused(lambda: IntakeGroupFactory(intake=group.intake))
    assert "intake_group_words_once" in message or "intakegroup.words" in message
    assert "intake_group_has_words" in refused(lambda: IntakeGroupFactory(words=""))


@pytest.mark.parametrize("facts", [{"answer": "taken"}, {"answer": "left"}, {"answered_at": DAY}])
def test_a_group_has_an_instant_exactly_when_it_is_answered(db, facts):
    assert "intake_group_answered_has_instant" in refused(lambda: IntakeGroupFactory(**facts))


def test_lines_of_a_group_count_once_somebody_took_it_in_their_own_list(db):
    left = IntakeLineFactory(group="Withdrawn")
    IntakeGroupFactory(intake=left.intake, words="Withdrawn", answer="left", answered_at=DAY)
    taken = IntakeLineFactory(group="Withdrawn", country=left.country)
    IntakeGroupFactory(intake=taken.intake, words="Withdrawn", answer="taken", answered_at=DAY)
    IntakeLineFactory(group="Withdrawn", intake__set_aside_at=DAY, country=left.country)

    assert list(IntakeLine.objects.in_use()) == [taken]
    assert list(IntakeLine.objects.beside()) == [left]


def test_an_entry_that_is_left_out_has_a_reason_and_one_that_exists_its_city(db):
    assert "entry_left_out_has_reason" in refused(lambda: RoundEntryFactory(decision="left_out"))
    assert "entry_existing_has_city" in refused(lambda: RoundEntryFactory(decision="existing"))
    entry = RoundEntryFactory.build(country=CountryFactory(), recording=RecordingFactory(), decision="left_out")
    with pytest.raises(ValidationError) as wrong:
        entry.validate_constraints()
    assert wrong.value.messages == ["Say why this entry is left out."]


def test_a_city_and_a_place_stand_once_in_a_round(db):
    recording, city = RecordingFactory(), CityFactory()
    RoundEntryFactory(recording=recording, decision="existing", city=city)
    RoundEntryFactory(recording=recording, decision="new", geonames_id=2548885)
    message = refused(lambda: RoundEntryFactory(recording=recording, decision="existing", city=city))
    assert "entry_city_once" in message or "admissions_roundentry.city_id" in message
    message = refused(lambda: RoundEntryFactory(recording=recording, decision="homonym", geonames_id=2548885))
    assert "entry_place_once" in message or "admissions_roundentry.geonames_id" in message

    RoundEntryFactory(decision="existing", city=city)
    RoundEntryFactory(recording=recording, decision="left_out", city=city, geonames_id=2548885, reason="Withdrew.")
    assert RoundEntry.objects.count() == 4


def test_a_new_city_is_overtaken_by_one_that_is_recorded_with_its_place(db):
    CityFactory(geonames_id=2548885)
    CityFactory()
    overtaken = RoundEntryFactory(decision="new", geonames_id=2548885)
    RoundEntryFactory(decision="new", geonames_id=2548885, city=City.objects.first())
    RoundEntryFactory(decision="homonym", geonames_id=2561668)
    RoundEntryFactory(decision="homonym")
    RoundEntryFactory(decision="open", geonames_id=2548885)

    assert list(RoundEntry.objects.overtaken()) == [overtaken]


def test_a_former_address_was_public_from_a_day_to_a_later_one(db):
    facts = {"slug": "fez", "name_en": "Fez", "country": CountryFactory()}
    earlier = DAY.replace(year=2025)
    assert "former_address_ends_after_it_starts" in refused(
        lambda: FormerAddress.objects.create(**facts, public_from=DAY, public_to=earlier)
    )
    address = FormerAddress.objects.create(**facts, public_from=earlier, public_to=DAY)
    assert (str(address), address.get_absolute_url()) == ("Fez", "/en/cities/fez/")
