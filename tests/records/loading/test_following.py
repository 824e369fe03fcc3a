"""A row of a file whose identifying cell was corrected keeps its record, and what staff changed in it."""

from datetime import date

import pytest
from django.core.management import CommandError

from admissions.models import Admission, Cohort
from cities.addresses import merge, move
from cities.models import City
from records.models import LoadedRow
from tests.factories import AdmissionFactory
from tests.support.registry_files import admitted

pytestmark = pytest.mark.django_db


def test_an_admission_whose_cohort_was_corrected_is_the_same_admission(files):
    before = Admission.objects.get()
    before.name_as_announced = "Fès"
    before.save()
    files.admissions(("fez", 2022))

    assert files.load() == [
        "admissions.csv: fez · 2020 is admissions.csv: fez · 2022 now",
        "0 new, 1 changed, 0 left alone.",
    ]
    after = Admission.objects.get()
    assert (after.pk, after.cohort.slug, after.name_as_announced) == (before.pk, "2022", "Fès")


def test_a_dry_run_shows_the_move_and_moves_nothing(files):
    files.admissions(("fez", 2022))
    assert files.load(dry_run=True)[:2] == [
        "admissions.csv: fez · 2020 is admissions.csv: fez · 2022 now",
        f"fez · 2022: cohort: {_pk(2020)} → {_pk(2022)}",
    ]
    assert admitted() == [("fez", "2020")]


def _pk(year):
    return Cohort.objects.get(slug=str(year)).pk


def test_a_member_that_loses_its_date_moves_to_the_other_file_and_back(files):
    before = Admission.objects.get().pk
    files.admissions()
    files.undated("fez")
    assert files.load()[0] == "admissions.csv: fez · 2020 is undated_members.csv: fez · – now"
    assert (admitted(), Admission.objects.get().pk) == ([("fez", None)], before)

    files.admissions(("fez", 2022))
    files.undated()
    assert files.load()[0] == "undated_members.csv: fez · – is admissions.csv: fez · 2022 now"
    assert (admitted(), Admission.objects.get().pk) == ([("fez", "2022")], before)


def test_a_city_whose_address_was_corrected_keeps_its_record_and_its_old_address_leads_on(files, client):
    before = City.objects.get(slug="fez").pk
    files.cities(fes="Fez", rabat="Rabat")
    files.admissions(("fes", 2020))

    assert files.load() == ["cities.csv: fez is cities.csv: fes now", "0 new, 2 changed, 0 left alone."]
    assert City.objects.get(slug="fes").pk == before
    assert (City.objects.count(), admitted()) == (2, [("fes", "2020")])
    assert client.get("/en/cities/fez/").headers["Location"] == "/en/cities/fes/"
    assert files.load(again=True) == ["0 new, 0 changed, 0 left alone."]


def test_a_city_whose_address_and_facts_were_corrected_is_known_by_its_number(files):
    files.cities(fez={"name_en": "Fez", "geonames_id": 1}, rabat="Rabat")
    files.load()
    files.cities(fes={"name_en": "Fès", "geonames_id": 1, "population": 5}, rabat="Rabat")
    files.admissions(("fes", 2020))
    files.load()
    assert list(City.objects.values_list("slug", "name_en", "population")) == [
        ("fes", "Fès", 5),
        ("rabat", "Rabat", None),
    ]


def test_a_cohort_whose_address_was_corrected_takes_its_admissions_along(files):
    files.write("cohorts.csv", {"slug": "round-2020", "year": 2020, "title_en": "Admissions of 2020"})
    files.admissions(("fez", "round-2020"))
    assert files.load() == [
        "cohorts.csv: 2020 is cohorts.csv: round-2020 now",
        "2022 is no longer in the file; its record stays",
        "0 new, 1 changed, 1 left alone.",
    ]
    assert admitted() == [("fez", "round-2020")]


def test_homonyms_are_never_taken_for_one_another(files):
    files.cities(fez={"name_en": "Fez", "geonames_id": 1}, rabat="Rabat")
    files.load()
    files.cities(fez_2={"name_en": "Fez", "geonames_id": 2}, rabat="Rabat")
    files.admissions()
    assert files.load() == [
        (
            "fez is no longer in the file; its record stays. "
            "If it is one of the new rows, say so there in a column “formerly”."
        ),
        "fez · 2020 is no longer in the file; its record stays",
        "1 new, 0 changed, 2 left alone.",
    ]
    assert sorted(City.objects.values_list("slug", flat=True)) == ["fez", "fez-2", "rabat"]


def test_in_doubt_nothing_moves_and_the_file_can_say_which_it_is(files):
    files.write("admissions.csv",
                {"city_slug": "fez", "cohort_slug": "2020", "name_as_announced": "Fez", "status": "annulled",
                 "annulled_on": "2020-09-24"})  # fmt: skip
    files.load()
    now = [
        {"city_slug": "fez", "cohort_slug": "2022", "name_as_announced": "Fez"},
        {"city_slug": "fez", "cohort_slug": "2019", "name_as_announced": "Fez", "status": "annulled",
         "annulled_on": "2019-09-24"},
    ]  # fmt: skip
    files.cohorts(2019, 2020, 2022)
    files.write("admissions.csv", *now)
    assert files.load()[0] == (
        "fez · 2020 is no longer in the file and may be “fez · 2022”, “fez · 2019” now: "
        "say which in a column “formerly”"
    )
    assert admitted() == [("fez", "2019"), ("fez", "2020"), ("fez", "2022")]


