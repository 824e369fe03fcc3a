"""A registry with one of everything that has a public page. Every text in it says its language.

A name of which no language is known says ‹name›; ° marks names that have one for each language.
"""

from datetime import UTC, date, datetime

from django.core.files.base import ContentFile
from modeltranslation.translator import translator

from admissions.models import Agreement, Award, MembershipNote, Rule
from cities.models import Audience, Cluster, FormerAddress, SustainableDevelopmentGoal, Venue
from news.models import Campaign, Conference
from tests.factories import (
    AdmissionFactory,
    AnnulledAdmissionFactory,
    CampaignFactory,
    CorrectionFactory,
    CountryFactory,
    EventFactory,
    InitiativeFactory,
    KeyFeatureFactory,
    NewsItemFactory,
    PartnershipFactory,
    RecordingFactory,
    ReportedFigureFactory,
    SourceFactory,
)

SAYS = {"en": "‹english›", "fr": "‹français›", "ar": "‹عربي›", "ko": "‹한국어›"}
NAME_SAYS = {"en": "‹english°›", "fr": "‹français°›", "ar": "‹عربي°›"}
DAY = date(2020, 9, 1)
INSTANT = datetime(2026, 9, 1, tzinfo=UTC)
PHOTO = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082"
)
PAGES = [
    "", "cities/", "cities/?country=MA&year=2020&region=arab_states&as_of=2024-02-20", "cities/?q=Fezz&country=MA",
    "cities/?year=soon&as_of=never", "cities/?status=other", "cities/fez/", "cities/laayoune/", "cities/gone/",
    "countries/", "countries/ma/", "admissions/", "admissions/2020/", "admissions/2020/?as_of=2020-02-14",
    "admissions/2026/", "network/", "sources/", "sources/?q=Fezz", "sources/?kind=soon", "sources/quoted/",
    "corrections/", "news/", "news/?language=xx", "news/?country=MA&cohort=2020",
    "news/2020/", "news/fez-joins/", "about/", "cities/fez/suggest/", "countries/ma/suggest/",
    "admissions/2020/suggest/", "news/fez-joins/suggest/", "accessibility/",
    "statistics/", "statistics/?as_of=2020-09-01", "compare/", "compare/?cohort=2020&cohort=2015",
    "compare/?cohort=2020", "compare/?country=MA&country=FR", "countries/fr/", "cities/map/",
    "cities/map/?view=MA&year=2020&as_of=2024-02-20", "cities/map/?view=soon", "network/map/",
    "network/map/?as_of=2020-09-01", "atlantis/",
    "learning/", "learning/?feature=feature-1", "learning/?place=atlantis&q=Fezz&country=MA",
    "learning/reading/", "partnerships/", "agreements/", "campaigns/", "campaigns/campaign/", "events/",
    "events/?kind=xx", "events/event/", "events/coming/",
]  # fmt: skip


