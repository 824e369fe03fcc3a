"""Places and what is known of them."""

import factory
from factory.django import DjangoModelFactory


class SourceFactory(DjangoModelFactory):
    class Meta:
        model = "cities.Source"

    slug = factory.Sequence("source-{}".format)
    title = "The network welcomes new members"
    publisher = "UNESCO Institute for Lifelong Learning"
    kind = "network"
    language = "en"


class CountryFactory(DjangoModelFactory):
    """Morocco by default; the same code gives the same country."""

    class Meta:
        model = "cities.Country"
        django_get_or_create = ["code"]

    code = "MA"
    iso3 = factory.LazyAttribute(lambda country: f"{country.code}R")
    name_en = factory.LazyAttribute(lambda country: {"MA": "Morocco"}.get(country.code, f"Country {country.code}"))
    name_fr = factory.LazyAttribute(lambda country: {"MA": "Maroc"}.get(country.code, f"Pays {country.code}"))
    name_ar = factory.LazyAttribute(lambda country: {"MA": "المغرب"}.get(country.code, f"بلد {country.code}"))
    region = "arab_states"


class CityFactory(DjangoModelFactory):
    class Meta:
        model = "cities.City"
        skip_postgeneration_save = True

    slug = factory.Sequence("city-{}".format)
    country = factory.SubFactory(CountryFactory)
    name_en = factory.Sequence("City {}".format)


class InitiativeFactory(DjangoModelFactory):
    class Meta:
        model = "cities.Initiative"

    slug = factory.Sequence("initiative-{}".format)
    city = factory.SubFactory(CityFactory)
    kind = "programme"
    name_en = "Public reading network"
    summary_en = "Brings young people to reading."


class KeyFeatureFactory(DjangoModelFactory):
    class Meta:
        model = "cities.KeyFeature"

    number = 1
    slug = factory.LazyAttribute(lambda feature: f"feature-{feature.number}")
    name_en = factory.LazyAttribute(lambda feature: f"Feature {feature.number}")
    text_en = "Mobilise resources."


class VenueFactory(DjangoModelFactory):
    class Meta:
        model = "cities.Venue"
        django_get_or_create = ["slug"]

    slug = "library"
    name_en = factory.LazyAttribute(lambda venue: venue.slug.capitalize())


class PartnershipFactory(DjangoModelFactory):
    """Two cities that support each other, unless others are given: `PartnershipFactory(cities=[…])`."""

    class Meta:
        model = "cities.Partnership"
        skip_postgeneration_save = True

    slug = factory.Sequence("partnership-{}".format)
    kind = "support"
    title_en = "Two cities together"

    @factory.post_generation
    def cities(self, create, cities):
        self.cities.set(cities or CityFactory.create_batch(2))


class SuggestionFactory(DjangoModelFactory):
    """A claim about a city that nobody has decided yet."""

    class Meta:
        model = "records.Suggestion"

    record = factory.SubFactory(CityFactory)
    wrong = "The population is wrong."
    right = "1,256,172"
    source = "Census of 2024, https://www.hcp.ma/"
