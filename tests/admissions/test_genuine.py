"""Documents are what their names say, and nobody but the server's own account reads them."""

import stat
import zipfile
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook
from PIL import Image

from admissions.models import Document
from admissions.models.document import check_file
from admissions.storage import PrivateStorage


def picture(kind):
    content = BytesIO()
    Image.effect_noise((60, 60), 90).convert("RGB").save(content, kind)
    return content.getvalue()


def package(**parts):
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return content.getvalue()


def workbook():
    content = BytesIO()
    Workbook().save(content)
    return content.getvalue()


def named_after_the_file(value):
    """A package holds the second in which it was made: as a name it would differ between two processes."""
    return value if isinstance(value, str) else ""


PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n"
DOCX = package(**{"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>"})
ODT = package(**{"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<content/>"})


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", PDF),
        ("a.jpg", picture("JPEG")),
        ("a.JPEG", picture("JPEG")),
        ("a.png", picture("PNG")),
        ("a.docx", DOCX),
        ("a.odt", ODT),
        ("a.xlsx", workbook()),
    ],
    ids=named_after_the_file,
)
def test_a_whole_file_of_its_kind_is_taken(name, content):
    assert check_file(SimpleUploadedFile(name, content)) is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("three-bytes.jpg", b"\xff\xd8\xff"),
        ("half.jpg", picture("JPEG")[:600]),
        ("half.png", picture("PNG")[:600]),
        ("signature.png", b"\x89PNG\r\n\x1a\n"),
        ("png.jpg", picture("PNG")),
        ("empty.pdf", b""),
        ("beginning.pdf", b"%PDF-1.7\n"),
        ("cut-off.pdf", PDF[:-8] + b" " * 2000),
        ("no-beginning.pdf", b"<html>%%EOF"),
        ("zip.docx", package(**{"a.txt": "a"})),
        ("workbook.docx", workbook()),
        ("text.xlsx", DOCX),
        ("half.docx", DOCX[:40]),
        ("zip.odt", DOCX),
        ("beginning.xlsx", b"PK\x03\x04"),
        ("damaged.docx", DOCX.replace(b"<document/>", b"<document!>")),
    ],
    ids=named_after_the_file,
)
def test_a_file_that_only_begins_like_its_kind_is_refused(name, content):
    with pytest.raises(ValidationError) as refused:
        check_file(SimpleUploadedFile(name, content))
    assert refused.value.messages == ["This file is not what its name says."]


def test_a_document_is_kept_for_the_server_alone(tmp_path):
    folder = tmp_path / "documents"
    name = PrivateStorage(location=folder).save("a.pdf", ContentFile(PDF))
    assert [stat.S_IMODE(path.stat().st_mode) for path in (folder, folder / name)] == [0o700, 0o600]
    assert isinstance(Document._meta.get_field("file").storage, PrivateStorage)


def test_what_was_open_to_others_is_closed(tmp_path):
    (tmp_path / "earlier.pdf").write_bytes(PDF)
    (tmp_path / "earlier.pdf").chmod(0o644)
    tmp_path.chmod(0o755)
    PrivateStorage(location=tmp_path).close_to_others()
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (tmp_path, tmp_path / "earlier.pdf")]
    assert modes == [0o700, 0o600]
