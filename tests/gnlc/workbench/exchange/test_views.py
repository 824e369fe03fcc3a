"""Texts leave as files and come back."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cities.models import City
from gnlc.workbench.exchange.po import read_po
from gnlc.workbench.exchange.xliff import read_xliff
from records.history.attribution import reason_in_words
from records.models import HistoryEntry, TranslationState
from tests.back_office import at_work
from tests.factories import CityFactory, CohortFactory

DOWNLOAD, UPLOAD = "/admin/workbench/download/", "/admin/workbench/upload/"
FORMATS = {"po": read_po, "xliff12": read_xliff, "xliff20": read_xliff}


@pytest.fixture
def translator(db):
    return at_work("translator")


@pytest.fixture
def city(db):
    return CityFactory(slug="fez", name_en="Fez", name_ar="فس", name_ar_status="proposed", profile_en="An old city.")


def downloaded(client, name="po", query="kind=cities.city"):
    return client.get(f"{DOWNLOAD}?{query}&source=en&into=ar&format={name}").content


def uploaded(client, data, name="sent.po"):
    return client.post(UPLOAD, {"file": SimpleUploadedFile(name, data)})


def outcomes(response):
    """{outcome: places} of what the page says before anything is written."""
    return {
        outcome.value: [each.unit.place.split(".")[-1] for each in group]
        for outcome, group in response.context["groups"]
    }


def take_over(client, response, **facts):
    sent = {name: response.context[name] for name in ("token", "signature")}
    return client.post(UPLOAD, sent | facts, follow=True)


def translated(data, source, target, *, is_sure=True):
    """The file after somebody wrote a translation in it."""
    text = data.decode()
    text = re.sub(rf'(?:#, fuzzy\n)?(msgctxt "[^"]+"\nmsgid "{source}"\nmsgstr ")[^"]*"', rf'\g<1>{target}"', text)
    return text.encode()


@pytest.mark.parametrize("name", FORMATS)
def test_a_selection_is_downloaded_in_each_format_and_changes_nothing_when_it_comes_back(translator, city, name):
    data = downloaded(translator, name)
    file = FORMATS[name](data)
    assert (file.source_language, file.language) == ("en", "ar")
    assert {(unit.place, unit.source, unit.target, unit.is_doubtful) for unit in file.units} == {
        (f"cities.city.{city.pk}.name", "Fez", "فس", True),
        (f"cities.city.{city.pk}.profile", "An old city.", "", False),
    }  # fmt: skip
    response = uploaded(translator, data)
    assert {key: sorted(places) for key, places in outcomes(response).items()} == {"same": ["name", "profile"]}
    assert response.context["has_work"] is False


def test_what_a_file_changes_is_shown_first_and_then_written_with_its_translator(translator, city):
    data = translated(translated(downloaded(translator), "Fez", "فاس"), "An old city.", "مدينة قديمة.")
    response = uploaded(translator, data, "october.po")
    assert outcomes(response) == {"changed": ["name"], "new": ["profile"]}
    assert City.objects.get().name_ar == "فس"

    done = take_over(translator, response)
    assert [str(message) for message in done.context["messages"]] == ["2 texts were taken over."]
    city.refresh_from_db()
    assert (city.name_ar, city.name_ar_status, city.profile_ar) == ("فاس", "checked", "مدينة قديمة.")
    entry = HistoryEntry.objects.get_for_object(city).first()
    assert (str(entry.actor), reason_in_words(entry)) == ("translator", "From the file october.po")


def test_a_text_that_is_no_longer_fuzzy_is_confirmed(translator, city):
    response = uploaded(translator, translated(downloaded(translator), "Fez", "فس"))
    assert outcomes(response) == {"confirmed": ["name"], "same": ["profile"]}
    take_over(translator, response)
    assert City.objects.get().name_ar_status == "checked"


def test_what_the_source_said_before_is_written_and_marked_as_out_of_date(translator, city):
    data = translated(downloaded(translator), "An old city.", "مدينة قديمة.")
    city.profile_en = "A very old city."
    city.save()
    response = uploaded(translator, data)
    assert outcomes(response) == {"outdated": ["profile"], "same": ["name"]}
    take_over(translator, response)
    state = TranslationState.objects.get(field="profile", language="ar")
    assert (state.state, state.source_seen) == ("stale", "An old city.")


def test_what_was_changed_here_meanwhile_is_overwritten_only_if_somebody_says_so(translator, city):
    data = translated(downloaded(translator), "Fez", "فاس")
    city.name_ar = "فاس البالي"
    city.save()
    response = uploaded(translator, data)
    assert outcomes(response) == {"changed_here": ["name"], "same": ["profile"]}
    take_over(translator, response)
    assert City.objects.get().name_ar == "فاس البالي"
    take_over(translator, uploaded(translator, data), overwrite=[f"cities.city.{city.pk}.name"])
    assert City.objects.get().name_ar == "فاس"


def test_nothing_is_left_out_silently(translator, city):
    data = translated(downloaded(translator), "Fez", "ف" * 121)
    for place in ("cities.city.999.name", "auth.user.1.password", "", "cities.city"):
        data += f'\nmsgctxt "{place}"\nmsgid "Fez"\nmsgstr "x"\n'.encode()
    changes = dict(uploaded(translator, data).context["groups"])["refused"]
    assert [str(change.reason) for change in changes] == [
        "Ensure this value has at most 120 characters (it has 121).",
        *["The registry has no such text, or has it no longer."] * 4,
    ]


def test_an_empty_text_in_a_file_takes_nothing_away(translator, city):
    response = uploaded(translator, translated(downloaded(translator), "Fez", ""))
    assert outcomes(response) == {"empty": ["name"], "same": ["profile"]}


def test_it_is_all_or_nothing(translator, city, monkeypatch):
    data = translated(translated(downloaded(translator), "Fez", "فاس"), "An old city.", "مدينة قديمة.")
    response = uploaded(translator, data)
    City.objects.all().update(profile_ar="كتبها آخر")
    again = take_over(translator, response)
    assert (again.status_code, again.context["sentence"]) == (
        422,
        "The registry changed meanwhile: look at it once more.",
    )
    assert City.objects.get().name_ar == "فس"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"PK\3\4 a spreadsheet", "This is no PO file"),
        (b"<html/>", "This is no XLIFF file of version 1.2 or 2.0."),
        (b'msgid ""\nmsgstr ""\n"Language: de\\n"\n', "The file does not say into which language"),
    ],
)
def test_what_cannot_be_read_is_explained(translator, data, sentence):
    response = uploaded(translator, data)
    assert (response.status_code, sentence in response.context["sentence"]) == (422, True)


def test_xliff_in_utf_16_is_known_as_such(translator, city):
    data = downloaded(translator, "xliff12").decode().replace("utf-8", "utf-16", 1).encode("utf-16")
    assert outcomes(uploaded(translator, data))["same"]


def test_a_file_that_changes_too_much_for_one_act_is_to_be_parted(translator, city, monkeypatch):
    monkeypatch.setattr("gnlc.workbench.exchange.views.MOST_AT_ONCE", 1)
    data = translated(translated(downloaded(translator), "Fez", "فاس"), "An old city.", "مدينة قديمة.")
    response = uploaded(translator, data)
    sentence = "This file changes 2 texts; at most 1 can be taken over at once: part it."
    assert (response.status_code, response.context["sentence"]) == (422, sentence)


def test_a_forged_or_old_page_is_refused(translator):
    response = translator.post(UPLOAD, {"token": "forged"})
    assert (response.status_code, response.context["sentence"]) == (
        422,
        "This page is too old: choose the file once more.",
    )


def test_without_a_file_the_form_says_so(translator):
    assert translator.post(UPLOAD).context["form"].errors == {"file": ["This field is required."]}
    assert (
        translator.get(f"{DOWNLOAD}?source=en&into=xx", follow=True).redirect_chain[0][0] == "/admin/workbench/texts/"
    )


def test_texts_that_somebody_may_not_write_are_told(translator):
    CohortFactory()
    data = translated(downloaded(translator, query="kind=admissions.cohort"), "Admissions of 2020", "دفعة 2020")
    changes = dict(uploaded(at_work("editor"), data).context["groups"])["refused"]
    assert [str(change.reason) for change in changes] == ["You may not write this text."]
