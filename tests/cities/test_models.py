import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from cities.models import City, CityName
from tests.factories import CityFactory, CountryFactory, InitiativeFactory, KeyFeatureFactory, SourceFactory


def refused(constraint, make):
    """Whether the database itself refuses the record, by that constraint where the database names it."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        make()
    return constraint in str(refusal.value)


@pytest.mark.parametrize(
    ("constraint", "facts"),
    [
        ("city_has_english_name", {"name_en": ""}),
        ("city_latitude", {"latitude": 91, "longitude": 0, "precision": "place"}),
        ("city_longitude", {"latitude": 0, "longitude": -181, "precision": "place"}),
        ("city_coordinates_whole", {"latitude": 34, "longitude": None, "precision": "place"}),
        ("city_coordinates_whole", {"latitude": 34, "longitude": -5, "precision": ""}),
        (
            "city_photo_credited",
            {"photo": "fez.webp", "photo_width": 3, "photo_height": 2, "photo_credit": "", "photo_licence": "CC0"},
        ),
    ],
)
def test_the_database_refuses_a_city_that_cannot_be(db, constraint, facts):
    CountryFactory()
    assert refused(constraint, lambda: CityFactory(**facts))


@pytest.mark.parametrize("facts", [{"code": "ma"}, {"iso3": "mar"}])
def test_country_codes_are_in_capitals(db, facts):
    assert refused("upper_case", lambda: CountryFactory(**{"code": "MA"} | facts))


def test_a_source_has_a_title_and_a_known_kind(db):
    assert refused("source_has_title", lambda: SourceFactory(title=""))
    assert refused("source_kind_known", lambda: SourceFactory(kind="rumour"))


def test_there_are_six_key_features(db):
    assert refused("key_feature_one_to_six", lambda: KeyFeatureFactory(number=7))


@pytest.mark.parametrize("facts", [{"geonames_id": 2548885}, {"wikidata_id": "Q80985"}])
def test_two_cities_never_share_an_identifier(db, facts):
    CityFactory(**facts)
    with pytest.raises(IntegrityError), transaction.atomic():
        CityFactory(**facts)


def test_many_cities_may_lack_an_identifier(db):
    CityFactory.create_batch(2, geonames_id=None, wikidata_id="")
    assert City.objects.count() == 2


def test_the_names_shown_are_spellings_too(db):
    city = CityFactory(name_en="Fez", name_fr="Fès", name_ar="فاس")
    assert sorted(city.names.values_list("text", "language", "key")) == [
        ("Fez", "en", " fez"),
        ("Fès", "fr", " fes"),
        ("فاس", "ar", " فاس"),
    ]


def test_a_name_that_was_replaced_stays_a_spelling(db):
    city = CityFactory(name_en="Ben Guerir")
    city.name_en = "Benguerir"
    city.save()
    assert sorted(city.names.values_list("text", "kind")) == [("Ben Guerir", "alternate"), ("Benguerir", "name")]


@pytest.mark.parametrize("name", ["Fez\u202e", "Fe\x00z", "\u2066Fez"])
def test_a_name_holds_no_invisible_characters(db, name):
    with pytest.raises(ValidationError, match="invisible character"):
        CityFactory.build(country=CountryFactory(), name_en=name).full_clean()


def test_a_spelling_belongs_to_a_city_once(db):
    city = CityFactory(name_en="Fez")
    with pytest.raises(IntegrityError), transaction.atomic():
        CityName.objects.create(city=city, text="Fez")


def test_initiatives_stand_once_under_the_first_of_their_key_features(db):
    first, second = KeyFeatureFactory(number=1), KeyFeatureFactory(number=2)
    city = CityFactory()
    both, late, none = InitiativeFactory.create_batch(3, city=city)
    both.key_features.set([second, first])
    late.key_features.set([second])

    assert city.initiatives_by_key_feature() == [(first, [both]), (second, [late]), (None, [none])]


def test_records_are_called_by_their_names(db):
    assert str(CountryFactory()) == "Morocco"
    assert str(CityFactory(name_en="Fez")) == "Fez"
    assert str(SourceFactory(publisher="UIL", title="News")) == "UIL – News"
    assert str(InitiativeFactory()) == "Public reading network"
