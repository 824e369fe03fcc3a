"""The interface's words: nothing missing, nothing doubtful, nothing broken."""

import re
import shutil
import subprocess
from pathlib import Path

import polib
import pytest
from django.core.management import call_command

from gnlc.workbench.interface.catalogue import forms, report

ROOT = Path(__file__).parent.parent
CATALOGUES = {language: ROOT / "locale" / language / "LC_MESSAGES" / "django.po" for language in ("ar", "fr")}


@pytest.fixture(params=CATALOGUES)
def language(request):
    return request.param


@pytest.fixture
def catalogue(language):
    return polib.pofile(CATALOGUES[language])


def test_nothing_is_missing_doubtful_or_has_wrong_forms_or_placeholders(catalogue):
    assert [(entry.msgid, wrong) for entry, wrong in report(catalogue)] == []


def test_arabic_is_written_in_arabic():
    arabic = re.compile(r"[\u0600-\u06ff]")
    names_only = re.compile(r"^[\W\d_]*(GeoNames|Wikidata|UNESCO|%\(\w+\)s|[\W\d_])*$")
    catalogue = polib.pofile(CATALOGUES["ar"])
    latin = [e.msgid for e in catalogue if not names_only.match(e.msgid) and not all(map(arabic.search, forms(e)))]
    assert latin == []


def test_french_keeps_its_marks_with_their_words():
    """A no-break space, wide or narrow, stands before : ; ! ? and inside « »; an address or a time has none."""
    loose = re.compile(r"(?<![\u00a0\u202f])[;!?»]|(?<![\u00a0\u202f])(?<!^):(?!\w|//)|«(?![\u00a0\u202f])|[“”]")
    catalogue = polib.pofile(CATALOGUES["fr"])
    assert [form for entry in catalogue for form in forms(entry) if loose.search(form)] == []


def test_the_catalogues_hold_the_messages_of_the_code(tmp_path, language, monkeypatch):
    """Extract anew, beside the project, and compare: no message is missing and none is left over."""
    if not shutil.which("xgettext"):
        pytest.skip("extracting messages needs gettext: apt install gettext")
    for name in ("records", "cities", "admissions", "news", "gnlc", "templates", "manage.py", "locale"):
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    call_command("makemessages", locale=[language], no_obsolete=True, verbosity=0)
    fresh = polib.pofile(tmp_path / "locale" / language / "LC_MESSAGES" / "django.po")
    kept = polib.pofile(CATALOGUES[language])

    def messages(catalogue):
        return {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in catalogue}

    assert messages(fresh) == messages(kept)
    assert subprocess.run(["msgfmt", "--check", "-o", "/dev/null", CATALOGUES[language]], check=True).returncode == 0  # noqa: S603, S607
