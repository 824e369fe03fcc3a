"""One text after the other: written, confirmed, kept the same, never lost."""

import pytest

from cities.models import City
from gnlc.workbench.models import Term
from records.models import HistoryEntry, TranslationState
from tests.back_office import at_work
from tests.factories import AdmissionFactory, CityFactory, CohortFactory, InitiativeFactory

from .texts import TEXTS, send, shown, told


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


def test_what_has_warnings_is_saved_and_stays(translator, names):
    response = send(translator, names[0], "?state=to_check", deed="save", text="(برست")
    assert response.url == f"{TEXTS}{names[0]}/?state=to_check"
    assert City.objects.get(name_en="Brest").name_ar == "(برست"
    assert translator.get(response.url).context["warnings"] == ["Not each of these has its other half: ( )"]
    assert (
        send(translator, names[0], "?state=to_check", deed="save", text="(برست").url
        == f"{TEXTS}{names[1]}/?state=to_check"
    )


def test_the_same_in_this_language_is_said_with_one_button(translator, names):
    send(translator, names[0], deed="same")
    assert City.objects.get(name_en="Brest").name_ar_status == "same"


def test_what_cannot_be_kept_is_explained_and_not_lost(translator, names):
    response = send(translator, names[0], deed="save", text="ب" * 121)
    assert (response.status_code, response.context["text"]) == (422, "ب" * 121)
    assert response.context["sentence"] == "Ensure this value has at most 120 characters (it has 121)."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("ب\nب", "It stands on one line: take the line break out."),
        ("بـ\u202e", "Remove the invisible character U+202E"),
    ],
)
def test_a_name_is_one_visible_line(translator, names, text, sentence):
    response = send(translator, names[0], deed="save", text=text)
    assert (response.status_code, response.context["sentence"].startswith(sentence)) == (422, True)
    assert send(translator, names[0], deed="save", text=" برست\r\n").status_code == 302
    assert City.objects.get(name_en="Brest").name_ar == "برست"


@pytest.mark.parametrize("deed", ["confirm", "same", "immaterial"])
def test_what_was_typed_is_not_lost_by_another_button(names, deed):
    response = send(at_work("superuser"), names[0], deed=deed, text="برست")
    assert (response.status_code, response.context["text"]) == (422, "برست")
    assert response.context["sentence"] == "What you typed is not saved: save it, or put back what was there."
    assert City.objects.get(name_en="Brest").name_ar_status == "proposed"


def test_the_same_in_this_language_may_be_typed_too(translator, names):
    assert send(translator, names[0], deed="same", text="Brest").status_code == 302
    assert City.objects.get(name_en="Brest").name_ar_status == "same"


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
    html = translator.get(f"/admin/cities/city/{stale.page_key}/change/").content.decode()
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


def test_a_cohort_is_called_as_its_page_is(translator):
    CohortFactory(title_fr="Admissions de 2020", title_ar="المدن المنضمة عام 2020")
    CityFactory(profile_en="It came with the admissions of 2020.")
    state = TranslationState.objects.get(field="profile", language="ar")
    assert [term["target"] for term in translator.get(f"{TEXTS}{state.pk}/").context["terms"]] == [
        "المدن المنضمة عام 2020"
    ]


def test_english_is_left_to_those_who_keep_the_records(translator):
    AdmissionFactory(note_fr="Vu.")
    state = TranslationState.objects.get(language="en")
    assert translator.get(f"{TEXTS}{state.pk}/").status_code == 200
    assert send(translator, state.pk, deed="save", text="Seen.").status_code == 403
    assert send(at_work("registrar"), state.pk, deed="save", text="Seen.").status_code == 302


@pytest.mark.parametrize("number", [3, 30])
def test_a_text_is_shown_with_the_same_queries_however_many_there_are(translator, number, django_assert_num_queries):
    InitiativeFactory.create_batch(number)
    address = f"{TEXTS}{TranslationState.objects.filter(language='ar').first().pk}/?state=open"
    translator.get(address)
    with django_assert_num_queries(13):
        translator.get(address)
