"""How far the texts of records are translated, however they are written."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from admissions.models import Agreement
from cities.addresses import merge
from cities.models import City, Country, FormerAddress, Initiative
from records.admin import untranslated
from records.loading import Table, load
from records.models import TranslationState
from records.translation.states import Completeness, completeness, keep_states, source_of, take_stock
from tests.factories import AdmissionFactory, CityFactory, CorrectionFactory, EventFactory, InitiativeFactory


@pytest.fixture(autouse=True)
def _in_the_database(db):
    """Every story here is about records."""


def states(record):
    """{column: state} of a record's translations."""
    return {row.column: row.state for row in record.translations.all()}


def row(record, column):
    return next(each for each in record.translations.all() if each.column == column)


def test_each_written_text_has_a_state_in_each_other_language():
    initiative = InitiativeFactory(name_fr="Réseau de lecture")
    assert states(initiative) == {
        "name_fr": "done", "name_ar": "missing", "summary_fr": "missing", "summary_ar": "missing",
    }  # fmt: skip


def test_a_text_that_is_not_written_has_no_state_and_loses_the_one_it_had():
    city = CityFactory(profile_en="A port.")
    assert set(states(city)) == {"name_fr", "name_ar", "profile_fr", "profile_ar"}
    city.profile_en = ""
    city.save()
    assert set(states(city)) == {"name_fr", "name_ar"}


def test_without_english_the_first_written_language_is_the_source():
    admission = AdmissionFactory(note_fr="Annoncée par la presse.")
    assert states(admission) == {"note_en": "missing", "note_ar": "missing"}
    admission.note_en = "Announced by the press."
    admission.save()
    assert states(admission) == {"note_fr": "done", "note_ar": "missing"}


def test_when_the_source_changes_its_translation_is_out_of_date_and_remembers_from_what_it_was_made():
    city = CityFactory(profile_en="A port.", profile_fr="Un port.", profile_ar="ميناء.")
    city.profile_en = "A large port."
    city.save()
    city.save()
    assert (states(city)["profile_fr"], row(city, "profile_fr").source_seen) == ("stale", "A port.")
    city.profile_fr = "Un grand port."
    city.save()
    assert (states(city)["profile_fr"], states(city)["profile_ar"]) == ("done", "stale")
    assert row(city, "profile_fr").source_seen == "A large port."


def test_a_source_that_changes_back_makes_its_translation_right_again():
    city = CityFactory(profile_en="A port.", profile_fr="Un port.")
    for text in ("A large port.", "A port."):
        city.profile_en = text
        city.save()
    assert states(city)["profile_fr"] == "done"


def test_source_and_translation_that_change_together_are_done():
    city = CityFactory(profile_en="A port.", profile_fr="Un port.")
    city.profile_en, city.profile_fr = "A large port.", "Un grand port."
    city.save()
    assert states(city)["profile_fr"] == "done"


def test_the_other_line_endings_of_a_browser_are_no_change():
    city = CityFactory(profile_en="A port.\nA fair.", profile_fr="Un port.")
    city.profile_en = "A port.\r\nA fair."
    city.save()
    assert states(city)["profile_fr"] == "done"


def test_a_proposed_name_is_to_check_until_it_is_confirmed():
    city = CityFactory(name_ar="فاس", name_ar_status="proposed")
    assert states(city)["name_ar"] == "to_check"
    city.name_ar_status = "checked"
    city.save()
    assert states(city)["name_ar"] == "done"


def test_loading_a_file_again_makes_out_of_date_what_only_changed_in_english(tmp_path):
    file = tmp_path / "profiles.csv"
    columns = {"slug": "slug"} | {f"profile_{language}": f"profile_{language}" for language in ("en", "fr")}
    CityFactory(slug="fez"), CityFactory(slug="agadir")
    for text in ("", "large "):
        french = "Un grand port." if text else "Un port."
        file.write_text(
            f"slug,profile_en,profile_fr\nfez,A {text}port.,Un port.\nagadir,A {text}port.,{french}\n", "utf-8"
        )
        load(Table(City, file, columns, updates_only=True))
    assert [states(City.objects.get(slug=slug))["profile_fr"] for slug in ("fez", "agadir")] == ["stale", "done"]


def test_the_language_of_the_writer_does_not_matter():
    city = CityFactory(profile_en="A port.", profile_fr="Un port.")
    with override("ar"):
        city.profile_en = "A large port."
        city.save()
    assert states(city)["profile_fr"] == "stale"


def test_states_go_with_their_record_however_it_is_deleted():
    for number in range(3):
        InitiativeFactory(slug=f"initiative-{number}")
    Initiative.objects.first().delete()
    assert TranslationState.objects.of_kind(Initiative).count() == 8
    Initiative.objects.all().delete()
    assert TranslationState.objects.of_kind(Initiative).count() == 0


def test_two_records_that_become_one_leave_the_states_of_one():
    city, into = CityFactory(profile_en="A port."), CityFactory()
    initiative = InitiativeFactory(city=city)
    merge(city, into)
    assert set(states(into)) == {"name_fr", "name_ar", "profile_fr", "profile_ar"}
    assert TranslationState.objects.of_kind(City).count() == 4
    assert row(initiative, "name_fr").page == into
    assert TranslationState.objects.of_kind(FormerAddress).count() == 0


