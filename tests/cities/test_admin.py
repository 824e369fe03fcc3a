import re
from decimal import Decimal

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cities.models import City
from tests.back_office import at_work, editable, listed, no_inlines, sentences
from tests.factories import (
    AdmissionFactory,
    CityFactory,
    CountryFactory,
    InitiativeFactory,
    SourceFactory,
)

CITIES = "/admin/cities/city/"


@pytest.fixture
def registrar(db):
    return at_work("registrar")


@pytest.fixture
def translator(db):
    return at_work("translator")


def page(record):
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])


def test_every_model_has_its_pages_but_what_the_server_itself_keeps():
    rooms = ("records", "cities", "admissions", "news")
    ours = {model for app in rooms for model in apps.get_app_config(app).get_models()}
    without = {model.__name__ for model in ours if not admin.site.is_registered(model)}
    on_their_owners_page = {"CityName", "CountryName", "Document", "NominationStep"}
    at_the_desk = {"Intake", "IntakeGroup", "IntakeLine", "RoundEntry", "FormerAddress"}
    of_the_server = {"LoadedFile", "LoadedRow", "HistoryEntry", "PageReads", "TranslationState"}
    assert without == of_the_server | on_their_owners_page | at_the_desk


@pytest.mark.parametrize("words", ["fes", "Fès", "FEZ", "فاس"])
def test_a_city_is_found_by_any_spelling(registrar, words):
    fez = CityFactory(name_en="Fez", name_fr="Fès", name_ar="فاس")
    CityFactory(name_en="Benguerir")
    assert listed(registrar.get(CITIES, {"q": words})) == [fez]


def test_the_cities_of_a_country_are_found_by_its_name(registrar):
    fez = CityFactory(name_en="Fez")
    CityFactory(country=CountryFactory(code="TN"))
    assert listed(registrar.get(CITIES, {"q": "Maroc"})) == [fez]


def test_homonyms_are_told_apart_where_a_city_is_chosen(registrar):
    CityFactory(name_en="Tripoli", country=CountryFactory(code="LY", name_en="Libya"))
    CityFactory(name_en="Tripoli", country=CountryFactory(code="LB", name_en="Lebanon"))
    asked = {"app_label": "admissions", "model_name": "admission", "field_name": "city", "term": "tripoli"}
    offered = registrar.get("/admin/autocomplete/", asked).json()["results"]
    assert {entry["text"] for entry in offered} == {"Tripoli, Libya", "Tripoli, Lebanon"}


@pytest.mark.parametrize(
    ("gap", "missing", "present"),
    [
        ("french_name", {}, {"name_fr": "Fès"}),
        ("arabic_name", {"name_ar": ""}, {"name_ar": "فاس"}),
        ("arabic_confirmed", {"name_ar_status": "proposed"}, {"name_ar_status": "sourced"}),
        ("coordinates", {}, {"latitude": Decimal(34), "longitude": Decimal(-5), "precision": "place"}),
        ("kind", {}, {"kind": "city"}),
        ("population_year", {"population": 5}, {"population": 5, "population_year": 2020}),
        ("arabic_profile", {"profile_en": "Old."}, {"profile_en": "Old.", "profile_ar": "قديمة."}),
    ],
)
def test_cities_are_found_by_what_they_lack(registrar, gap, missing, present):
    lacking = CityFactory(**missing)
    CityFactory(**present)
    assert listed(registrar.get(CITIES, {"missing": gap})) == [lacking]


def test_a_profile_without_a_source_is_found_however_many_sources_others_have(registrar):
    unsourced = CityFactory(profile_en="Old.")
    CityFactory(profile_en="New.").profile_sources.set([SourceFactory(), SourceFactory()])
    assert listed(registrar.get(CITIES, {"missing": "profile_source"})) == [unsourced]


def test_the_list_marks_what_a_city_lacks(registrar):
    CityFactory(name_fr="Fès", name_ar="فاس", name_ar_status="proposed", kind="city")
    marks = re.findall(r'class="mark">([^<]+)', registrar.get(CITIES).content.decode())
    assert marks == ["Arabic name to confirm", "coordinates"]


def test_cities_are_listed_in_the_order_of_the_readers_language(registrar):
    later = CityFactory(name_en="Algiers", name_ar="الجزائر")
    first = CityFactory(name_en="Fez", name_ar="أغادير")
    registrar.cookies["django_language"] = "ar"
    assert listed(registrar.get(CITIES)) == [first, later]


def test_the_list_asks_the_database_as_often_for_many_cities_as_for_few(registrar):
    def number_of_queries():
        with CaptureQueriesContext(connection) as queries:
            assert registrar.get(CITIES).status_code == 200
        return len(queries)

    for _ in range(3):
        AdmissionFactory()
    few = number_of_queries()
    for _ in range(27):
        AdmissionFactory()
    assert number_of_queries() == few <= 12


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("fr", "ltr"), ("ar", "rtl")])
def test_the_back_office_speaks_three_languages(registrar, language, direction):
    registrar.cookies["django_language"] = language
    html = registrar.get(page(CityFactory())).content.decode()
    assert f'<html lang="{language}" dir="{direction}"' in html


def test_each_text_has_its_own_direction_whatever_language_the_page_is_in(registrar):
    registrar.cookies["django_language"] = "ar"
    form = registrar.get(page(CityFactory())).context["adminform"].form
    attrs = {name: form.fields[name].widget.attrs for name in ("name_en", "profile_fr", "name_ar")}
    tagged = {name: (given["lang"], given["dir"]) for name, given in attrs.items()}
    assert tagged == {"name_en": ("en", "ltr"), "profile_fr": ("fr", "ltr"), "name_ar": ("ar", "rtl")}


