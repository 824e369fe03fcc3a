"""Who was admitted, when and by whose word."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from .cities import CityFactory, CountryFactory, SourceFactory


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


class MemberFactory(CityFactory):
    """A city that the public knows: a member of 2020."""

    @factory.post_generation
    def admitted(self, create, facts):
        AdmissionFactory(city=self)

    class Meta:
        skip_postgeneration_save = True
