"""The browser keeps what is typed at the desk, and learns what was saved."""

from urllib.parse import unquote

import pytest

from tests.admissions.desk.rounds import round_of
from tests.back_office import at_work


@pytest.fixture
def registrar(db):
    return at_work("registrar")


@pytest.fixture
def recording(db):
    return round_of("Fez (Morocco)", "Santiago (Mexico)", "Atlantis (Lemuria)", "Agadir (Morocco)")


def saved(response):
    """The address that the browser is told of."""
    return unquote(response.cookies["desk_saved"].value) if "desk_saved" in response.cookies else None


def test_what_is_saved_is_told_with_its_address(registrar, recording):
    entry = recording.entries.undecided().get()
    page = f"/admin/admissions/recording/{recording.pk}/entry/{entry.pk}/"
    response = registrar.post(page, {"new": "1", "version": entry.version})
    assert saved(response) == page
    cookie = response.cookies["desk_saved"]
    assert (cookie["path"], cookie["samesite"], cookie["max-age"]) == ("/admin/", "Lax", 3600)
    sent = {"reopen": "1", "version": entry.version + 1}
    assert saved(registrar.post(page, sent, headers={"X-Desk": "entry"})) == page


@pytest.mark.parametrize("headers", [{}, {"X-Desk": "entry"}])
def test_what_was_decided_meanwhile_is_not_saved(registrar, recording, headers):
    entry = recording.entries.undecided().get()
    page = f"/admin/admissions/recording/{recording.pk}/entry/{entry.pk}/"
    response = registrar.post(page, {"leave_out": "1", "reason": "Why", "version": 99}, headers=headers)
    assert saved(response) is None


@pytest.mark.parametrize(
    ("page", "sent"),
    [
        ("line/{line}/", {"leave_out": "1", "reason": " "}), ("line/{line}/", {"name": "\u200b", "country": "MA"}),
        ("list/", {"text": "Fez (Morocco)"}), ("change/", {"announced_on": "1999-01-01"}), ("asked/", {"first": "1"}),
        ("take-back/", {"reason": ""}), ("workbook/", {}),
    ],
)  # fmt: skip
def test_what_is_refused_is_not_saved(registrar, recording, page, sent):
    line = recording.intakes.get().lines.unread().get()
    address = f"/admin/admissions/recording/{recording.pk}/{page.format(line=line.pk)}"
    assert saved(registrar.post(address, sent)) is None


def test_the_page_brings_the_sentences_and_says_whose_drafts_they_are(registrar, recording):
    content = registrar.get(recording.get_absolute_url()).content.decode()
    person = registrar.session["_auth_user_id"]
    assert f'defer data-person="{person}" data-root="/admin/"></script>' in content
    assert [f'<template id="{name}">' in content for name in ("draft-back", "draft-changed")] == [True, True]
