"""The workbench: what there is to do."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from admissions.models import Agreement, Cohort
from cities.models import City
from gnlc.roles import TRANSLATED
from news.models import Conference
from records.models import TranslationState
from records.translation.states import translated_models
from tests.back_office import at_work
from tests.factories import (
    AdmissionFactory,
    CityFactory,
    CohortFactory,
    CorrectionFactory,
    CountryFactory,
    InitiativeFactory,
    NewsItemFactory,
)
from tests.photos import encoded, picture, sent

from .texts import TEXTS, boxes, to_check, told

GRID = "/admin/workbench/"


def counted(response):
    """{kind: {language: {state: number}}} of what the grid shows, without what is none."""
    lines = response.context["inventory"].lines
    return {
        line.name: {(cell.language, cell.state): cell.number for cell in line.cells if cell.number} for line in lines
    }


def test_the_grid_counts_texts_by_kind_language_and_state(translator):
    InitiativeFactory(name_fr="Lecture", city=CityFactory(name_fr="Fès", name_ar="فاس", name_ar_status="proposed"))
    assert counted(translator.get(GRID)) == {
        "Institutions and initiatives": {("fr", "missing"): 1, ("fr", "done"): 1, ("ar", "missing"): 2},
        "Cities": {("fr", "done"): 1, ("ar", "to_check"): 1},
        "Countries": {("fr", "done"): 1, ("ar", "done"): 1},
    }  # fmt: skip


def test_each_number_of_the_grid_leads_to_its_texts(translator):
    initiative = InitiativeFactory(city=CityFactory(country=CountryFactory(code="TN")))
    AdmissionFactory(city=initiative.city)
    for query in ("", "country=TN", "cohort=2020"):
        for line in translator.get(f"{GRID}?{query}").context["inventory"].lines:
            for cell in line.cells:
                if cell.query:
                    listed = translator.get(f"{TEXTS}?{cell.query}&{query}")
                    assert listed.context["page"].paginator.count == cell.number


def test_a_country_has_the_texts_of_what_names_it_too(translator):
    texts = {"title": "One", "parties": "Two", "summary": "Three"}
    days = {"held_from": date(2013, 10, 21), "held_to": date(2013, 10, 23)}
    for code, number in (("TN", 1), ("MA", 2)):
        country = CityFactory(country=CountryFactory(code=code)).country
        Agreement.objects.create(slug=code.lower(), country=country, **texts)
        Conference.objects.create(number=number, slug=f"ic{number}", country=country, city_name="A place", **days)
    both, of_tunisia = counted(translator.get(GRID)), counted(translator.get(f"{GRID}?country=TN"))
    assert set(of_tunisia) == {"Agreements", "Cities", "Countries", "International conferences"}
    assert {kind: {state: 2 * number for state, number in row.items()} for kind, row in of_tunisia.items()} == both


def test_texts_are_narrowed_down_by_country_by_cohort_and_by_their_last_change(translator):
    AdmissionFactory(city__country=CountryFactory(code="TN"), cohort__title_fr="Admissions de 2020")
    CityFactory()
    of_tunisia = {
        "Cities": {("fr", "missing"): 1, ("ar", "missing"): 1},
        "Countries": {("fr", "done"): 1, ("ar", "done"): 1},
    }
    assert counted(translator.get(f"{GRID}?country=TN")) == of_tunisia
    assert counted(translator.get(f"{GRID}?cohort=2020")) == {
        "Cities": {("fr", "missing"): 1, ("ar", "missing"): 1}, "Cohorts": {("fr", "done"): 1, ("ar", "missing"): 1},
    }  # fmt: skip
    NewsItemFactory(cohort=Cohort.objects.get(), summary_fr="Un titre.")
    NewsItemFactory(cohort=CohortFactory(year=2024))
    CorrectionFactory(cohort=Cohort.objects.get(year=2020))
    of_2020 = counted(translator.get(f"{GRID}?cohort=2020"))
    assert of_2020["News items"] == {("fr", "done"): 1, ("ar", "missing"): 1}
    assert of_2020["Corrections"] == {("fr", "missing"): 1, ("ar", "missing"): 1}
    TranslationState.objects.update(changed_at=timezone.now().replace(year=2020))
    assert counted(translator.get(f"{GRID}?since=2021-01-01")) == {}


def test_what_is_read_most_comes_first_then_what_changed_last(translator, names):
    TranslationState.objects.filter(pk=names[2]).update(reads=9)
    rows = translator.get(f"{TEXTS}?state=to_check").context["rows"]
    assert [row.pk for row in rows] == [names[2], names[0], names[1]]


def test_a_filter_that_makes_no_sense_is_explained(translator, names):
    response = translator.get(f"{TEXTS}?state=fine&country=XX&since=soon&key={'9' * 99}")
    assert response.status_code == 200
    assert set(response.context["selection"].errors) == {"state", "country", "since", "key"}


def test_a_selection_stays_what_it_is_in_every_address(translator, names):
    page = translator.get(f"{TEXTS}?state=to_check&key=a%26state=done+%22x")
    assert page.context["query"] == "state=to_check&key=a%26state%3Ddone+%22x"


@pytest.mark.parametrize("number", [3, 30])
def test_grid_and_list_run_the_same_queries_however_many_texts_there_are(
    translator, number, django_assert_num_queries
):
    InitiativeFactory.create_batch(number)
    translator.get(GRID)
    with django_assert_num_queries(8):
        translator.get(GRID)
    with django_assert_num_queries(10):
        translator.get(f"{TEXTS}?kind=cities.initiative")


def test_the_same_number_stands_on_the_front_page_and_on_the_grid(translator, names):
    numbers = [(each.language, each.percent) for each in translator.get(GRID).context["completeness"]]
    assert numbers == [("en", 100), ("fr", 100), ("ar", 25)]
    front = translator.get("/admin/")
    assert [(each.language, each.percent) for each in front.context["completeness"]] == numbers
    narrowed = translator.get(f"{GRID}?country=XX")
    assert [(each.language, each.percent) for each in narrowed.context["completeness"]] == numbers


def test_names_are_confirmed_by_group(translator, names):
    chosen = boxes(translator.get(f"{TEXTS}?state=to_check"))[:2]
    response = translator.post(f"{TEXTS}?state=to_check", {"text": [*chosen, "x", 10**30]}, follow=True)
    assert told(response) == ["2 texts were confirmed."]
    assert [state.pk for state in to_check()] == names[2:]
    assert City.objects.filter(name_ar_status="checked").count() == 2


def test_a_name_that_somebody_changed_meanwhile_is_not_confirmed_unseen(translator, names):
    chosen = boxes(translator.get(f"{TEXTS}?state=to_check"))
    City.objects.filter(name_en="Brest").update(name_ar="بغست")
    response = translator.post(TEXTS, {"text": chosen}, follow=True)
    assert told(response) == ["2 texts were confirmed.", "1 text was changed meanwhile: look at it once more."]
    assert [state.pk for state in to_check()] == names[:1]


def test_the_workbench_is_for_those_who_may_write_texts(client, db):
    person = at_work("registrar")
    assert person.get(GRID).status_code == 200
    User.objects.get().groups.clear()
    assert person.get(GRID).status_code == 403
    assert client.get(GRID).status_code == 302


def test_translators_work_on_all_texts_that_are_accounted_for():
    assert set(translated_models()) == set(TRANSLATED)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_pages_open_in_each_language(translator, stale, language):
    translator.cookies["django_language"] = language
    for path in (GRID, TEXTS, f"{TEXTS}{stale.pk}/", "/admin/workbench/term/"):
        assert translator.get(path).status_code == 200


def test_who_translates_what_a_photo_shows_sees_it(translator):
    said = {"photo_credit": "Amina", "photo_licence": "CC0", "photo_alt_en": "A square"}
    city = CityFactory(photo=sent(encoded(picture())), **said)
    [text] = city.translations.filter(field="photo_alt", language="ar")
    [name] = city.translations.filter(field="name", language="ar")
    pages = [translator.get(f"{TEXTS}{each.pk}/").content.decode() for each in (text, name)]
    assert [f'src="{city.photo.small_url}"' in page for page in pages] == [True, False]
