"""Two rows of a file that became one: so do their records, with one membership, and both addresses answer."""

import pytest
from django.core.management import CommandError

from admissions.models import Admission
from cities.models import City, CityName, FormerAddress
from records.models import LoadedRow
from tests.support.registry_files import admitted

pytestmark = pytest.mark.django_db


def test_two_cities_that_became_one_are_one_record_with_one_membership(files, client):
    files.cities(fez="Fez", fes="Fès", rabat="Rabat")
    files.admissions(("fez", 2020), ("fes", 2022))
    files.load()
    files.cities(fez={"name_en": "Fez", "formerly": "fes"}, rabat="Rabat")
    files.admissions(("fez", 2022))

    assert files.load() == [
        "cities.csv: fes became one with cities.csv: fez",
        "admissions.csv: fez · 2020 is admissions.csv: fez · 2022 now",
        "0 new, 1 changed, 0 left alone.",
    ]
    assert (sorted(City.objects.values_list("slug", flat=True)), admitted()) == (["fez", "rabat"], [("fez", "2022")])
    assert client.get("/en/cities/fes/").headers["Location"] == "/en/cities/fez/"
    assert files.load(again=True) == ["0 new, 0 changed, 0 left alone."]


def test_cities_become_one_in_a_registry_that_remembers_no_records(files):
    files.cities(fez="Fez", fes="Fès", rabat="Rabat")
    files.admissions(("fez", 2020), ("fes", 2020))
    files.load()
    LoadedRow.objects.update(model="", record="", line=None)
    files.cities(fez={"name_en": "Fez", "formerly": "fes"}, rabat="Rabat")
    files.admissions(("fez", 2020))
    assert files.load() == ["cities.csv: fes became one with cities.csv: fez", "0 new, 0 changed, 0 left alone."]
    assert admitted() == [("fez", "2020")]


def test_cities_become_one_by_their_number_and_keep_what_staff_wrote(files):
    files.cities(fez="Fez", fes={"name_en": "Fès", "geonames_id": 1, "population": 9}, rabat="Rabat")
    files.load()
    fes = City.objects.get(slug="fes")
    fes.website = "https://fes.example/"
    fes.save()
    files.cities(fez={"name_en": "Fez", "geonames_id": 1}, rabat="Rabat")
    files.load()
    fez = City.objects.get(slug="fez")
    assert (fez.geonames_id, fez.population, fez.website) == (1, None, "https://fes.example/")
    assert FormerAddress.objects.get().moved_to == fez
    assert CityName.objects.filter(city=fez, text="Fès").exists()


def test_cities_become_one_where_one_lists_the_name_of_the_other_as_a_spelling(files):
    files.cities(fez="Fez", fes="Fès", rabat="Rabat")
    files.admissions(("fes", 2022))
    files.load()
    files.cities(fez={"name_en": "Fez", "alternate_names": "Fas|Fès"}, rabat="Rabat")
    files.admissions(("fez", 2022))
    assert files.load()[0] == "cities.csv: fes became one with cities.csv: fez"
    assert (City.objects.count(), admitted()) == (2, [("fez", "2022")])


def test_homonyms_with_numbers_of_their_own_do_not_become_one(files):
    files.cities(fez={"name_en": "Fez", "geonames_id": 1}, fes={"name_en": "Fès", "geonames_id": 2})
    files.load()
    files.cities(fez={"name_en": "Fez", "geonames_id": 1, "alternate_names": "Fès"})
    assert "fes is no longer in the file; its record stays" in files.load()
    assert City.objects.filter(slug="fes").exists()


def test_two_memberships_that_staff_changed_are_not_made_one_without_them(files):
    files.cities(fez="Fez", fes="Fès", rabat="Rabat")
    files.admissions(("fez", 2020), ("fes", 2022))
    files.load()
    changed = Admission.objects.get(city__slug="fes")
    changed.name_as_announced = "Fas"
    changed.save()
    files.cities(fez={"name_en": "Fez", "formerly": "fes"}, rabat="Rabat")
    files.admissions(("fez", 2022))
    with pytest.raises(CommandError) as refused:
        files.load()
    assert str(refused.value) == (
        "cities.csv, line 2, column formerly: "
        "Both records have “Fas · 2022”: correct or remove one of the two first.\n"
        "Nothing was written."
    )
