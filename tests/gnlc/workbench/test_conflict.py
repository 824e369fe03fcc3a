"""What is not written at once: grave faults, and what somebody else changed meanwhile."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cities.models import City
from gnlc.workbench.difference import Piece
from records.translation.states import digest
from tests.back_office import at_work

from .texts import TEXTS, boxes, seen, send, told

GRAVE = "Same test {x} <b>"


def brest():
    return City.objects.get(name_en="Brest").name_ar


def test_grave_faults_ask_before_anything_is_public(translator, names):
    response = send(translator, names[0], deed="save", text=GRAVE)
    assert (response.status_code, response.context["text"], brest()) == (422, GRAVE, "بريست")
    assert response.context["faults"] == [
        "“{x}” is not in the source.",
        "“<b>” is not in the source.",
        "There is no Arabic letter in it.",
    ]
    assert 'value="save-despite"' in response.content.decode()


def test_the_same_key_once_more_is_no_answer(translator, names):
    for _time in range(2):
        assert send(translator, names[0], deed="save", text=GRAVE, despite=digest(GRAVE)).status_code == 422
    assert brest() == "بريست"


def test_a_second_button_answers_for_the_text_that_was_shown_and_for_no_other(translator, names):
    other = send(translator, names[0], deed="save-despite", text="Brest <i>", despite=digest("Brest"))
    assert (other.status_code, brest()) == (422, "بريست")
    assert send(translator, names[0], deed="save-despite", text="Brest", despite=digest("Brest")).status_code == 302
    assert brest() == "Brest"


def test_what_has_grave_faults_is_confirmed_alone_and_with_a_second_act(translator, names):
    City.objects.filter(name_en="Brest").update(name_ar="Brest {x}")
    response = translator.get(f"{TEXTS}?state=to_check&language=ar")
    listed = translator.post(f"{TEXTS}?state=to_check", {"text": boxes(response)}, follow=True)
    assert told(listed) == [
        "2 texts were confirmed.",
        "1 text has faults that would show: look at it on its own page.",
    ]
    assert send(translator, names[0], deed="confirm").status_code == 422
    send(translator, names[0], deed="confirm-despite", despite=digest("Brest {x}"))
    assert City.objects.get(name_en="Brest").name_ar_status == "checked"


def test_a_file_writes_grave_faults_only_where_somebody_ticks_them(translator, names):
    city = City.objects.get(name_en="Brest")
    file = f'msgid ""\nmsgstr ""\n"Language: ar\\n"\n\n#. version: {digest(city.name_ar)}\n'
    file += f'msgctxt "cities.city.{city.pk}.name"\nmsgid "Brest"\nmsgstr "{GRAVE}"\n'
    for ticked, name in ([], "بريست"), ([f"cities.city.{city.pk}.name"], GRAVE):
        response = translator.post("/admin/workbench/upload/", {"file": SimpleUploadedFile("a.po", file.encode())})
        assert [outcome.value for outcome, _group in response.context["groups"]] == ["grave"]
        sent = {each: response.context[each] for each in ("token", "signature")}
        translator.post("/admin/workbench/upload/", sent | {"overwrite": ticked})
        assert brest() == name


@pytest.fixture
def conflict(translator, names):
    """The page that a translator gets who saves what an editor changed meanwhile."""
    before = seen(translator, names[0])
    send(at_work("editor"), names[0], deed="save", text="برست البحرية")
    return translator.post(f"{TEXTS}{names[0]}/", {"seen": before, "deed": "save", "text": "برست الجديدة"})


def test_a_conflict_shows_theirs_mine_and_what_differs_and_who_it_was(conflict):
    assert (conflict.status_code, conflict.context["text"], brest()) == (422, "برست الجديدة", "برست البحرية")
    assert conflict.context["sentence"].startswith("Somebody else changed this text")
    told_of = conflict.context["conflict"]
    assert (told_of.mine, told_of.source, told_of.target.by) == ("برست الجديدة", None, "editor")
    assert told_of.target.at is not None
    assert told_of.target.pieces == [Piece(kept="برست "), Piece(removed="البحرية", added="الجديدة")]
    html = conflict.content.decode()
    assert "<del>البحرية</del><ins>الجديدة</ins>" in html
    assert "data-save" not in html
    assert "data-confirm" not in html


@pytest.mark.parametrize(("deed", "name"), [("theirs", "برست البحرية"), ("save", "برست الجديدة")])
def test_theirs_is_taken_or_mine_is_kept(conflict, translator, names, deed, name):
    facts = {"seen": conflict.context["seen"], "deed": deed, "text": "برست الجديدة"}
    assert translator.post(f"{TEXTS}{names[0]}/", facts).status_code == 302
    assert brest() == name


def test_two_who_wrote_the_same_do_not_disagree(translator, names):
    before = seen(translator, names[0])
    send(at_work("editor"), names[0], deed="save", text="برست")
    response = translator.post(f"{TEXTS}{names[0]}/", {"seen": before, "deed": "save", "text": "برست"})
    assert (response.status_code, brest()) == (302, "برست")


def test_a_source_that_changed_meanwhile_is_shown_with_its_difference(translator, stale):
    before = seen(translator, stale.pk)
    city = City.objects.get()
    city.profile_en = "A very large port."
    city.save()
    sent = {"seen": before, "deed": "confirm", "text": "Un port."}
    told_of = translator.post(f"{TEXTS}{stale.pk}/", sent).context["conflict"]
    assert (told_of.target, told_of.source.pieces) == (
        None,
        [Piece(kept="A "), Piece(added="very "), Piece(kept="large port.")],
    )
