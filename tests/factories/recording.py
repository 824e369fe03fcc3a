"""The work on a round that is not public yet."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from .cities import CountryFactory, SourceFactory


class RecordingFactory(DjangoModelFactory):
    """The work on a round of 2026 that no list was received for yet."""

    class Meta:
        model = "admissions.Recording"

    year = 2026
    slug = factory.LazyAttribute(lambda recording: str(recording.year))
    title_en = factory.LazyAttribute(lambda recording: f"Admissions of {recording.year}")
    announced_on = factory.LazyAttribute(lambda recording: date(recording.year, 2, 14))


class IntakeFactory(DjangoModelFactory):
    """A list that was kept and not read."""

    class Meta:
        model = "admissions.Intake"

    recording = factory.SubFactory(RecordingFactory)
    language = "en"
    source = factory.SubFactory(SourceFactory)
    text = "Fez (Morocco)"


class IntakeLineFactory(DjangoModelFactory):
    class Meta:
        model = "admissions.IntakeLine"

    intake = factory.SubFactory(IntakeFactory)
    number = 1
    position = factory.Sequence(int)
    raw = "Fez (Morocco)"
    kind = "city"
    name = "Fez"
    country = factory.SubFactory(CountryFactory)


class IntakeGroupFactory(DjangoModelFactory):
    """A question that nobody has answered yet."""

    class Meta:
        model = "admissions.IntakeGroup"

    intake = factory.SubFactory(IntakeFactory)
    words = "Not admitted"


class RoundEntryFactory(DjangoModelFactory):
    """A city of a round that is to be decided."""

    class Meta:
        model = "admissions.RoundEntry"

    recording = factory.SubFactory(RecordingFactory)
    country = factory.SubFactory(CountryFactory)
    name_en = factory.Sequence("Town {}".format)