def test_the_column_formerly_says_which_row_was_which(files):
    before = Admission.objects.get().pk
    files.cohorts(2019, 2020, 2022)
    files.write(
        "admissions.csv",
        {"city_slug": "fez", "cohort_slug": "2022", "name_as_announced": "Fez", "formerly": "fez · 2020"},
        {"city_slug": "fez", "cohort_slug": "2019", "name_as_announced": "Fez", "status": "annulled",
         "annulled_on": "2019-09-24"},
    )  # fmt: skip
    assert files.load()[0] == "admissions.csv: fez · 2020 is admissions.csv: fez · 2022 now"
    assert (Admission.objects.get(cohort__slug="2022").pk, len(admitted())) == (before, 2)
    assert files.load(again=True) == ["0 new, 0 changed, 0 left alone."]


def test_a_record_that_staff_deleted_is_not_made_again_under_its_new_key(files):
    Admission.objects.all().delete()
    files.admissions(("fez", 2022))
    assert files.load()[1] == "fez · 2022 was deleted here and is not made again"
    assert admitted() == []


def test_files_go_on_naming_a_city_that_staff_moved_or_made_one_with_another(files):
    move(City.objects.get(slug="fez"), "fes-city")
    files.admissions(("fez", 2022))
    files.load()
    assert admitted() == [("fes-city", "2022")]

    merge(City.objects.get(slug="fes-city"), City.objects.get(slug="rabat"))
    files.admissions(("fez", 2020))
    assert files.load()[-1] == "0 new, 1 changed, 1 left alone."
    assert admitted() == [("rabat", "2020")]


def test_a_registry_that_remembers_no_records_finds_them_by_what_the_rows_gave(files):
    LoadedRow.objects.update(model="", record="", line=None)
    admission = Admission.objects.get()
    admission.cohort = Cohort.objects.get(slug="2022")
    admission.save()
    assert files.load(again=True) == ["0 new, 0 changed, 0 left alone."]
    assert admitted() == [("fez", "2022")]


def test_where_file_and_staff_do_not_go_together_the_row_is_left_and_all_else_is_loaded(files):
    admission = Admission.objects.get()
    admission.ended_on, admission.end_reason = "2021-05-01", "withdrew"
    admission.save()
    annulled = {"status": "annulled", "annulled_on": "2020-09-24"}
    files.write(
        "admissions.csv",
        {"city_slug": "fez", "cohort_slug": "2020", "name_as_announced": "fez"} | annulled,
        {"city_slug": "rabat", "cohort_slug": "2020", "name_as_announced": "rabat"},
    )
    assert files.load() == [
        (
            "fez · 2020 is left as it is here, because of what was written here: "
            "An annulled admission has the day of the correction, and no other has one."
        ),
        "1 new, 0 changed, 1 left alone.",
    ]
    assert Admission.objects.get(city__slug="fez").status == "admitted"


def test_an_admission_that_staff_recorded_otherwise_is_left_and_the_row_is_told(files):
    rabat = AdmissionFactory(city=City.objects.get(slug="rabat"), cohort=Cohort.objects.get(slug="2022"))
    files.admissions(("fez", 2020), ("rabat", 2020))
    assert files.load() == [
        (
            "rabat · 2020 is left as it is here, because of what was written here: "
            "This city is a member already: end that membership first, or say that it was announced again."
        ),
        "0 new, 0 changed, 1 left alone.",
    ]
    assert Admission.objects.get(city__slug="rabat") == rabat


def test_a_file_that_breaks_a_rule_by_itself_is_refused_in_the_words_of_the_rule(files):
    files.admissions(("fez", 2020), ("rabat", 2020), ("rabat", 2022))
    with pytest.raises(CommandError) as refused:
        files.load()
    assert str(refused.value) == (
        "admissions.csv, line 4, column city_slug: "
        "This city is a member already: end that membership first, or say that it was announced again.\n"
        "Nothing was written."
    )


def test_an_address_that_a_page_of_the_site_has_is_refused_with_its_line(files):
    files.cities(map="Fez", rabat="Rabat")
    files.admissions(("map", 2020))
    with pytest.raises(CommandError) as refused:
        files.load()
    assert str(refused.value) == (
        "cities.csv, line 2, column slug: A page of the site has this address; choose another one.\n"
        "Nothing was written."
    )


def test_numbers_that_two_cities_have_are_refused_with_their_column(files):
    files.cities(fez={"name_en": "Fez", "geonames_id": 1}, rabat={"name_en": "Rabat", "geonames_id": 1})
    with pytest.raises(CommandError) as refused:
        files.load()
    assert str(refused.value) == (
        "cities.csv, line 3, column geonames_id: Another city has this GeoNames number.\nNothing was written."
    )


@pytest.mark.parametrize(
    ("name", "row", "day"),
    [
        (
            "cohorts.csv",
            {"slug": "2020", "year": 2020, "title_en": "-", "announced_on": "2020-09-23"},
            date(2020, 9, 23),
        ),
        (
            "admissions.csv",
            {"city_slug": "fez", "cohort_slug": "2020", "name_as_announced": "fez", "admitted_on": "2020-01-12"},
            date(2020, 1, 12),
        ),
    ],
)
def test_a_file_that_gives_another_day_moves_the_membership(files, name, row, day):
    assert Admission.objects.get().counts_from == date(2020, 12, 31)
    files.write(name, row)
    files.load()
    assert Admission.objects.get().counts_from == day
