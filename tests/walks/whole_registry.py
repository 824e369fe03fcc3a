"""A registry in which every kind of record is found that has a page in the back office."""

from datetime import date

from django.contrib import admin
from django.core.files.base import ContentFile

from admissions.models import Document
from gnlc.workbench.models import Term
from tests.admissions.desk.rounds import make_countries, published_round
from tests.factories import (
    AdmissionFactory,
    CallFactory,
    NominationFactory,
    ProgressReportFactory,
    SourceFactory,
    SuggestionFactory,
    VenueFactory,
)
from tests.one_of_everything import one_of_everything

PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
ROLES = ["registrar", "editor", "translator", "superuser"]


def whole_registry():
    """One of everything, a round that was recorded and published, and what is confidential, with its sources."""
    one_of_everything("en", "fr", "ar")
    make_countries()
    recording = published_round("Fez (Morocco)", "Douala (Cameroon)")
    admission = AdmissionFactory(cohort__year=2024)
    call = CallFactory(year=2026)
    call.sources.add(SourceFactory(slug="call-for-nominations"))
    nomination = NominationFactory(call=call, country=admission.city.country, city=admission.city)
    nomination.send_to_jury(on=date(2026, 1, 5))
    report = ProgressReportFactory(admission=admission)
    for owner in ({"nomination": nomination}, {"report": report}):
        Document.objects.create(kind="other", file=ContentFile(PDF, "letter.pdf"), **owner)
    SuggestionFactory(record=admission.city)
    VenueFactory()
    Term.objects.create(slug="city", kind="word", term_en="city", term_fr="ville", term_ar="مدينة")
    return recording


def every_record():
    """Pairs of a model's pages in the back office and a record of it; every model has one at least."""
    return [(pages, record) for pages in admin.site._registry.values() for record in pages.model._base_manager.all()]