def one_of_everything(*languages):
    """Record it with texts in these languages; the others are missing."""
    source = SourceFactory(
        slug="quoted",
        title=SAYS["ko"],
        language="ko",
        publisher="‹name›",
        kind="press",
        url="https://example.org/",
        published_on=DAY,
    )
    admission = AdmissionFactory(
        city__slug="fez",
        city__name_en=NAME_SAYS["en"],
        city__kind="city",
        city__latitude=34,
        city__longitude=-5,
        city__precision="place",
        city__population=1150131,
        city__population_year=2024,
        city__website="https://example.org/",
        city__geonames_id=2548885,
        city__wikidata_id="Q80985",
        city__photo_credit="‹name›",
        city__photo_licence="‹name›",
        city__photo_alt_en=SAYS["en"],
        city__photo=ContentFile(PHOTO, "fez.png"),
        cohort__announced_on=DAY,
        cohort__announced_cities=2,
        cohort__announced_countries=1,
        cohort__network_cities_after=229,
        cohort__network_countries_after=64,
        cohort__network_citizens_after=390,
        name_as_announced="‹name›",
        announced_again=False,
    )
    city, cohort, country = admission.city, admission.cohort, admission.city.country
    ended = AdmissionFactory(
        city__slug="former",
        cohort=cohort,
        ended_on=date(2023, 9, 1),
        end_reason="withdrew",
        name_as_announced="‹name›",
    )
    undated = AdmissionFactory(city__slug="undated", cohort=None, member_by=DAY, name_as_announced="‹name›")
    annulled = AnnulledAdmissionFactory(
        city__slug="laayoune",
        city__name_en=NAME_SAYS["en"],
        cohort=cohort,
        annulled_on=date(2020, 9, 2),
        name_as_announced="‹name›",
    )
    correction = CorrectionFactory(
        cohort=cohort, city=annulled.city, corrected_on=date(2020, 9, 2), authority="‹name›"
    )
    twin = AdmissionFactory(
        city__slug="twin",
        city__country=CountryFactory(code="FR"),
        cohort__year=2015,
        cohort__last_year=2016,
        cohort__announced_on=DAY.replace(year=2016),
        name_as_announced="‹name›",
    )
    note = MembershipNote.objects.create(
        city=city, cohort=cohort, kind="admitted_twice", day=DAY, day_precision="month"
    )
    award = Award.objects.create(year=2021, city=city, name_as_announced="‹name›")
    agreement = Agreement.objects.create(slug="agreement", country=country, signed_on=DAY)
    agreement.cities.add(city)
    feature = KeyFeatureFactory()
    initiative = InitiativeFactory(slug="reading", city=city, since_year=2019)
    initiative.key_features.add(feature)
    same_city, alike = InitiativeFactory(city=city), InitiativeFactory(city=ended.city)
    alike.key_features.add(feature)
    venues = [Venue.objects.create(slug=slug) for slug in ("school", "library")]
    initiative.venues.set(venues)
    cluster = Cluster.objects.create(slug="cluster", strategy_period="2019–2021")
    cluster.coordinators.add(city)
    rules = [
        Rule.objects.create(slug=slug, subject=subject, valid_by=2022)
        for slug, subject in (("rule", "quota"), ("national-commission", "application"))
    ]
    goal = SustainableDevelopmentGoal.objects.create(number=4)
    initiative.goals.add(goal)
    audience = Audience.objects.create(slug="youth")
    initiative.audiences.add(audience)
    partnership = PartnershipFactory(
        cities=[city, ended.city], since=DAY, since_precision="month", until=date(2023, 9, 1), until_precision="day"
    )
    campaign = Campaign.objects.create(
        slug="campaign", cohort=cohort, hashtag="#‹name›", since=DAY, since_precision="month"
    )
    form = CampaignFactory(slug="form", cohort=cohort)
    event = EventFactory(slug="event", starts_on=DAY, ends_on=date(2020, 9, 3), city=city, online=True)
    coming = EventFactory(slug="coming", kind="award", starts_on=date(2099, 9, 1), ends_on=date(2099, 9, 1))
    conference = Conference.objects.create(
        number=1, slug="conference", held_from=DAY, held_to=date(2020, 10, 1), city=city, country=country, event=event
    )
    item = NewsItemFactory(
        slug="fez-joins",
        language="ko",
        title=SAYS["ko"],
        publisher="‹name›",
        cohort=cohort,
        url="https://example.org/",
        published_on=DAY,
        image=ContentFile(PHOTO, "news.png"),
        image_credit="‹name›",
        image_licence="‹name›",
        image_alt_en=SAYS["en"],
    )
    item.cities.add(city)
    ReportedFigureFactory(as_of=DAY, source=source, quote=SAYS["ko"])
    ReportedFigureFactory(as_of=date(2024, 9, 1), as_of_precision="month", source=source, quote=SAYS["ko"])
    recording = RecordingFactory(state="recalled", published_at=INSTANT, recalled_at=INSTANT)
    RecordingFactory(year=2020, state="recalled", published_at=INSTANT, recalled_at=INSTANT)
    gone = FormerAddress.objects.create(slug="gone", country=country, public_from=INSTANT, public_to=INSTANT)
    translated = [
        city,
        country,
        ended.city,
        undated.city,
        annulled.city,
        twin,
        twin.city,
        twin.city.country,
        twin.cohort,
        gone,
        feature,
        initiative,
        same_city,
        alike,
        goal,
        audience,
        partnership,
        *venues,
        cluster,
        cohort,
        admission,
        correction,
        note,
        *rules,
        agreement,
        campaign,
        form,
        event,
        coming,
        conference,
        item,
    ]
    for record in translated:
        speak(record, languages)
    for title in ("title_en", "title_fr", "title_ar"):
        setattr(recording, title, SAYS[title[-2:]] if title[-2:] in languages else "")
    recording.save()
    for record in (
        admission,
        annulled,
        cohort,
        correction,
        note,
        award,
        agreement,
        feature,
        initiative,
        same_city,
        alike,
        partnership,
        cluster,
        *rules,
        campaign,
        form,
        event,
        coming,
        conference,
    ):
        record.sources.add(source)
    twin.cohort.sources.add(source)
    city.profile_sources.add(source)


def speak(record, languages):
    """Give each translated field a text in each of the languages, and none in the others."""
    for field in translator.get_options_for_model(type(record)).get_field_names():
        for language in ("en", "fr", "ar"):
            says = NAME_SAYS if field == "name" else SAYS
            setattr(record, f"{field}_{language}", says[language] if language in languages else "")
    record.save()
