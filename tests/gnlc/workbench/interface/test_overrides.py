"""The words of the interface: what is wrong with them, and how a translator changes them without git."""

import gettext
from io import StringIO

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.utils.translation import gettext as gettext_now
from django.utils.translation import override, trans_real

from gnlc.workbench.interface import compiled as compiled_words
from gnlc.workbench.interface.catalogue import catalogue, report
from gnlc.workbench.models import MessageOverride
from records.models import HistoryEntry
from tests.back_office import at_work

INTERFACE = "/admin/workbench/interface/"
HEAD = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Language: %s\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"
"""
RIGHT = """
msgid "City"
msgstr "Ville"

msgctxt "month"
msgid "May"
msgstr "mai"

msgid "%(number)d city of <b>%(name)s</b>"
msgid_plural "%(number)d cities of <b>%(name)s</b>"
msgstr[0] "une ville de <b>%(name)s</b>"
msgstr[1] "%(number)d villes de <b>%(name)s</b>"
"""


@pytest.fixture
def locale(tmp_path, settings):
    """Writes a catalogue in French, beside an empty one in Arabic, as the only ones of the registry."""

    def write(text):
        for language, messages in [("fr", text), ("ar", "")]:
            folder = tmp_path / language / "LC_MESSAGES"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "django.po").write_text(HEAD % language + messages, encoding="utf-8")
        return tmp_path

    settings.LOCALE_PATHS = [tmp_path]
    write(RIGHT)
    return write


@pytest.fixture
def translator(db, locale):
    return at_work("translator")


def uploaded(client, data):
    return client.post(INTERFACE, {"file": SimpleUploadedFile("django.po", data)})


def outcomes(response):
    return {outcome.value: [each.entry.msgid for each in group] for outcome, group in response.context["groups"]}


def take_over(client, response):
    return client.post(INTERFACE, {name: response.context[name] for name in ("token", "signature")}, follow=True)


def edited(client, *changes):
    """The downloaded catalogue after somebody worked on it."""
    text = client.get(f"{INTERFACE}fr/").content.decode()
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    return text.encode()


def compiled(folder):
    call_command("compile_locale", stdout=StringIO())
    return gettext.translation("django", folder, ["fr"])


@pytest.mark.parametrize(
    ("before", "after", "wrong"),
    [
        ('"Ville"', '""', "not translated"),
        ('msgid "City"', '#, fuzzy\nmsgid "City"', "doubtful"),
        ('msgstr[1] "%(number)d villes de <b>%(name)s</b>"\n', "", "wrong number of forms"),
        ("une ville de <b>%(name)s</b>", "une ville de <b>%(nom)s</b>", "wrong placeholders"),
        ("%(number)d villes de <b>%(name)s</b>", "%(number)d villes", "wrong placeholders"),
        ("%(number)d villes de <b>", "%(number)d %(number)d villes de <b>", "wrong placeholders"),
    ],
)
def test_the_command_names_what_is_wrong_and_fails(locale, before, after, wrong):
    assert before in RIGHT
    locale(RIGHT.replace(before, after))
    out = StringIO()
    with pytest.raises(CommandError, match="1 message is not right."):
        call_command("check_locale", stdout=out)
    assert [line.rpartition(": ")[2] for line in out.getvalue().splitlines() if "fr: '" in line] == [wrong]


def test_the_command_is_content_with_what_is_right(locale):
    out = StringIO()
    call_command("check_locale", stdout=out)
    assert out.getvalue().splitlines() == ["fr: 3 messages", "ar: 0 messages", "All messages are right."]
    assert report(catalogue("fr")) == []


def test_what_a_translator_changed_is_kept_survives_a_deployment_and_is_handed_back(translator, locale):
    response = uploaded(translator, edited(translator, ('"Ville"', '"Cité"'), ("une ville de", "1 ville de")))
    assert outcomes(response) == {
        "changed": ["City", "%(number)d city of <b>%(name)s</b>"], "same": ["May"],
    }  # fmt: skip
    done = take_over(translator, response)
    assert [str(message) for message in done.context["messages"]] == ["2 texts were taken over."]
    entry = HistoryEntry.objects.filter(object_repr="fr: City").get()
    assert (str(entry.actor), entry.changes["forms"][1]) == ("translator", ["Cité"])

    folder = locale(RIGHT)  # a deployment brings the catalogue of the code again
    words = compiled(folder)
    assert words.gettext("City") == "Cité"
    assert words.ngettext("%(number)d city of <b>%(name)s</b>", "", 1) == "1 ville de <b>%(name)s</b>"
    handed_back = polib.pofile(translator.get(f"{INTERFACE}fr/").content.decode())
    assert handed_back.find("City").msgstr == "Cité"
    assert polib.pofile(str(folder / "fr/LC_MESSAGES/django.po")).find("City").msgstr == "Ville"


def test_what_a_translator_changed_is_used_by_a_running_server_and_so_is_its_end(translator, locale, monkeypatch):
    for module, name in [(trans_real, "_translations"), (gettext, "_translations"), (compiled_words, "_read")]:
        monkeypatch.setattr(module, name, {})
    compiled_words.compile_outdated()

    def word():
        with override("fr"):
            return gettext_now("City")

    assert (word(), compiled_words.read_anew()) == ("Ville", [])
    for before, after in [("Ville", "Cité"), ("Cité", "Ville")]:
        take_over(translator, uploaded(translator, edited(translator, (f'"{before}"', f'"{after}"'))))
        assert (word(), compiled_words.read_anew(), word()) == (before, ["fr"], after)
    assert not MessageOverride.objects.exists()


def test_where_the_server_may_not_write_files_the_change_waits(translator, monkeypatch):
    def fail():
        raise PermissionError("read only")

    monkeypatch.setattr("gnlc.workbench.interface.views.compile_outdated", fail)
    done = take_over(translator, uploaded(translator, edited(translator, ('"Ville"', '"Cité"'))))
    told = [str(message) for message in done.context["messages"]]
    assert told == ["It is used from the next time the registry is prepared.", "1 text was taken over."]


def test_what_the_catalogue_says_itself_by_now_is_let_go(translator, locale):
    take_over(translator, uploaded(translator, edited(translator, ('"Ville"', '"Cité"'))))
    folder = locale(RIGHT.replace('"Ville"', '"Cité"'))
    assert compiled(folder).gettext("City") == "Cité"
    assert not MessageOverride.objects.exists()


def test_a_message_that_would_break_a_page_is_refused_and_the_others_are_not(translator):
    data = edited(translator, ('"mai"', '"Mai"'), ("une ville de <b>%(name)s</b>", "une ville de %(nom)s"))
    data += b'\nmsgid "Gone"\nmsgstr "Parti"\n'
    response = uploaded(translator, data)
    assert outcomes(response) == {
        "refused": ["%(number)d city of <b>%(name)s</b>", "Gone"], "changed": ["May"], "same": ["City"],
    }  # fmt: skip
    reasons = [str(each.reason) for each in response.context["groups"][0][1]]
    assert reasons == ["wrong placeholders", "The interface has no such message, or has it no longer."]
    take_over(translator, response)
    assert [(each.context, each.message, each.forms) for each in MessageOverride.objects.all()] == [
        ("month", "May", ["Mai"])
    ]


def test_what_is_empty_or_doubtful_in_a_file_changes_nothing(translator):
    data = edited(translator, ('"Ville"', '""'), ('msgctxt "month"', '#, fuzzy\nmsgctxt "month"'), ('"mai"', '"Mai"'))
    response = uploaded(translator, data)
    assert outcomes(response)["left"] == ["City", "May"]
    assert response.context["has_work"] is False


@pytest.mark.parametrize("sign", ["100 %", '"', "<img src=x ", ">"])
def test_a_sign_that_breaks_sentences_or_pages_is_refused(translator, sign):
    response = uploaded(translator, edited(translator, ('"Ville"', '"Ville ' + sign.replace('"', '\\"') + '"')))
    assert outcomes(response)["refused"] == ["City"]


def test_a_message_that_is_twice_in_a_file_is_told(translator):
    data = edited(translator, ('"Ville"', '"Cité"')) + b'\nmsgid "City"\nmsgstr "Bourg"\n'
    response = uploaded(translator, data)
    assert (outcomes(response)["refused"], outcomes(response)["changed"]) == (["City"], ["City"])


@pytest.mark.parametrize("data", [b"PK\3\4", b'msgid ""\nmsgstr ""\n"Language: de\\n"\n', b""])
def test_what_cannot_be_read_is_explained(translator, data):
    response = uploaded(translator, data)
    assert response.status_code == (422)
    assert response.context.get("sentence") or response.context["form"].errors


def test_the_page_is_for_translators_and_opens_in_each_language(translator):
    for language in ("en", "fr", "ar"):
        translator.cookies["django_language"] = language
        assert translator.get(INTERFACE).status_code == 200
    assert translator.get(f"{INTERFACE}de/").status_code == 404
    assert at_work("editor").get(INTERFACE).status_code == 403


@pytest.mark.parametrize("character", ["\u202e", "\u2067", "\u200b", "\x07"])
def test_a_character_that_nobody_sees_is_refused(translator, character):
    data = edited(translator, ('"Ville"', f'"Vi{character}lle"'))
    changes = dict(uploaded(translator, data).context["groups"])["refused"]
    assert [change.reason for change in changes] == [f"The invisible character U+{ord(character):04X} is in it."]


@pytest.mark.parametrize("tag", ["fr-FR", "fr_CA", "FR"])
def test_a_catalogue_in_a_language_with_its_region_is_read_as_the_language(translator, tag):
    data = edited(translator, ('"Language: fr', f'"Language: {tag}'), ('"Ville"', '"Cité"'))
    response = uploaded(translator, data)
    assert outcomes(response)["changed"] == ["City"]
    take_over(translator, response)
    assert [(each.language, each.forms) for each in MessageOverride.objects.all()] == [("fr", ["Cité"])]
