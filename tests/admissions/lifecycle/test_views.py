"""Steps that are taken from the page of a record in the back office."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from admissions.models import Document, Nomination
from cities.models import Source
from tests.back_office import at_work, listed, no_inlines, sentences
from tests.factories import (
    AdmissionFactory,
    CallFactory,
    CountryFactory,
    NominationFactory,
    ProgressReportFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def registrar(db):
    return at_work("registrar")


@pytest.fixture(autouse=True)
def _documents_elsewhere(settings, tmp_path):
    settings.STORAGES["documents"]["OPTIONS"]["location"] = tmp_path


def page(record, verb=""):
    name = f"admin:{record._meta.app_label}_{record._meta.model_name}"
    return reverse(f"{name}_act", args=[record.pk, verb]) if verb else reverse(f"{name}_change", args=[record.pk])


def offered(client, record):
    return [act.verb for act, address in client.get(page(record)).context["acts"]]


def refused(response):
    assert response.status_code == 422
    return [str(error) for errors in response.context["form"].errors.values() for error in errors]


def test_the_page_of_a_nomination_offers_the_next_steps_and_tells_those_taken(registrar):
    nomination = NominationFactory()
    assert offered(registrar, nomination) == ["send_to_jury", "withdraw"]
    answer = registrar.post(page(nomination, "send_to_jury"), {"on": "2025-12-01", "note": "Complete."}, follow=True)
    html = answer.content.decode()
    assert answer.redirect_chain == [(page(nomination), 302)]
    assert "Recorded: Send to the jury" in html
    assert "<td>Complete.</td>" in html
    assert offered(registrar, nomination) == [
        "recommend",
        "advise_against",
        "defer",
        "withdraw",
        "take_back_last_step",
    ]


def test_a_refused_step_says_why_and_keeps_what_was_typed(registrar):
    nomination = NominationFactory(endorsed_on=None)
    answer = registrar.post(page(nomination, "send_to_jury"), {"on": "2025-12-01", "note": "Sent by mail."})
    assert refused(answer) == ["Still missing: endorsement of the National Commission, dated."]
    assert "Sent by mail." in answer.content.decode()


@pytest.mark.parametrize("on", ["", "soon", "2025-02-30", "99999-01-01"])
def test_a_step_without_a_day_is_refused(registrar, on):
    nomination = NominationFactory()
    assert len(refused(registrar.post(page(nomination, "send_to_jury"), {"on": on}))) == 1


def test_a_deferred_candidate_is_carried_over(registrar):
    nomination, later = NominationFactory(state="deferred"), CallFactory(year=2028)
    registrar.post(page(nomination, "carry_over"), {"on": "2026-09-01", "call": later.pk})
    assert Nomination.objects.get(continues=nomination).call == later


def test_a_membership_is_ended_with_a_source_that_is_new(registrar):
    admission = AdmissionFactory(cohort__year=2015)
    facts = {"on": "2017-03-01", "reason": "withdrew", "language": "en", "publisher": "Town hall", "kind": "authority"}
    assert refused(registrar.post(page(admission, "end"), facts)) == ["Give the title of the new source."]
    registrar.post(page(admission, "end"), facts | {"title": "We leave the network"})
    admission.refresh_from_db()
    assert (admission.ended_on, [str(s) for s in admission.end_sources.all()]) == (
        date(2017, 3, 1), ["Town hall – We leave the network"],
    )  # fmt: skip
    assert offered(registrar, admission) == ["take_back_end"]


def test_an_end_that_is_refused_leaves_no_new_source_behind(registrar):
    admission = AdmissionFactory(cohort__year=2015)
    facts = {"on": "2014-03-01", "reason": "withdrew", "language": "en", "publisher": "Town hall", "title": "We leave"}
    answer = registrar.post(page(admission, "end"), facts | {"kind": "authority"})
    assert refused(answer) == ["A membership ends after the day of admission."]
    assert not Source.objects.exists()


def test_an_admission_is_annulled_by_a_correction(registrar):
    admission, source = AdmissionFactory(cohort__year=2020), SourceFactory()
    facts = {"on": "2020-02-15", "authority": "UIL", "note_en": "Removed.", "language": "en", "source": source.pk}
    registrar.post(page(admission, "annul"), facts)
    admission.refresh_from_db()
    assert (admission.status, [c.note_en for c in admission.city.corrections.all()]) == ("annulled", ["Removed."])


def test_what_became_of_a_membership_cannot_be_typed_into_its_form(registrar):
    admission = AdmissionFactory(cohort__year=2015)
    form = registrar.get(page(admission)).context["adminform"].form
    assert {"status", "annulled_on", "ended_on", "end_reason", "end_sources"} & set(form.fields) == set()


def test_a_translator_takes_no_steps():
    translator, admission = at_work("translator"), AdmissionFactory()
    assert offered(translator, admission) == []
    assert translator.post(page(admission, "end")).status_code == 403
    assert translator.get(page(NominationFactory())).status_code == 403


@pytest.mark.parametrize("address", ["1/step/send_to_jury/", "9999999999999999999999/step/end/", "1/step/delete/"])
def test_steps_that_do_not_exist_are_not_found(registrar, address):
    assert registrar.get(f"/admin/admissions/nomination/{address}").status_code == 404


def filled(**facts):
    return facts | no_inlines("documents")


def test_a_fourth_candidate_of_a_country_is_recorded_with_a_warning(registrar):
    call, country = CallFactory(), CountryFactory()
    for _ in range(3):
        NominationFactory(call=call, country=country)
    facts = filled(call=call.pk, country=country.pk, name="Béja", nominated_on="2025-10-01")
    html = registrar.post("/admin/admissions/nomination/add/", facts, follow=True).content.decode()
    assert "Morocco has 4 nominations in this round; the rules allow 3." in html
    assert Nomination.objects.count() == 4


def test_a_report_is_recorded_with_its_document_when_it_comes(registrar):
    admission = AdmissionFactory(cohort__year=2024)
    document = SimpleUploadedFile("Rapport d’étape.pdf", b"%PDF-1.7 report %%EOF")
    facts = {
        "admission": admission.pk, "due_on": "2026-02-14", "submitted_on": "2026-02-01",
        "documents-TOTAL_FORMS": "1", "documents-INITIAL_FORMS": "0", "documents-0-kind": "report",
        "documents-0-title": "Rapport d’étape", "documents-0-file": document,
    }  # fmt: skip
    assert registrar.post("/admin/admissions/progressreport/add/", facts).status_code == 302
    kept = Document.objects.get()
    assert (kept.report.state, kept.report.admission) == ("submitted", admission)
    answer = registrar.get(kept.file.url)
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 report %%EOF"
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert at_work("editor").get(kept.file.url).status_code == 403
    assert registrar.get("/admin/documents/../settings.py").status_code == 404
    assert registrar.get("/admin/documents/none.pdf").status_code == 404


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.svg", b"<svg/>", "Choose a PDF, DOCX, ODT, XLSX, JPEG or PNG file."),
        ("a", b"%PDF-", "Choose a PDF, DOCX, ODT, XLSX, JPEG or PNG file."),
        ("a.pdf", b"<script>", "This file is not what its name says."),
        ("a.PNG", b"%PDF-", "This file is not what its name says."),
    ],
)
def test_a_file_that_is_no_document_is_refused(registrar, name, content, sentence):
    report = ProgressReportFactory()
    facts = {
        "note": "", "documents-TOTAL_FORMS": "1", "documents-INITIAL_FORMS": "0", "documents-0-kind": "report",
        "documents-0-file": SimpleUploadedFile(name, content),
    }  # fmt: skip
    answer = registrar.post(page(report), facts)
    (formset,) = answer.context["inline_admin_formsets"]
    assert formset.formset.errors == [{"file": [sentence]}]
    assert not Document.objects.exists()


def test_a_report_for_a_day_on_which_none_is_due_is_refused(registrar):
    facts = filled(admission=AdmissionFactory(cohort__year=2024).pk, due_on="2026-02-15")
    answer = registrar.post("/admin/admissions/progressreport/add/", facts)
    assert sentences(answer) == ["No report of this membership is due on this day."]


def test_the_steps_of_a_report_are_offered_on_its_page(registrar):
    report = ProgressReportFactory()
    assert offered(registrar, report) == ["submit", "extend"]
    registrar.post(page(report, "submit"), {"on": "2026-03-01"})
    assert offered(registrar, report) == ["review", "return_for_completion", "take_back_last_step"]
    registrar.post(page(report, "return_for_completion"), {"on": "2026-04-01", "until": "2026-12-31"})
    assert offered(registrar, report) == ["submit", "extend", "take_back_last_step"]


def test_what_was_before_the_jury_stays_as_it_was_checked(registrar):
    nomination = NominationFactory(state="with_jury")
    form = registrar.get(page(nomination)).context["adminform"].form
    assert set(form.fields) == {"city", "note"}


def test_lists_are_sorted_by_country_in_the_language_of_the_reader(registrar):
    for code, name_ar in [("AA", "ياء"), ("ZZ", "ألف")]:
        country = CountryFactory(code=code, name_ar=name_ar)
        NominationFactory(country=country)
        ProgressReportFactory(admission__city__country=country)
    registrar.cookies["django_language"] = "ar"
    for model, column in [("nomination", "2"), ("progressreport", "2")]:
        shown = listed(registrar.get(f"/admin/admissions/{model}/", {"o": column}))
        countries = [record.country_id if model == "nomination" else record.city.country_id for record in shown]
        assert countries == ["ZZ", "AA"]
