"""Which fields of this app are kept in three languages."""

from modeltranslation.translator import TranslationOptions, register

from news.models import Campaign, Conference, Event, NewsItem


@register(NewsItem)
class NewsItemOptions(TranslationOptions):
    fields = ["summary", "image_alt"]
    required_languages = {"en": ["summary"]}


@register(Campaign)
class CampaignOptions(TranslationOptions):
    fields = ["name", "summary"]
    required_languages = ["en"]


@register(Event)
class EventOptions(TranslationOptions):
    fields = ["name", "summary"]
    required_languages = {"en": ["name"]}


@register(Conference)
class ConferenceOptions(TranslationOptions):
    fields = ["city_name", "theme", "outcome_document"]
    required_languages = {"en": ["city_name"]}
