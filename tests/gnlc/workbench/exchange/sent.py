"""Files of translators' tools about one campaign, and what the registry says of them."""

from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

from gnlc.workbench.exchange.xliff import read_xliff

UPLOAD = "/admin/workbench/upload/"
CASES = Path(__file__).parents[3] / "data" / "exchange"
MARK = "Right to Education · Name\nversion: 1111111111111111"
NAME_12 = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="registry"
datatype="plaintext" source-language="en" target-language="fr"><body>
<trans-unit id="news.campaign.7.name"{about}><source>Right to Education</source>{rest}</trans-unit>
</body></file></xliff>"""
NAME_20 = """<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="fr">
<file id="registry"><unit id="news.campaign.7.name">{rest}</unit></file></xliff>"""
NAME_PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: {language}\\n"

{entry}
"""
ENTRY = 'msgctxt "news.campaign.7.name"\nmsgid "Right to Education"\nmsgstr "Le droit X"'


def read_12(rest, about=""):
    return read_xliff(NAME_12.format(rest=rest, about=about).encode()).units[0]


def read_20(rest):
    return read_xliff(NAME_20.format(rest=rest).encode()).units[0]


def uploaded(client, data, name="sent.xlf"):
    return client.post(UPLOAD, {"file": SimpleUploadedFile(name, data)})


def outcomes(response):
    return [(outcome.value, str(each.reason)) for outcome, group in response.context["groups"] for each in group]


def take_over(client, response, **facts):
    return client.post(UPLOAD, {name: response.context[name] for name in ("token", "signature")} | facts, follow=True)


def case(name):
    return (CASES / name).read_bytes()
