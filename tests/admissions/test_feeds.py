from datetime import date

from tests.factories import AdmissionFactory, CohortFactory, CorrectionFactory
from tests.records.output.test_feeds import ATOM, read


def entries(client, address):
    return [
        (entry.find(f"{ATOM}title").text, entry.find(f"{ATOM}summary").text)
        for entry in read(client, address).findall(f"{ATOM}entry")
    ]


def test_cohorts_are_told_newest_first_with_both_numbers(client, db):
    AdmissionFactory(cohort__year=2020, cohort__announced_cities=2)
    CohortFactory(year=2013, kind="founding", title_en="Founding")
    AdmissionFactory(cohort__year=2022)
    assert entries(client, "/en/admissions.atom") == [
        ("Admissions of 2022", "1 city is recorded here."),
        ("Admissions of 2020", "2 cities were announced. 1 city is recorded here."),
        ("Founding", "The declaration founded the network and admitted nobody."),
    ]


def test_what_is_still_to_be_announced_is_not_told(client, db):
    CohortFactory(year=2020, announced_on=date(2090, 1, 1))
    assert entries(client, "/en/admissions.atom") == []


def test_a_correction_names_what_it_corrects_and_hostile_notes_stay_text(client, db):
    CorrectionFactory(note_en="<script>alert(1)</script>")
    assert entries(client, "/en/corrections.atom") == [
        ("Admissions of 2020 · Admission withdrawn", "&lt;script&gt;alert(1)&lt;/script&gt;")
    ]


def test_a_feed_asks_a_fixed_number_of_questions(client, db, django_assert_num_queries):
    for number in range(3):
        AdmissionFactory(cohort__year=2017 + number)
        CorrectionFactory(cohort=CohortFactory(year=2017 + number), corrected_on=date(2020, 9, number + 1))
    client.get("/en/admissions.atom")
    with django_assert_num_queries(5):
        client.get("/en/admissions.atom")
    with django_assert_num_queries(3):
        client.get("/en/corrections.atom")
