"""Addresses that a record cannot have: words of the site's own addresses, and those that were another city's."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import get_resolver

from admissions.desk.release.register import enter
from admissions.models import Agreement
from cities.addresses import merge, move
from cities.models import City
from records.exceptions import RefusedError
from records.slugs import RESERVED, free_slug, shortened
from tests.admissions.desk.rounds import make_countries, round_of
from tests.back_office import at_work, no_inlines, sentences
from tests.factories import (
    AdmissionFactory,
    CampaignFactory,
    CityFactory,
    CohortFactory,
    CountryFactory,
    EventFactory,
    InitiativeFactory,
    NewsItemFactory,
    PartnershipFactory,
    SourceFactory,
)

PAGE_OF_THE_SITE = "A page of the site has this address; choose another one."
ANOTHER_CITY_S = "This address was another city’s and leads on to it; choose another one."


def agreement(slug):
    return Agreement.objects.create(slug=slug, country=CountryFactory(), title_en="A", parties_en="B", summary_en="C")


MAKE = {
    "city": CityFactory, "cohort": CohortFactory, "source": SourceFactory, "initiative": InitiativeFactory,
    "event": EventFactory, "campaign": CampaignFactory, "news": NewsItemFactory, "partnership": PartnershipFactory,
    "agreement": agreement,
}  # fmt: skip


@pytest.mark.parametrize("word", ["map", "suggest", "statistics"])
@pytest.mark.parametrize("kind", MAKE)
def test_no_record_has_the_address_of_a_page(db, kind, word):
    with pytest.raises(IntegrityError), transaction.atomic():
        MAKE[kind](slug=word)
    record = MAKE[kind](slug="of-its-own")
    record.slug = word
    with pytest.raises(ValidationError) as refused:
        record.full_clean()
    assert PAGE_OF_THE_SITE in refused.value.messages


def words_of(patterns):
    """The words that stand in the addresses of the site, outside the back office."""
    for pattern in patterns:
        text = str(pattern.pattern)
        if text != "admin/":
            yield from re.findall(r"(?<![^/^])([a-z][a-z0-9-]*)/", text)
            yield from words_of(getattr(pattern, "url_patterns", []))


def test_every_word_of_an_address_of_the_site_is_reserved():
    found = set(words_of(get_resolver().url_patterns)) - {"en", "fr", "ar", "media", "setlang"}
    assert found - set(RESERVED) == set()
    assert {"map", "suggest", "names", "learning"} <= found


def test_a_city_is_not_moved_to_the_address_of_a_page(client, db):
    city = AdmissionFactory(city__slug="cork").city
    with pytest.raises(RefusedError, match="A page of the site has this address"):
        move(city, "map")
    assert client.get("/en/cities/cork/").status_code == 200


def test_a_former_address_is_never_another_city_s(client, db):
    fez, cork = AdmissionFactory(city__slug="fez").city, AdmissionFactory(city__slug="cork").city
    move(fez, "fes-city")
    with pytest.raises(RefusedError, match="leads on to it; choose another one"):
        move(cork, "fez")
    assert client.get("/en/cities/fez/").url == "/en/cities/fes-city/"
    move(fez, "fez")
    assert client.get("/en/cities/fez/").context["city"] == fez
    assert client.get("/en/cities/fes-city/").url == "/en/cities/fez/"


def test_the_address_of_a_record_that_was_merged_is_not_given_away(db):
    kept, double = CityFactory(slug="fez"), CityFactory(slug="fes")
    merge(double, kept)
    with pytest.raises(RefusedError):
        move(CityFactory(slug="cork"), "fes")
    assert move(kept, "fes").slug == "fes"


def test_a_new_city_does_not_get_a_former_address(db):
    move(CityFactory(slug="fez"), "fes")
    new = CityFactory.build(slug="fez", country=CountryFactory())
    with pytest.raises(ValidationError) as refused:
        new.full_clean()
    assert refused.value.message_dict == {"slug": [ANOTHER_CITY_S]}


def test_a_city_that_shares_an_address_from_before_can_still_be_changed(db):
    fez, other = CityFactory(slug="fez"), CityFactory(slug="cork")
    move(fez, "fes")
    City.objects.filter(pk=other.pk).update(slug="fez")
    other.refresh_from_db()
    other.full_clean()


@pytest.mark.parametrize(
    ("slug", "sentence"),
    [
        ("fez", ANOTHER_CITY_S),
        ("map", PAGE_OF_THE_SITE),
        ("x" * 61, "Ensure this value has at most 60 characters (it has 61)."),
    ],
)
def test_the_form_of_a_new_city_says_why_an_address_cannot_be(db, slug, sentence):
    registrar = at_work("registrar")
    move(CityFactory(slug="fez"), "fes")
    facts = {"slug": slug, "name_en": "Cork", "country": CountryFactory().pk} | no_inlines("awards", "names")
    answer = registrar.post("/admin/cities/city/add/", facts)
    assert sentences(answer) == [sentence]


def test_nothing_cuts_an_address_while_it_is_typed(db):
    html = at_work("registrar").get("/admin/cities/city/add/").content.decode()
    assert "maxlength" not in re.search(r'<input[^>]*name="slug"[^>]*>', html)[0]
    assert '"maxLength": 400' in html.replace("&quot;", '"')


def test_the_desk_gives_a_new_city_an_address_that_was_nobody_s(db):
    make_countries()
    move(CityFactory(slug="fez", name_en="Elsewhere"), "elsewhere")
    recording = round_of("Fez (Morocco)", "Map (Cameroon)")
    recording.entries.update(decision="new")
    enter(recording)
    assert set(City.objects.values_list("slug", flat=True)) == {"elsewhere", "fez-morocco", "map-cameroon"}


@pytest.mark.parametrize(
    ("slug", "most", "short"),
    [
        ("fez", 45, "fez"),
        ("metropolitan-city-of-the-northern-highlands", 20, "metropolitan-city-of"),
        ("metropolitan-city-of-the", 21, "metropolitan-city-of"),
        ("metropolitan-city", 12, "metropolitan"),
        ("llanfairpwllgwyngyll", 10, "llanfairpw"),
    ],
)
def test_a_long_address_ends_with_a_whole_word_where_it_can(slug, most, short):
    assert shortened(slug, most) == short


def test_a_free_address_has_the_first_number_that_nobody_has(db):
    for slug in ("fez", "fez-2", "fez-4", "fezzan-3"):
        CityFactory(slug=slug)
    slugs = [free_slug(slug, City.objects) for slug in ("fez", "fezzan", "fez-2", "rabat")]
    assert slugs == ["fez-3", "fezzan", "fez-2-2", "rabat"]
    assert free_slug("fez", City.objects.exclude(slug="fez")) == "fez"