def test_texts_are_found_by_the_record_on_whose_page_they_are_read():
    city, online = CityFactory(), EventFactory(city=None)
    belonging = [InitiativeFactory(city=city), EventFactory(city=city), CorrectionFactory(city=city)]
    agreement = Agreement.objects.create(slug="one", country=city.country, title="One", parties="Two", summary="Three")
    InitiativeFactory(), CityFactory()

    def read_on_the_page_of(record):
        return {
            each.record for each in TranslationState.objects.on_pages_of(type(record).objects.filter(pk=record.pk))
        }

    assert read_on_the_page_of(city) == {city, *belonging}
    assert read_on_the_page_of(city.country) == {city.country, agreement}
    assert read_on_the_page_of(online) == {online}
    assert read_on_the_page_of(belonging[0]) == set()


def test_a_text_moves_to_another_page_with_its_record():
    initiative, event = InitiativeFactory(), EventFactory(city=CityFactory())
    initiative.city, event.city = CityFactory(), None
    initiative.save(), event.save()
    assert {each.page for each in initiative.translations.all()} == {initiative.city}
    assert {each.page for each in event.translations.all()} == {event}


def test_taking_stock_finds_records_of_before_and_repeating_it_changes_nothing():
    InitiativeFactory.create_batch(3, name_fr="Lecture")
    before = list(TranslationState.objects.values_list("key", "field", "language", "state"))
    TranslationState.objects.all().delete()
    seen = []
    assert take_stock(on_batch=lambda done, total: seen.append((done, total))) == 7
    assert seen[-1] == (7, 7)
    assert sorted(TranslationState.objects.values_list("key", "field", "language", "state")) == sorted(before)
    instants = set(TranslationState.objects.values_list("changed_at", flat=True))
    take_stock()
    assert set(TranslationState.objects.values_list("changed_at", flat=True)) == instants


def test_states_cost_one_query_for_a_new_or_unchanged_record_and_two_for_a_changed_one(django_assert_num_queries):
    initiative = InitiativeFactory()
    with django_assert_num_queries(1):
        keep_states([initiative])
    with django_assert_num_queries(1):
        keep_states([initiative], are_new=True)
    with django_assert_num_queries(0):
        keep_states([Initiative()], are_new=True)
    initiative.summary_fr = "Pour lire."
    with django_assert_num_queries(2):
        keep_states([initiative])


def test_one_number_says_how_complete_a_language_is():
    InitiativeFactory(name_fr="Lecture", name_ar="قراءة", city=CityFactory(name_fr="Fès"))
    AdmissionFactory(city=City.objects.get(), cohort=None, member_by="2019-03-27", note_fr="Vu.")
    assert completeness(TranslationState.objects.counted()) == [
        Completeness("en", 5, 1), Completeness("fr", 5, 1), Completeness("ar", 5, 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "work", "percent"), [(0, 0, 100), (900, 1, 99), (900, 899, 1), (9, 9, 0), (3, 1, 67)]
)
def test_a_hundred_per_cent_is_said_only_when_nothing_is_left(texts, work, percent):
    assert Completeness("fr", texts, work).percent == percent


@pytest.mark.parametrize(
    ("constraint", "facts"),
    [
        ("translation_once", {"language": "fr"}),
        ("translation_into_another_language", {"language": "en"}),
        ("translation_state_known", {"field": "other", "language": "fr", "state": "fine"}),
    ],
)
def test_the_database_refuses_states_that_cannot_be(constraint, facts):
    first = row(CityFactory(), "name_fr")
    fields = {name: getattr(first, name) for name in ("content_type", "key", "field", "source_language", "state")}
    wrong = TranslationState(changed_at=timezone.now(), **fields | facts)
    sentence = next(each for each in wrong._meta.constraints if each.name == constraint).get_violation_error_message()
    assert str(sentence).endswith(".")
    with pytest.raises(IntegrityError), transaction.atomic():
        wrong.save()


def test_lists_find_what_the_grid_counts():
    def found(model, gap):
        return {str(pk) for pk in model.objects.filter(gap.condition).values_list("pk", flat=True)}

    city = CityFactory(profile_en="A port.", profile_fr="Un port.")
    city.profile_en = "A large port."
    city.save()
    InitiativeFactory(city=city, name_fr="Lecture", summary_ar="قراءة")
    for model in (City, Initiative, Country):
        for gap in untranslated(model):
            language, _underscore, stale = gap.name.partition("_")
            counted = TranslationState.objects.of_kind(model).filter(language=language, state=stale or "missing")
            assert found(model, gap) == set(counted.values_list("key", flat=True))


TEXTS = st.sampled_from(["", "A port.", "A large port."])
EDITS = st.lists(st.dictionaries(st.sampled_from(["profile_en", "profile_fr", "profile_ar"]), TEXTS), max_size=6)


@given(EDITS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_whatever_is_written_in_whatever_order_the_states_agree_with_the_texts(edits):
    city = CityFactory()
    for edit in edits:
        for column, text in edit.items():
            setattr(city, column, text)
        city.save()
    language, source = source_of(city, "profile")
    rows = {each.language: each for each in city.translations.filter(field="profile")}
    assert set(rows) == ({"en", "fr", "ar"} - {language} if source else set())
    for code, each in rows.items():
        written = getattr(city, f"profile_{code}") or ""
        made_from_now = each.source_seen == source
        assert each.state == ("missing" if not written else "done" if made_from_now else "stale")
        assert each.source_language == language
