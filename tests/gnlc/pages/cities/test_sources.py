"""The page of a source."""

import pytest
from lxml import html

from admissions.models import Award
from tests.factories import (
    AdmissionFactory,
    CorrectionFactory,
    IntakeFactory,
    ReportedFigureFactory,
    SourceFactory,
)
from tests.support.markup import in_one_line


@pytest.fixture
def source(db):
    return SourceFactory(slug="release", title="UNESCO welcomes 64 new members")


def test_it_lists_everything_public_that_rests_on_it(client, source):
    admission = AdmissionFactory(city__name_en="Fez", cohort__year=2024)
    correction = CorrectionFactory(cohort=admission.cohort)
    for record in (admission, admission.cohort, correction):
        record.sources.add(source)
    ReportedFigureFactory(source=source)

    groups = client.get("/en/sources/release/").context["groups"]
    assert {str(label): [(str(record), address) for record, _, address in records] for label, records in groups} == {
        "admissions": [("Fez · 2024", admission.city.get_absolute_url())],
        "cohorts": [("Admissions of 2024", "/en/admissions/2024/")],
        "corrections": [("Admissions of 2024 · Admission withdrawn", "/en/admissions/2024/")],
        "reported figures": [("23 September 2020 · 229/64", "")],
    }


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["23 September 2020 · 229 cities · 64 countries", "Fez · 2024", "Fez · 2021"]),
        ("ar", ["23 سبتمبر 2020 · 229 مدينة · 64 بلدًا", "فاس · 2024", "فاس · 2021"]),
    ],
)
def test_what_rests_on_it_is_named_in_the_language_of_the_page(client, source, language, said):
    admission = AdmissionFactory(city__name_en="Fez", city__name_ar="فاس", cohort__year=2024)
    admission.sources.add(source)
    Award.objects.create(city=admission.city, year=2021, name_as_announced="Fes").sources.add(source)
    ReportedFigureFactory(source=source)

    page = html.fromstring(client.get(f"/{language}/sources/release/").content.decode())
    assert sorted(" ".join(entry.text_content().split()) for entry in page.xpath("//li[@class='entry']")) == sorted(
        said
    )


def test_the_list_of_sources_begins_with_those_closest_to_the_network(client, db):
    for slug, kind, publisher in [("a", "", ""), ("b", "press", "B"), ("c", "press", "A"), ("d", "network", "Z")]:
        AdmissionFactory().sources.add(SourceFactory(slug=slug, kind=kind, publisher=publisher))
    SourceFactory(slug="nothing-rests-on-it")
    IntakeFactory(source=SourceFactory(slug="at-the-desk"))

    page = html.fromstring(client.get("/en/sources/").content.decode())
    assert page.xpath("//main//section/h2/text()") == [
        "UNESCO and the network itself", "Press", "Kind of publisher not stated",
    ]  # fmt: skip
    assert page.xpath("//li[@class='entry']//a/@href") == [f"/en/sources/{slug}/" for slug in "dcba"]


def test_the_list_counts_what_the_page_of_a_source_lists(client, source):
    ended = AdmissionFactory(cohort__year=2024, ended_on="2025-01-01", end_reason="withdrew")
    ended.sources.add(source)
    ended.end_sources.add(source)
    ended.cohort.sources.add(source)
    ReportedFigureFactory(source=source)

    [listed] = client.get("/en/sources/").context["object_list"]
    groups = client.get("/en/sources/release/").context["groups"]
    assert listed.resting == sum(len(records) for _, records in groups) == 3


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=NEW+64", ["release"]),
        ("q=lifelong", ["other", "release"]),
        ("q=gazette", []),
        ("q=", ["other", "release"]),
        ("kind=network", ["release"]),
        ("kind=press&q=learning", ["other"]),
    ],
)
def test_sources_are_found_by_words_of_title_and_publisher_and_by_kind(client, source, query, found):
    other = SourceFactory(slug="other", title="New members", kind="press")
    AdmissionFactory().sources.add(source, other)
    assert sorted(each.slug for each in client.get(f"/en/sources/?{query}").context["object_list"]) == found


def test_wrong_questions_about_sources_are_answered_with_a_sentence(client, db):
    assert "“gossip” is not a kind of publisher." in client.get("/en/sources/?kind=gossip").content.decode()
    html = client.get("/en/sources/", {"q": "x" * 101}).content.decode()
    assert "This is too long: search with at most 100 letters." in html


def test_the_list_of_sources_asks_a_fixed_number_of_questions(client, db, django_assert_num_queries):
    for number in range(3):
        AdmissionFactory(cohort__year=2017 + number).sources.add(SourceFactory())
    with django_assert_num_queries(3):
        client.get("/en/sources/")


def test_the_page_of_a_source_leads_back_to_the_list(client, source):
    AdmissionFactory().sources.add(source)
    page = html.fromstring(client.get("/en/sources/release/").content.decode())
    assert page.xpath("//nav[@class='trail']/a/@href") == ["/en/sources/"]


def test_a_source_that_only_waits_at_the_desk_has_no_page(client, source):
    IntakeFactory(source=source)
    assert client.get("/en/sources/release/").status_code == 404


def test_every_source_shown_leads_to_what_rests_on_it(client, source):
    AdmissionFactory(city__slug="fez").sources.add(source)
    assert 'href="/en/sources/release/"' in client.get("/en/cities/fez/").content.decode()


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        (["press", "press"], "read in the press only"),
        (["press", "reference"], "by others than the network itself"),
        (["press", "network"], ""),
        ([], ""),
    ],
)
def test_an_admission_known_from_the_press_only_says_so(client, db, kinds, said):
    admission = AdmissionFactory(city__slug="fez")
    admission.sources.set([SourceFactory(kind=kind) for kind in kinds])
    page = in_one_line(client.get("/en/cities/fez/").content.decode())
    assert f"in a published list of the cohort{said and f' · {said}'} </dd>" in page
