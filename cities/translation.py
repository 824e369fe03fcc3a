"""Which fields of this app are kept in three languages."""

from modeltranslation.translator import TranslationOptions, register

from cities.models import (
    Audience,
    City,
    Cluster,
    Country,
    FormerAddress,
    Initiative,
    KeyFeature,
    Partnership,
    SustainableDevelopmentGoal,
    Venue,
)


@register([Audience, Cluster, Country, FormerAddress, SustainableDevelopmentGoal, Venue])
class NameOptions(TranslationOptions):
    fields = ["name"]
    required_languages = ["en"]


@register(KeyFeature)
class KeyFeatureOptions(TranslationOptions):
    fields = ["name", "text"]
    required_languages = ["en"]


@register(City)
class CityOptions(TranslationOptions):
    fields = ["name", "profile", "photo_alt"]
    required_languages = {"en": ["name"]}


@register(Initiative)
class InitiativeOptions(TranslationOptions):
    fields = ["name", "summary"]
    required_languages = ["en"]


@register(Partnership)
class PartnershipOptions(TranslationOptions):
    fields = ["title", "summary"]
    required_languages = {"en": ["title"]}
