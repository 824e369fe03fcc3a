"""Nobody outside learns of a candidate: not of its city, nor of what was recorded for it."""

from datetime import date, timedelta

import pytest

from admissions.models import Award, MembershipNote
from cities.addresses import merge, move
from cities.models import City, Cluster, Source
from records.as_of import today
from tests.back_office import at_work, listed
from tests.factories import (
    AdmissionFactory,
    AnnulledAdmissionFactory,
    CallFactory,
    CityFactory,
    CohortFactory,
    CorrectionFactory,
    CountryFactory,
    EventFactory,
    InitiativeFactory,
    NewsItemFactory,
    NominationFactory,
    PartnershipFactory,
    RecordingFactory,
    RoundEntryFactory,
    SourceFactory,
)


@pytest.fixture
def candidate(db):
    """A city, its country, a call and their source, of which only a nomination tells; beside a member."""
    country = CountryFactory(code="XA", iso3="XAA", name_en="Xyzzyland")
    city = CityFactory(
        slug="xyzzyville", country=country, name_en="Xyzzyville", latitude=34, longitude=-5,
        precision="place", population=200_000,
    )  # fmt: skip
    member = AdmissionFactory(city__slug="fez", city__name_en="Fez", city__country=CountryFactory(code="MA"))
    city.profile_sources.add(SourceFactory(slug="secret", title="[Letter about Xyzzyville]"))
    call = CallFactory()
    for slug in ("secret", "shared"):
        source = Source.objects.filter(slug=slug).first() or SourceFactory(slug=slug, title="A list")
        call.sources.add(source)
    for record in (member, member.cohort):
        record.sources.add(source)
    city.profile_sources.add(source)
    NominationFactory(call=call, country=country, name="Xyzzyville", city=city)
    RoundEntryFactory(recording=RecordingFactory(), country=country, name_en="Xyzzyville", city=city)
    NewsItemFactory(status="draft").cities.add(city)
    hidden = CohortFactory(slug="later", year=2099, announced_on=None)
    AdmissionFactory(city=city, cohort=hidden).sources.add(source)
    return city


@pytest.mark.parametrize(
    "address",
    ["cities/xyzzyville/", "cities/xyzzyville/suggest/", "cities/xyzzyville/card.png", "countries/xa/",
     "countries/xa/suggest/", "sources/secret/"],
)  # fmt: skip
def test_what_was_recorded_for_a_candidate_has_no_page(client, candidate, address):
    assert [client.get(f"/{language}/{address}").status_code for language in ("en", "fr", "ar")] == [404] * 3


def test_a_candidate_that_gets_another_address_leaves_no_trace(client, candidate):
    move(candidate, "xyzzy")
    assert [client.get(f"/en/cities/{slug}/").status_code for slug in ("xyzzyville", "xyzzy")] == [404, 404]
    AdmissionFactory(city=candidate, announced_again=True)
    assert client.get("/en/cities/xyzzyville/").url == "/en/cities/xyzzy/"


def test_two_records_of_a_candidate_that_become_one_are_no_more_public(client, candidate):
    double = CityFactory(slug="double", country=candidate.country)
    merge(double, candidate)
    assert [client.get(f"/en/cities/{slug}/").status_code for slug in ("xyzzyville", "double")] == [404, 404]


def test_staff_go_on_seeing_it(candidate):
    registrar = at_work("registrar")
    assert candidate in listed(registrar.get("/admin/cities/city/", {"country": "XA"}))
    form = registrar.get(f"/admin/cities/city/{candidate.pk}/change/")
    assert (form.status_code, "viewsitelink" in form.content.decode()) == (200, False)


def note(city):
    MembershipNote.objects.create(city=city, kind="admitted_twice", note_en="Twice.")


def cluster(city):
    Cluster.objects.create(slug="cluster", name_en="Cluster").coordinators.add(city)


GROUNDS = {
    "admission": lambda city: AdmissionFactory(city=city),
    "admission of today": lambda city: AdmissionFactory(city=city, admitted_on=today()),
    "admission without a cohort": lambda city: AdmissionFactory(city=city, cohort=None),
    "annulled admission": lambda city: AnnulledAdmissionFactory(city=city),
    "membership that ended": lambda city: AdmissionFactory(city=city, ended_on="2024-01-01", end_reason="withdrew"),
    "correction": lambda city: CorrectionFactory(city=city),
    "award": lambda city: Award.objects.create(city=city, year=2021, name_as_announced="Fes"),
    "note": note,
    "initiative": lambda city: InitiativeFactory(city=city),
    "event": lambda city: EventFactory(city=city),
    "partnership": lambda city: PartnershipFactory(cities=[city, CityFactory()]),
    "cluster": cluster,
    "news": lambda city: NewsItemFactory(status="published").cities.add(city),
}
NO_GROUNDS = {
    "nothing": lambda city: None,
    "nomination": lambda city: NominationFactory(city=city, country=city.country),
    "admission of tomorrow": lambda city: AdmissionFactory(city=city, admitted_on=today() + timedelta(days=1)),
    "cohort to come": lambda city: AdmissionFactory(
        city=city, cohort__year=2099, cohort__announced_on=date(2099, 1, 1)
    ),
    "draft": lambda city: NewsItemFactory(status="draft").cities.add(city),
    "round in preparation": lambda city: RoundEntryFactory(
        recording=RecordingFactory(), city=city, decision="existing"
    ),
    "source of a profile": lambda city: city.profile_sources.add(SourceFactory()),
}


@pytest.mark.parametrize("ground", GROUNDS)
def test_a_city_is_public_as_soon_as_something_public_rests_on_it(db, ground):
    city = CityFactory()
    GROUNDS[ground](city)
    assert city in City.objects.public()


@pytest.mark.parametrize("ground", NO_GROUNDS)
def test_a_city_is_not_public_for_what_nobody_may_know_of(db, ground):
    city = CityFactory()
    NO_GROUNDS[ground](city)
    assert not City.objects.public().filter(pk=city.pk).exists()
