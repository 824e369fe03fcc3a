"""Whether the contents of a document are what its name says: they are opened, not only looked at."""

import zipfile

from PIL import Image

MOST_PIXELS = 100_000_000  # a page of A3 scanned at 600 dots an inch has 70 million
LARGEST_UNPACKED = 300_000_000  # bytes
END_OF_PDF = 1024  # the last bytes, in which readers of PDF look for the end
# The part without which an office document is none, and what the first part of an ODT says.
MAIN_PARTS = {".docx": "word/document.xml", ".xlsx": "xl/workbook.xml", ".odt": "content.xml"}
ODT = b"application/vnd.oasis.opendocument.text"
PICTURES = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG"}
SUFFIXES = {".pdf", *MAIN_PARTS, *PICTURES}


def is_genuine(file, suffix):
    """Whether a file can be opened as the kind that its suffix names; whole, as far as that can be seen cheaply."""
    file.seek(0)
    try:
        if suffix in PICTURES:
            return _is_picture(file, PICTURES[suffix])
        return _is_pdf(file) if suffix == ".pdf" else _is_office_document(file, suffix)
    except Exception:  # decoders raise whatever a damaged file makes them stumble over
        return False
    finally:
        file.seek(0)


def _is_picture(file, kind):
    with Image.open(file, formats=[kind]) as image:
        if image.width * image.height > MOST_PIXELS:
            return False
        image.load()  # a check of the header alone would let a picture pass that ends after it
        return True


def _is_pdf(file):
    begins = file.read(5) == b"%PDF-"
    file.seek(max(0, file.size - END_OF_PDF))
    return begins and b"%%EOF" in file.read(END_OF_PDF)


def _is_office_document(file, suffix):
    with zipfile.ZipFile(file) as parts:
        names = set(parts.namelist())
        unpacked = sum(part.file_size for part in parts.infolist())
        kind = parts.read("mimetype") == ODT if suffix == ".odt" else "[Content_Types].xml" in names
        whole = unpacked <= LARGEST_UNPACKED and MAIN_PARTS[suffix] in names
        return whole and kind and parts.testzip() is None
