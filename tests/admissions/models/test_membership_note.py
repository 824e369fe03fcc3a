"""What sources leave open about a membership is said on the pages of the city and of the cohort."""

from datetime import date

import pytest

from admissions.models import MembershipNote
from tests.factories import AdmissionFactory


@pytest.mark.parametrize(
    ("kind", "language", "words"),
    [
        ("reported_early", "en", "Reported before the announcement"),
        ("reported_early", "fr", "Rapporté avant l&#x27;annonce"),
        ("reported_early", "ar", "ذُكر قبل الإعلان"),
        ("departure_suspected", "en", "A departure is suspected"),
        ("departure_suspected", "fr", "Départ supposé"),
        ("departure_suspected", "ar", "مغادرة محتملة"),
    ],
)
def test_a_note_says_its_kind_on_both_pages_and_the_city_stays_a_member(client, db, kind, language, words):
    admission = AdmissionFactory(city__slug="kaunas")
    MembershipNote.objects.create(
        city=admission.city, cohort=admission.cohort, kind=kind, day=date(2025, 12, 1), day_precision="month",
        note_en="Nobody says that it left.",
    )  # fmt: skip
    for page in ("cities/kaunas/", "admissions/2020/"):
        assert words in client.get(f"/{language}/{page}").content.decode()
    assert admission.city.is_member