def test_the_permanent_address_is_given_once(registrar):
    assert "slug" in editable(registrar.get(f"{CITIES}add/"))
    assert "slug" not in editable(registrar.get(page(CityFactory())))


def test_a_registrar_adds_a_city_in_three_languages(registrar):
    CountryFactory()
    new = {"slug": "fez", "country": "MA", "name_en": "Fez", "name_fr": "Fès", "name_ar": "فاس"}
    response = registrar.post(f"{CITIES}add/", new | no_inlines("names", "awards"))
    assert response.status_code == 302
    fez = City.objects.get(slug="fez")
    assert {name.text for name in fez.names.all()} == {"Fez", "Fès", "فاس"}


def test_half_a_place_is_refused_with_a_sentence(registrar):
    CountryFactory()
    half = {"slug": "fez", "country": "MA", "name_en": "Fez", "latitude": "34.03"}
    response = registrar.post(f"{CITIES}add/", half | no_inlines("names", "awards"))
    assert sentences(response) == ["Give latitude, longitude and what they show together, or none of them."]


def test_a_translator_writes_french_and_arabic_and_nothing_else(translator):
    city = CityFactory(name_en="Fez", slug="fez", population=9)
    names = {"name_fr", "name_ar", "name_fr_status", "name_ar_status"}
    texts = {"profile_fr", "profile_ar", "photo_alt_fr", "photo_alt_ar"}
    assert editable(translator.get(page(city))) == names | texts


def test_what_a_translator_sends_for_other_fields_is_not_saved(translator):
    city = CityFactory(name_en="Fez", slug="fez", population=9)
    sent = {"name_en": "Hacked", "slug": "x", "population": "1", "name_fr": "Fès", "name_fr_status": "sourced"}
    translator.post(page(city), sent | no_inlines("names", "awards"))
    city.refresh_from_db()
    assert (city.name_en, city.slug, city.population) == ("Fez", "fez", 9)
    assert (city.name_fr, city.name_fr_status) == ("Fès", "sourced")


def test_a_translator_cannot_touch_the_spellings(translator):
    city = CityFactory(name_en="Fez")
    added = {"names-TOTAL_FORMS": "1", "names-INITIAL_FORMS": "0", "names-0-text": "Fas", "names-0-kind": "alternate"}
    translator.post(page(city), no_inlines("awards") | added)
    assert [name.text for name in city.names.all()] == ["Fez"]


def test_a_translator_adds_and_deletes_nothing(translator):
    city = CityFactory()
    assert translator.get(f"{CITIES}add/").status_code == 403
    assert translator.post(f"{CITIES}{city.pk}/delete/", {"post": "yes"}).status_code == 403


def test_adding_and_translating_together_are_no_leave_to_change(db, client):
    person = User.objects.create(username="helper", is_staff=True)
    names = ["view_city", "add_city", "translate_city"]
    person.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(person)
    assert "name_en" not in editable(client.get(page(CityFactory())))


def test_a_text_that_one_may_only_read_keeps_its_language(translator):
    html = translator.get(page(CityFactory(name_en="Fez"))).content.decode()
    assert '<bdi lang="en" dir="ltr">Fez</bdi>' in html


def test_an_editor_reads_countries_and_cannot_change_them(db):
    editor, morocco = at_work("editor"), CountryFactory()
    assert editor.get(page(morocco)).context["has_change_permission"] is False
    assert editor.post(page(morocco), {"name_en": "X"}).status_code == 403


def test_initiatives_stand_on_the_page_of_their_city_as_links(db):
    initiative = InitiativeFactory()
    add = f"/admin/cities/initiative/add/?city={initiative.city_id}"
    pages = {role: at_work(role).get(page(initiative.city)).content.decode() for role in ("editor", "registrar")}
    assert [page(initiative) in html for html in pages.values()] == [True, True]
    assert {role: add in html for role, html in pages.items()} == {"editor": True, "registrar": False}


def test_a_source_tells_how_much_rests_on_it(registrar):
    source = SourceFactory()
    for admission in (AdmissionFactory(), AdmissionFactory()):
        admission.sources.add(source)
    CityFactory().profile_sources.add(source)
    assert [row.facts for row in listed(registrar.get("/admin/cities/source/"))] == [3]
    html = registrar.get(page(source)).content.decode()
    assert f'<a href="/admin/admissions/admission/?sources__id__exact={source.pk}">Admissions: 2</a>' in html


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "a b " * 2500},
        {"q": "\0"},
        {"p": "99999"},
        {"missing": "nothing-we-know"},
        {"country": "zz\0"},
        {"cohort": "9" * 5000},
        {"population": "9" * 30},
        {"nonsense": "1"},
    ],
)
def test_strange_questions_do_not_break_the_list(registrar, asked):
    assert registrar.get(CITIES, asked, follow=True).status_code == 200


@pytest.mark.parametrize("key", ["zzz", "\0", "9" * 30, "9" * 5000])
def test_keys_that_can_be_none_do_not_break_a_form(db, key):
    editor = at_work("editor")
    add = "/admin/cities/initiative/add/"
    assert editor.get(add, {"city": key, "sources": key}).status_code == 200
    response = editor.post(add, {"city": key, "sources": key})
    assert {"city", "sources"} <= set(response.context["adminform"].form.errors)
