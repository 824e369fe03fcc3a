"""Two people with the same form open: nobody's work is lost, and each sees what the other wrote."""

import re

import pytest

from tests.back_office import at_work, no_inlines, sentences
from tests.factories import AdmissionFactory, CityFactory, SourceFactory

NONE = no_inlines("awards", "names")


@pytest.fixture
def registrar(db):
    return at_work("registrar")


@pytest.fixture
def fez(db):
    return CityFactory(name_en="Fez", name_fr="Fès", population=1)


def page(record):
    return f"/admin/{record._meta.app_label}/{record._meta.model_name}/{record.pk}/change/"


def opened(client, record, *, rows=""):
    """What a browser sends for the form as it was opened, nothing typed yet."""
    response = client.get(page(record))
    form = response.context["adminform"].form
    sent = {name: value for name, value in form.initial.items() if name in form.fields and value}
    sent = {name: [each.pk for each in value] if isinstance(value, list) else value for name, value in sent.items()}
    sent["seen"] = form.seen
    for inline in response.context["inline_admin_formsets"]:
        formset = inline.formset
        sent |= {f"{formset.prefix}-{count}_FORMS": len(formset.initial_forms) for count in ("TOTAL", "INITIAL")}
        for row in formset.initial_forms:
            values = {name: row[name].value() for name in row.fields if row[name].value() is not None}
            sent |= {row.add_prefix(name): value for name, value in values.items()} | {row.seen_name: row.seen}
    return sent


def values(record, *names):
    record.refresh_from_db()
    return tuple(getattr(record, name) for name in names)


def test_a_form_that_nobody_overtook_is_saved(registrar, fez):
    assert registrar.post(page(fez), opened(registrar, fez) | {"population": "2"}).status_code == 302
    assert values(fez, "population", "name_fr") == (2, "Fès")


def test_what_somebody_else_wrote_is_shown_and_neither_version_is_lost(registrar, fez):
    mine = opened(registrar, fez) | {"name_fr": "Fas", "website": "https://fez.example/"}
    fez.name_fr, fez.kind = "Fès-Boulemane", "county"
    fez.save()

    response = registrar.post(page(fez), mine)
    form = response.context["adminform"].form
    assert form.errors == {
        "name_fr": ["Somebody else wrote meanwhile: Fès-Boulemane"],
        "kind": ["Somebody else wrote meanwhile: County"],
    }
    assert (form["name_fr"].value(), form["website"].value()) == ("Fas", "https://fez.example/")
    assert values(fez, "name_fr", "kind", "website") == ("Fès-Boulemane", "county", "")

    shown = dict(re.findall(r'name="([\w-]*seen)" value="([^"]+)"', response.content.decode()))
    again = mine | {"kind": "county"} | shown
    assert registrar.post(page(fez), again).status_code == 302
    assert values(fez, "name_fr", "kind", "website") == ("Fas", "county", "https://fez.example/")


def test_who_wrote_the_same_is_not_asked(registrar, fez):
    mine = opened(registrar, fez) | {"population": "2"}
    fez.population = 2
    fez.save()
    assert registrar.post(page(fez), mine).status_code == 302


def test_a_form_sent_without_what_was_seen_is_saved(registrar, fez):
    mine = {"country": "MA", "name_en": "Fez", "name_fr": "Fas"} | NONE
    assert registrar.post(page(fez), mine).status_code == 302
    assert values(fez, "name_fr", "population") == ("Fas", None)


def test_related_records_are_told_by_their_names(registrar):
    admission, old, new = AdmissionFactory(), SourceFactory(), SourceFactory(title="Atlas", publisher="")
    admission.sources.set([old])
    mine = opened(registrar, admission)
    admission.sources.set([new])
    assert sentences(registrar.post(page(admission), mine)) == ["Somebody else wrote meanwhile: Atlas"]
    assert list(admission.sources.all()) == [new]


def test_a_row_of_a_table_in_the_form_is_not_overwritten_either(registrar, fez):
    spelling = fez.names.create(text="Fas", kind="alternate")
    mine = opened(registrar, fez)
    spelling.text = "Fass"
    spelling.save()
    response = registrar.post(page(fez), mine)
    errors = [inline.formset.errors for inline in response.context["inline_admin_formsets"]]
    assert errors == [[], [{"text": ["Somebody else wrote meanwhile: Fass"]}, {}, {}]]
    assert values(spelling, "text") == ("Fass",)


def test_translators_and_registrars_do_not_overwrite_each_other(registrar, fez):
    translator = at_work("translator")
    mine = opened(translator, fez) | {"name_fr": "Fas"}
    registrar.post(page(fez), opened(registrar, fez) | {"population": "2"})
    assert translator.post(page(fez), mine).status_code == 302
    assert values(fez, "name_fr", "population") == ("Fas", 2)
    assert registrar.post(page(fez), opened(registrar, fez) | {"seen": "a=\0 b", "population": "3"}).status_code == 302
