"""The interface's words: nothing missing, nothing doubtful, nothing broken."""

import re
import shutil
import subprocess
from pathlib import Path

import polib
import pytest
from django.core.management import call_command

ROOT = Path(__file__).parent.parent
CATALOGUES = {language: ROOT / "locale" / language / "LC_MESSAGES" / "django.po" for language in ("ar", "fr")}
PLURAL_FORMS = {"ar": 6, "fr": 2}
PLACEHOLDERS = re.compile(r"%\(\w+\)[sd]|%[sd%]|</?\w+[^>]*>")


@pytest.fixture(params=CATALOGUES)
def language(request):
    return request.param


@pytest.fixture
def catalogue(language):
    return polib.pofile(CATALOGUES[language])


def forms(entry):
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_every_message_is_translated_and_none_is_doubtful(catalogue):
    assert [entry.msgid for entry in catalogue if not all(forms(entry))] == []
    assert [entry.msgid for entry in catalogue if entry.fuzzy] == []


def test_counted_messages_have_all_forms_of_the_language(catalogue, language):
    counted = [entry for entry in catalogue if entry.msgid_plural]
    assert [entry.msgid for entry in counted if len(forms(entry)) != PLURAL_FORMS[language]] == []


def test_placeholders_and_tags_are_kept(catalogue):
    wrong = []
    for entry in catalogue:
        allowed = sorted(PLACEHOLDERS.findall(entry.msgid_plural or entry.msgid))
        for form in forms(entry):
            found = sorted(PLACEHOLDERS.findall(form))
            # A form of one or two says the number in words.
            may_miss = (
                {"%(number)d", "%(number)s", "%(recorded)s", "%(announced)s", "%(countries)s"}
                if entry.msgid_plural
                else set()
            )
            if found != allowed and set(allowed) - set(found) - may_miss:
                wrong.append((entry.msgid, form))
            if set(found) - set(allowed):
                wrong.append((entry.msgid, form))
    assert wrong == []


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
    for name in ("cities", "admissions", "news", "gnlc", "templates", "manage.py", "locale"):
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
