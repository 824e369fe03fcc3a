"""Records for tests, complete enough to be valid and holding no surprises."""

from datetime import date, timedelta

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


class CohortFactory(DjangoModelFactory):
    """A round, announced on the 14th of February of its year; the same year gives the same cohort."""

    class Meta:
        model = "admissions.Cohort"
        django_get_or_create = ["slug"]

    year = 2020
    slug = factory.LazyAttribute(lambda cohort: str(cohort.year))
    kind = "round"
    title_en = factory.LazyAttribute(lambda cohort: f"Admissions of {cohort.year}")
    announced_on = factory.LazyAttribute(lambda cohort: date(cohort.year, 2, 14))


class AdmissionFactory(DjangoModelFactory):
    class Meta:
        model = "admissions.Admission"

    city = factory.SubFactory(CityFactory)
    cohort = factory.SubFactory(CohortFactory)
    name_as_announced = factory.LazyAttribute(lambda admission: admission.city.name_en)
    confidence = "listed"


class AnnulledAdmissionFactory(AdmissionFactory):
    status = "annulled"
    annulled_on = factory.LazyAttribute(lambda admission: date(admission.cohort.year, 2, 15))


class ReportedFigureFactory(DjangoModelFactory):
    class Meta:
        model = "admissions.ReportedFigure"

    as_of = date(2020, 9, 23)
    cities = 229
    countries = 64
    source = factory.SubFactory(SourceFactory)
    quote = "229 cities in 64 countries"


class NewsItemFactory(DjangoModelFactory):
    class Meta:
        model = "news.NewsItem"

    slug = factory.Sequence("news-{}".format)
    language = "fr"
    title = "Fès rejoint le réseau"
    summary_en = "Fez joins the network."
    status = "published"


class SuggestionFactory(DjangoModelFactory):
    """A claim about a city that nobody has decided yet."""

    class Meta:
        model = "cities.Suggestion"

    record = factory.SubFactory(CityFactory)
    wrong = "The population is wrong."
    right = "1,256,172"
    source = "Census of 2024, https://www.hcp.ma/"


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


class UserFactory(DjangoModelFactory):
    class Meta:
        model = "auth.User"

    username = factory.Sequence("person-{}".format)
    is_staff = True


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


class EntryFactory(DjangoModelFactory):
    """A city of a round that is to be decided."""

    class Meta:
        model = "admissions.Entry"

    recording = factory.SubFactory(RecordingFactory)
    country = factory.SubFactory(CountryFactory)
    name_en = factory.Sequence("Town {}".format)


class CorrectionFactory(DjangoModelFactory):
    """The corrigendum of 2020: 55 cities were announced, 54 remained the day after."""

    class Meta:
        model = "admissions.Correction"

    slug = factory.Sequence("correction-{}".format)
    nature = "annulment"
    cohort = factory.SubFactory(CohortFactory)
    corrected_on = date(2020, 9, 24)
    authority = "UNESCO Institute for Lifelong Learning"
    note_en = "One city was removed."
    cities_before, cities_after = 55, 54
    network_before, network_after = 230, 229


class CallFactory(DjangoModelFactory):
    """The call for the round of 2026; the same year gives the same call."""

    class Meta:
        model = "admissions.Call"
        django_get_or_create = ["year"]

    year = 2026


class NominationFactory(DjangoModelFactory):
    """A candidate of whom nothing is missing, nominated in the year before the round."""

    class Meta:
        model = "admissions.Nomination"

    call = factory.SubFactory(CallFactory)
    country = factory.SubFactory(CountryFactory)
    name = factory.Sequence("Candidate {}".format)
    nominated_on = factory.LazyAttribute(lambda nomination: date(nomination.call.year - 1, 10, 1))
    commitment_on = factory.LazyAttribute(lambda nomination: date(nomination.call.year - 1, 9, 1))
    endorsed_on = factory.LazyAttribute(lambda nomination: date(nomination.call.year - 1, 9, 20))
    administration_commits = has_good_practice = has_policy = True


class ProgressReportFactory(DjangoModelFactory):
    """The first report of a member of 2024."""

    class Meta:
        model = "admissions.ProgressReport"

    admission = factory.SubFactory(AdmissionFactory, cohort__year=2024)
    due_on = date(2026, 2, 14)
