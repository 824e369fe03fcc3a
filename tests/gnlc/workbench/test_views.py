"""The workbench: what there is to do, and one text after the other."""

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from cities.models import City, HistoryEntry, TranslationState
from cities.texts import translated_models
from gnlc.roles import TRANSLATED
from gnlc.workbench.models import Term
from tests.back_office import at_work
from tests.factories import AdmissionFactory, CityFactory, CountryFactory, InitiativeFactory
from tests.photos import encoded, picture, sent

GRID, TEXTS = "/admin/workbench/", "/admin/workbench/texts/"


@pytest.fixture
def translator(db):
    return at_work("translator")


@pytest.fixture
def names(db):
    """Three cities with proposed Arabic names, in the order in which they are worked on."""
    for name, arabic in [("Anadia", "أناديا"), ("Arak", "أراك"), ("Brest", "بريست")]:
        CityFactory(name_en=name, name_fr=name, name_ar=arabic, name_ar_status="proposed", name_fr_status="same")
    return [state.pk for state in to_check()]


def to_check():
    return TranslationState.objects.filter(state="to_check").most_urgent_first()


def counted(response):
    """{kind: {language: {state: number}}} of what the grid shows, without what is none."""
    lines = response.context["inventory"].lines
    return {
        line.name: {(cell.language, cell.state): cell.number for cell in line.cells if cell.number} for line in lines
    }


def shown(response):
    return [(str(row.record), row.state.column, row.state.state) for row in response.context["rows"]]


def seen(client, key):
    return client.get(f"{TEXTS}{key}/").context["seen"]


def send(client, key, query="", **facts):
    return client.post(f"{TEXTS}{key}/{query}", {"seen": seen(client, key)} | facts)


def told(response):
    return [str(message) for message in response.context["messages"]]


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


def test_a_name_is_written_and_the_next_one_comes(translator, names):
    response = send(translator, names[0], "?state=to_check", deed="save", text="برست")
    assert response.url == f"{TEXTS}{names[1]}/?state=to_check"
    city = City.objects.get(name_en="Brest")
    assert (city.name_ar, city.name_ar_status) == ("برست", "checked")
    entry = HistoryEntry.objects.get_for_object(city).first()
    assert (str(entry.actor), entry.changes["name_ar"]) == ("translator", ["بريست", "برست"])


def test_after_the_last_one_comes_the_list(translator, names):
    assert send(translator, names[2], "?state=to_check", deed="confirm").url == f"{TEXTS}?state=to_check"
    assert [name for name, _column, _state in shown(translator.get(f"{TEXTS}?state=to_check"))] == ["Brest", "Arak"]


def test_one_leafs_forwards_and_backwards(translator, names):
    page = translator.get(f"{TEXTS}{names[1]}/?state=to_check").context
    assert (page["previous"].pk, page["next"].pk, page["left"]) == (names[0], names[2], 3)
    ends = [translator.get(f"{TEXTS}{key}/?state=to_check").context for key in (names[0], names[2])]
    assert (ends[0]["previous"], ends[1]["next"]) == (None, None)


def test_names_are_confirmed_by_group(translator, names):
    response = translator.post(f"{TEXTS}?state=to_check", {"text": [*names[:2], "x", 10**30]}, follow=True)
    assert told(response) == ["2 texts were confirmed."]
    assert [state.pk for state in to_check()] == names[2:]
    assert City.objects.filter(name_ar_status="checked").count() == 2


def test_what_has_warnings_is_saved_and_stays(translator, names):
    response = send(translator, names[0], "?state=to_check", deed="save", text="Brest")
    assert response.url == f"{TEXTS}{names[0]}/?state=to_check"
    assert City.objects.get(name_en="Brest").name_ar == "Brest"
    assert translator.get(response.url).context["warnings"][0] == "There is no Arabic letter in it."
    assert (
        send(translator, names[0], "?state=to_check", deed="save", text="Brest").url
        == f"{TEXTS}{names[1]}/?state=to_check"
    )


