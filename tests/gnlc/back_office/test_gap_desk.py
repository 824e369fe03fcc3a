"""One screen with what is missing."""

import pytest
from django.contrib import admin
from django.urls import reverse

from records.as_of import today
from records.models import PageReads
from tests.back_office import at_work, editable, listed
from tests.factories import (
    AdmissionFactory,
    CityFactory,
    CohortFactory,
    CountryFactory,
    InitiativeFactory,
    SourceFactory,
)

GAPS = "/admin/gaps/"


@pytest.fixture
def registrar(db):
    return at_work("registrar")


def shown(client):
    """{kind: {what is missing: number}} as the screen shows it."""
    kinds = client.get(GAPS).context["kinds"]
    return {str(kind): {str(row.label): row.number for row in rows} for kind, rows in kinds.items()}


def test_each_gap_has_its_number_which_shrinks_when_it_is_mended(registrar):
    admission = AdmissionFactory(city=CityFactory(kind="city", name_fr="Fès"), cohort__title_fr="Admissions")
    before = shown(registrar)
    assert before["cities"] | before["admissions"] == {
        "Arabic name": 1, "coordinates": 1, "population": 1, "website": 1, "profile": 1, "photo": 1, "source": 1,
    }  # fmt: skip

    admission.sources.add(SourceFactory())
    admission.city.name_ar = "فاس"
    admission.city.save()
    after = shown(registrar)
    assert ("admissions" in after, "Arabic name" in after["cities"]) == (False, False)


def test_each_gap_leads_to_the_records_that_have_it(registrar):
    city = CityFactory(kind="city", name_fr="Fès", name_ar="فاس")
    AdmissionFactory(cohort=None, member_by="2019-03-27", city=city)
    kinds = registrar.get(GAPS).context["kinds"]
    for rows in kinds.values():
        for row in rows:
            listed = registrar.get(row.url)
            assert (listed.status_code, listed.context["cl"].result_count) == (200, row.number)


def test_every_list_of_records_that_may_lack_something_can_show_them(db):
    client = at_work("superuser")
    for model, pages in admin.site._registry.items():
        for gap in getattr(pages, "gaps", ()):
            page = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
            answer = client.get(page, {"missing": gap.name})
            assert (answer.status_code, answer.context["cl"].has_active_filters) == (200, True)


@pytest.fixture
def three(db):
    """Three cities without coordinates, of which the second by name was read most."""
    cities = [CityFactory(name_en=name) for name in ("Agadir", "Fez", "Rabat")]
    for city, number in zip(cities, (0, 9, 1), strict=True):
        read(city, number)
    return cities


def read(city, number):
    if number:
        PageReads.objects.create(model="cities.City", key=city.pk, month=today().replace(day=1), number=number)


def row(client, kind, label):
    kinds = client.get(GAPS).context["kinds"]
    return next(row for row in kinds[kind] if str(row.label) == label)


def test_the_most_read_records_come_first_each_linked_to_its_field(registrar, three):
    agadir, fez, rabat = three
    shown = [(each.name, each.reads, each.url) for each in row(registrar, "cities", "coordinates").most_read]
    assert shown == [
        ("Fez, Morocco", 9, f"/admin/cities/city/{fez.pk}/change/#id_latitude"),
        ("Rabat, Morocco", 1, f"/admin/cities/city/{rabat.pk}/change/#id_latitude"),
        ("Agadir, Morocco", 0, f"/admin/cities/city/{agadir.pk}/change/#id_latitude"),
    ]


def test_five_are_named_and_all_are_listed_in_the_same_order(registrar):
    cities = [CityFactory(name_en=f"City {number}") for number in range(7)]
    for number, city in enumerate(cities):
        read(city, number)
    missing = row(registrar, "cities", "website")
    assert [each.name for each in missing.most_read] == [f"City {number}, Morocco" for number in (6, 5, 4, 3, 2)]
    assert (missing.number, listed(registrar.get(missing.url))) == (7, cities[::-1])


def test_a_column_of_the_list_still_sorts_it(three):
    client = at_work("superuser")
    names = [city.name_en for city in listed(client.get("/admin/cities/city/?missing=website&o=-1"))]
    assert names == ["Rabat", "Fez", "Agadir"]
    assert listed(client.get("/admin/cities/city/")) == three


def test_every_gap_names_a_field_that_its_form_has(db):
    client = at_work("superuser")
    AdmissionFactory(cohort=None, member_by="2019-03-27", city__population=9, note_en="Looked up.")
    CityFactory(profile_en="Old.", name_fr_status="proposed", name_ar_status="proposed")
    InitiativeFactory()
    for rows in client.get(GAPS).context["kinds"].values():
        for missing in rows:
            address, field = missing.most_read[0].url.split("#id_")
            form = client.get(address)
            assert field in editable(form), (address, field)


def test_a_text_that_nobody_wrote_is_not_the_one_to_translate(registrar):
    cohort = CohortFactory(title_fr="Admissions", title_ar="قبول", basis_en="By the jury.")
    wanted = row(registrar, "cohorts", "French").most_read
    assert [each.url for each in wanted] == [f"/admin/admissions/cohort/{cohort.pk}/change/#id_basis_fr"]


def test_a_country_that_no_visitor_meets_lacks_no_region(registrar):
    CountryFactory(code="AQ", region="")
    assert "countries" not in shown(registrar)
    CityFactory(country=CountryFactory(code="TN", region=""))
    assert shown(registrar)["countries"] == {"UNESCO region": 1}


def test_the_title_counts_gaps_and_figures_that_nobody_explained(registrar):
    cohort = CohortFactory(year=2024, announced_cities=64, title_fr="Admissions", title_ar="قبول")
    cohort.sources.add(SourceFactory(url="https://example.org/", published_on="2024-02-14"))
    assert registrar.get(GAPS).context["title"] == "1 gap in the registry"
    cohort.difference_en = cohort.difference_fr = cohort.difference_ar = "The list was never published whole."
    cohort.save()
    assert registrar.get(GAPS).context["title"] == "0 gaps in the registry"


def test_figures_that_agree_are_no_gap(registrar):
    AdmissionFactory(cohort__year=2024, cohort__announced_cities=1, cohort__network_cities_after=1)
    assert registrar.get(GAPS).context["stages"] == []


def test_figures_that_disagree_are_named_with_their_cohort(registrar):
    cohort = CohortFactory(year=2024, announced_cities=64, network_cities_after=356)
    html = registrar.get(GAPS).content.decode()
    assert "0 of 64 announced cities are recorded here. 356 published members are not recorded here." in html
    assert f"/admin/admissions/cohort/{cohort.pk}/change/#id_difference_en" in html


@pytest.mark.parametrize("number", [3, 30])
def test_the_screen_runs_the_same_queries_however_much_is_missing(registrar, number, django_assert_num_queries):
    AdmissionFactory.create_batch(number)
    registrar.get(GAPS)
    with django_assert_num_queries(41):
        registrar.get(GAPS)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_screen_opens_in_each_language(registrar, language):
    registrar.cookies["django_language"] = language
    assert registrar.get(GAPS).status_code == 200
