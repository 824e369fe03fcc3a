"""Files that are brought to the desk and hold no list: a sentence, and nothing is written."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from admissions.models import Intake, IntakeLine, Recording
from cities.models import Source
from tests.admissions.desk.rounds import meaning
from tests.back_office import at_work
from tests.factories import RecordingFactory


@pytest.fixture
def registrar(db):
    return at_work("registrar")


@pytest.fixture
def recording(db):
    return RecordingFactory()


def upload(client, recording, name, data, language="en"):
    """Add a list from a file."""
    file = SimpleUploadedFile(name, data)
    filled = {"language": language, "text": "", "file": file, "publisher": "UNESCO", "kind": "network"}
    return client.post(f"/admin/admissions/recording/{recording.pk}/list/", filled)


def workbook(*rows):
    book, data = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(data)
    return data.getvalue()


def zip_bomb():
    """A spreadsheet of a few hundred kilobytes that unpacks to three hundred megabytes."""
    bomb = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(workbook(["Fez", "Morocco"])))
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            padding = b" " * 300_000_000 if name.endswith("sheet1.xml") else b""
            target.writestr(name, source.read(name) + padding)
    return bomb.getvalue()


PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("list.csv", lambda: PNG, "This is an image, an archive or another file that holds no text"),
        ("list.txt", lambda: b"Fez (Morocco)\n" * 4_000_000, "The file has more than 5 MB."),
        ("list.txt", lambda: b"Fez\0 (Morocco)", "NUL characters"),
        ("list.txt", lambda: b"Fez (Morocco)\n" * 100_000, "This has 100000 lines; a list may have at most 2000."),
        ("list.xlsx", zip_bomb, "unpacks"),
        ("list.xlsx", lambda: b"PK\x03\x04 no archive at all", "damaged"),
        ("list.pdf", lambda: b"%PDF-1.7 and so on", "This is a PDF file."),
        ("list.csv", lambda: b"", "The submitted file is empty."),
    ],
    ids=["PNG named CSV", "55 MB", "NUL", "100,000 rows", "zip bomb", "broken workbook", "PDF", "empty"],
)
def test_a_file_that_holds_no_list_is_refused_with_a_sentence(registrar, recording, name, data, sentence):
    response = upload(registrar, recording, name, data())

    assert response.status_code == 422
    assert sentence in response.context["form"].errors["file"][0]
    assert (Intake.objects.count(), IntakeLine.objects.count(), Source.objects.count()) == (0, 0, 0)


def test_a_file_is_kept_byte_by_byte_and_given_back(registrar, recording):
    page = b"<html><body><ul><li>Fez (Morocco)<li>Agadir (Morocco)</ul></body></html>"
    upload(registrar, recording, "release.html", page)
    intake = recording.intakes.get()
    answer = registrar.get(f"/admin/admissions/recording/{recording.pk}/list/{intake.pk}/file/")
    assert (b"".join(answer.streaming_content), answer.headers["Content-Type"]) == (page, "application/octet-stream")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="release.html"'


def test_a_list_whose_names_are_in_another_script_than_its_language_is_asked_about(registrar, recording):
    response = upload(registrar, recording, "list.txt", "فاس (المغرب)".encode())
    assert response.context["form"].errors["language"] == ["The names of this list are not written in this language."]


def test_a_list_of_more_cities_than_any_round_has_is_refused(registrar, recording):
    response = upload(registrar, recording, "list.txt", b"\n".join(b"Town %d (Morocco)" % n for n in range(301)))
    assert response.context["form"].errors["file"] == ["This lists 301 cities; a round has at most 300."]


def test_a_file_in_the_encoding_of_arabic_windows_is_read(registrar, recording):
    upload(registrar, recording, "list.txt", "فاس (المغرب)\nأغادير (المغرب)".encode("windows-1256"), "ar")
    assert list(IntakeLine.objects.values_list("name", "country")) == [("فاس", "MA"), ("أغادير", "MA")]


def test_a_spreadsheet_is_read_row_by_row_and_its_formulas_are_text(registrar, recording):
    rows = [["City", "Country"], ["Fez", "Morocco"], ['=HYPERLINK("x")', "Morocco"], ["Agadir", "Morocco"]]
    upload(registrar, recording, "list.xlsx", workbook(*rows))
    assert recording.intakes.get().file_name == "list.xlsx"
    names = {name for name, _decision, _place in meaning(Recording.objects.get())}
    assert {"Fez", "Agadir"} <= names
    assert not any(name.startswith("=") for name in names)


def test_a_city_that_is_listed_twice_waits_for_a_person_once(registrar, recording):
    upload(registrar, recording, "list.txt", b"Fez (Morocco)\nAgadir (Morocco)\nFez (Morocco)\n")
    assert meaning(recording) == [("Fez", "new", 2548885), ("Agadir", "new", 2561668), ("Fez", "open", None)]


def test_the_desk_tells_what_was_left_out_of_a_spreadsheet_and_keeps_it_beside_the_list(registrar, recording):
    book, data = Workbook(), io.BytesIO()
    for row in (["Fez", "Morocco"], ["Nowhereville", "Morocco"], ["Agadir", "Morocco"]):
        book.active.append(row)
    book.active.row_dimensions[2].hidden = True
    book.save(data)

    response = upload(registrar, recording, "list.xlsx", data.getvalue())
    sentences = [str(message) for message in response.wsgi_request._messages]
    assert sentences[0] == "1 hidden row stands beside the list."

    intake = Intake.objects.get()
    assert intake.remarks == {"hidden_rows": 1}
    assert [group.words for group in intake.beside.all()] == ["Hidden rows"]
    assert {line.name: line.group for line in intake.lines.all()} == {
        "Fez": "", "Nowhereville": "Hidden rows", "Agadir": "",
    }  # fmt: skip
    page = registrar.get(f"/admin/admissions/recording/{recording.pk}/list/{intake.pk}/").content.decode()
    assert "1 hidden row stands beside the list." in page


def test_the_desk_tells_why_a_line_could_not_be_read(registrar, recording):
    upload(registrar, recording, "list.csv", b"City,Country\nFez,Morocco\n#N/A,Morocco\nAgadir,Lemuria")

    page = registrar.get(recording.get_absolute_url()).content.decode()
    assert "A cell holds #N/A, by which a spreadsheet says that it found no value." in page
    assert "No country is known under the name “Lemuria”." in page