def test_the_same_in_this_language_is_said_with_one_button(translator, names):
    send(translator, names[0], deed="same")
    assert City.objects.get(name_en="Brest").name_ar_status == "same"


def test_nobody_overwrites_what_somebody_else_wrote_meanwhile(translator, names):
    before = seen(translator, names[0])
    send(translator, names[0], deed="save", text="برست")
    response = translator.post(f"{TEXTS}{names[0]}/", {"seen": before, "deed": "save", "text": "بغست"})
    assert (response.status_code, response.context["text"]) == (422, "بغست")
    assert response.context["sentence"].startswith("Somebody else changed this text")
    assert City.objects.get(name_en="Brest").name_ar == "برست"


def test_what_cannot_be_kept_is_explained_and_not_lost(translator, names):
    response = send(translator, names[0], deed="save", text="ب" * 121)
    assert (response.status_code, response.context["text"]) == (422, "ب" * 121)
    assert response.context["sentence"] == "Ensure this value has at most 120 characters (it has 121)."


@pytest.fixture
def stale(db):
    city = CityFactory(profile_en="A port.", profile_fr="Un port.", profile_ar="ميناء.", name_fr="Fès", name_ar="فاس")
    city.profile_en = "A large port."
    city.save()
    return TranslationState.objects.get(state="stale", language="fr")


def test_an_out_of_date_text_shows_what_changed_and_is_still_right(translator, stale):
    response = translator.get(f"{TEXTS}{stale.pk}/")
    assert "<ins>large </ins>" in response.content.decode()
    send(translator, stale.pk, deed="confirm")
    assert TranslationState.objects.get(pk=stale.pk).state == "done"


def test_an_editor_says_that_an_edit_changes_nothing_and_a_translator_cannot(translator, stale):
    assert send(translator, stale.pk, deed="immaterial").status_code == 403
    assert TranslationState.objects.filter(state="stale").count() == 2
    send(at_work("editor"), stale.pk, deed="immaterial")
    assert TranslationState.objects.filter(state="stale").count() == 0


def test_the_form_of_a_record_leads_to_its_translations_of_an_earlier_text(translator, stale):
    html = translator.get(f"/admin/cities/city/{stale.city_id}/change/").content.decode()
    assert f'<a href="/admin/workbench/texts/{stale.pk}/">Profile (French)</a>' in html


def test_a_text_that_is_gone_leads_back_to_the_list(translator, stale):
    City.objects.get().delete()
    for key in (stale.pk, 10**30):
        response = translator.get(f"{TEXTS}{key}/?state=open", follow=True)
        assert (response.redirect_chain[0][0], told(response)) == (
            f"{TEXTS}?state=open",
            ["This text is no longer there."],
        )


def test_terms_of_the_glossary_stand_beside_the_text_in_which_they_occur(translator):
    Term.objects.create(
        slug="city", kind="word", term_en="learning city", term_fr="ville apprenante", term_ar="مدينة", why="So."
    )
    CityFactory(profile_en="A learning city.")
    state = TranslationState.objects.get(field="profile", language="fr")
    assert translator.get(f"{TEXTS}{state.pk}/").context["terms"] == [
        {"kind": "word of the network", "source": "learning city", "target": "ville apprenante", "why": "So."}
    ]
    send(translator, state.pk, deed="save", text="Une ville.")
    sentence = "The glossary says “ville apprenante” for “learning city”."
    assert translator.get(f"{TEXTS}{state.pk}/").context["warnings"] == [sentence]


def test_english_is_left_to_those_who_keep_the_records(translator):
    AdmissionFactory(note_fr="Vu.")
    state = TranslationState.objects.get(language="en")
    assert translator.get(f"{TEXTS}{state.pk}/").status_code == 200
    assert send(translator, state.pk, deed="save", text="Seen.").status_code == 403
    assert send(at_work("registrar"), state.pk, deed="save", text="Seen.").status_code == 302


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
