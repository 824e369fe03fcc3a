"""What the network tells, and where it meets."""

from datetime import date, timedelta

import factory
from factory.django import DjangoModelFactory


class NewsItemFactory(DjangoModelFactory):
    class Meta:
        model = "news.NewsItem"

    slug = factory.Sequence("news-{}".format)
    language = "fr"
    title = "Fès rejoint le réseau"
    summary_en = "Fez joins the network."
    status = "published"


class EventFactory(DjangoModelFactory):
    """A meeting of two days in May 2019, online unless a city is given."""

    class Meta:
        model = "news.Event"

    slug = factory.Sequence("event-{}".format)
    kind = "forum"
    name_en = factory.Sequence("Forum {}".format)
    starts_on = date(2019, 5, 13)
    ends_on = factory.LazyAttribute(lambda event: event.starts_on + timedelta(days=1))
    online = factory.LazyAttribute(lambda event: event.city is None)
    city = None


class CampaignFactory(DjangoModelFactory):
    class Meta:
        model = "news.Campaign"

    slug = factory.Sequence("campaign-{}".format)
    name_en = "I'm a Lifelong Learner"
    summary_en = "Shows that people of all ages learn."
