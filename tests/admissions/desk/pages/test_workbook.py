"""The workbook leaves from the page of all that is asked, and comes back to it."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.admissions.desk.rounds import round_of
from tests.back_office import at_work


@pytest.fixture
def registrar(db):
    return at_work("registrar")


@pytest.fixture
def address(db):
    return f"/admin/admissions/recording/{round_of('Ifrane (Morocco)').pk}/workbook/"


def posted(client, address, data, name="back.csv"):
    answer = client.post(address, {"workbook": SimpleUploadedFile(name, data)} if data else {})
    return answer, [str(message) for message in get_messages(answer.wsgi_request)]


def test_the_file_is_named_after_the_round_and_the_language(registrar, address):
    answer = registrar.get(address)

    assert answer.headers["Content-Disposition"] == 'attachment; filename="2026-en.xlsx"'
    assert answer.content[:2] == b"PK"


def test_what_comes_back_is_told_and_noted(registrar, address):
    entry = registrar.get(address.replace("workbook", "asked")).context["entries"][0][1].entry
    data = f"Entry,Your decision\n{entry.pk}:{entry.version},new city\n99:1,new city\n".encode()
    answer, told = posted(registrar, address, data)

    assert (answer.status_code, answer.headers["Location"]) == (302, address.replace("workbook", "asked"))
    assert told == [
        "1 decision was taken from the file.", "new city: The entry 99 is not in this round any more.",
    ]  # fmt: skip
    assert [str(each) for each in LogEntry.objects.filter(change_message__contains="Ifrane")] != []


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "Choose the file that came back."),
        (b"%PDF-1.4", "This is a PDF file."),
        (b"\x89PNG\r\n", "This is an image"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(registrar, address, data, words):
    answer, told = posted(registrar, address, data)

    assert answer.status_code == 302
    assert [words in sentence for sentence in told] == [True]


def test_only_who_may_change_the_round_gets_the_file(address):
    assert at_work("translator").get(address).status_code == 403
