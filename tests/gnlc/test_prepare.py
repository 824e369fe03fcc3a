"""The commands that prepare a machine: they do what is missing, say so, and repeat nothing."""

import gettext
import socket
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

CATALOGUE = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "City"
msgstr "Ville"

msgctxt "month"
msgid "May"
msgstr "mai"

#, fuzzy
msgid "Country"
msgstr "Paysage"
"""


def said_by(command, **options):
    out = StringIO()
    call_command(command, stdout=out, **options)
    return out.getvalue()


def test_translations_are_compiled_once_and_without_the_doubtful_ones(db, tmp_path, settings):
    folder = tmp_path / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(CATALOGUE, encoding="utf-8")
    settings.LOCALE_PATHS = [tmp_path]

    first, second = said_by("compile_locale"), said_by("compile_locale")

    assert first == "fr: django.po compiled, 2 texts\n"
    assert second == "Nothing to compile: the translations are the ones compiled before.\n"
    assert sorted(path.name for path in folder.iterdir()) == ["django.mo", "django.po"]
    french = gettext.translation("django", tmp_path, ["fr"])
    assert [french.gettext("City"), french.pgettext("month", "May"), french.gettext("Country")] == [
        "Ville",
        "mai",
        "Country",
    ]


def test_the_first_account_is_made_once(db):
    first, second = said_by("create_first_account"), said_by("create_first_account")

    password = first.partition("Password: ")[2].split()[0]
    administrator = get_user_model().objects.get()
    assert (administrator.username, administrator.check_password(password)) == ("admin", True)
    assert second == ""


def test_production_gets_no_first_account(db, settings):
    settings.LOCAL = False

    with pytest.raises(CommandError):
        call_command("create_first_account")

    assert list(get_user_model().objects.all()) == []


def test_preparing_collects_static_files_only_when_they_changed(db, monkeypatch, settings, tmp_path):
    settings.VAR_DIR = tmp_path / "var"
    settings.STATIC_ROOT, settings.STATICFILES_DIRS = tmp_path / "collected", [tmp_path / "sources"]
    settings.STATIC_ROOT.mkdir()
    settings.STATICFILES_DIRS[0].mkdir()
    called = []
    monkeypatch.setattr("gnlc.management.commands.prepare.call_command", lambda name, **options: called.append(name))

    def collected_again():
        called.clear()
        said_by("prepare", port=0)
        return "collectstatic" in called

    assert [collected_again(), collected_again()] == [True, False]
    (settings.STATICFILES_DIRS[0] / "new.css").write_text("body {}")
    assert [collected_again(), collected_again()] == [True, False]


def test_preparing_refuses_a_port_that_is_taken():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(CommandError) as refusal:
            call_command("prepare", port=port)

    assert str(refusal.value) == (
        f"Port {port} cannot be used (Address already in use). Choose another one, for example PORT={port + 1}."
    )
