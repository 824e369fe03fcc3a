"""One of everything that not everybody may see, tied to a city, a country, a cohort and a source that are public.

`KEPT_BACK` has a builder for each kind of record: it makes records of that kind alone, with a word in every text.
"""

from datetime import UTC, date, datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db.models import JSONField
from django.utils import timezone

from admissions.models import (
    Admission,
    Call,
    Cohort,
    Correction,
    Document,
    Intake,
    IntakeGroup,
    IntakeLine,
    Nomination,
    NominationStep,
    ProgressReport,
    Recording,
    RoundEntry,
)
from cities.models import City, CityName, Country, FormerAddress, Source
from gnlc.workbench.models import MessageOverride, Term
from news.models import NewsItem
from records.models import HistoryEntry, LoadedFile, LoadedRow, PageReads, Suggestion, TranslationState
from tests.support.marks import marked

TO_COME = date(2031, 3, 1)
INSTANT = datetime(2031, 3, 1, tzinfo=UTC)
PUBLIC_CITY, PUBLIC_SOURCE, PUBLIC_COHORT = "fez", "quoted", "2020"  # of `tests.one_of_everything`


def make(kind, /, **values):
    return kind.objects.create(**{**marked(kind), **values})


def make_of_round(kind, /, **values):
    """Like `make`. What matching and reading found has a form that the desk relies on, and holds nothing here."""
    return make(kind, **{field.name: field.get_default() for field in found_in(kind)} | values)


def found_in(kind):
    """The fields of what matching and reading found, if it is a kind of record of a round."""
    of_rounds = kind in (Recording, Intake, IntakeLine, RoundEntry)
    return [field for field in kind._meta.fields if of_rounds and isinstance(field, JSONField)]


def fez():
    return City.objects.get(slug=PUBLIC_CITY)


def quoted():
    return Source.objects.get(slug=PUBLIC_SOURCE)


def sources(record):
    """What rests on a public text and on one on which nothing public rests."""
    record.sources.add(quoted(), *Source.objects.filter(slug=marked(Source)["slug"]))


def source():
    make(Source, language="en", kind="press")


def country():
    make(Country, code="XA", iso3="XAA", region="arab_states", continent="africa")


def candidate():
    """The city of another country of which only the rest tells."""
    place = {"latitude": 34, "longitude": -5, "precision": "place", "population": 200_000}
    city = make(City, country_id="XA", kind="consortium", **place)
    city.profile_sources.add(*Source.objects.filter(slug=marked(Source)["slug"]))


def spelling():
    """That of the admission to come."""
    text = marked(Admission)["name_as_announced"]
    make(CityName, city=fez(), text=text, kind="announced")


def cohort():
    sources(make(Cohort, year=TO_COME.year, kind="round", announced_on=TO_COME, announced_cities=77))


def admission():
    """A member that will be announced again, and the candidate."""
    later = Cohort.objects.get(slug=marked(Cohort)["slug"])
    for city in City.objects.filter(slug__in=[PUBLIC_CITY, marked(City)["slug"]]):
        sources(make(Admission, city=city, cohort=later, confidence="listed", announced_again=True))


def correction():
    about = {"city": fez(), "cohort": Cohort.objects.get(slug=PUBLIC_COHORT)}
    sources(make(Correction, nature="other", corrected_on=TO_COME, **about))


def address():
    city = City.objects.get(slug=marked(City)["slug"])
    make(FormerAddress, country=fez().country, moved_to=city, public_to=timezone.now(), was_public=False)


def news():
    """A draft, and one whose time has not come: about the member, about the candidate, and about both cohorts."""
    own = marked(NewsItem)["slug"]
    for status, about, slug in (("draft", PUBLIC_COHORT, own), ("scheduled", marked(Cohort)["slug"], f"{own}-2")):
        item = make(
            NewsItem, slug=slug, status=status, shown_from=INSTANT, language="de", published_on=TO_COME,
            cohort=Cohort.objects.filter(slug=about).first(), image="",
        )  # fmt: skip
        item.cities.set(City.objects.filter(slug__in=[PUBLIC_CITY, marked(City)["slug"]]))


def call():
    sources(make(Call, year=2029, opens_on=date(2028, 6, 1)))


def nomination():
    """The member, the candidate, and one of which there is no city yet."""
    cities = [*City.objects.filter(slug__in=[PUBLIC_CITY, marked(City)["slug"]]), None]
    for number, city in enumerate(cities):
        name = f"{marked(Nomination)['name']} {number}"
        facts = {"name": name, "city": city, "country": city.country if city else fez().country}
        make(Nomination, call=Call.objects.get(), nominated_on=date(2028, 9, 1), state="recommended", **facts)


def step():
    make(NominationStep, nomination=Nomination.objects.first(), state="recommended", on=date(2026, 1, 1))


def report():
    make(ProgressReport, admission=fez().admissions.get(cohort__slug=PUBLIC_COHORT), due_on=date(2022, 9, 1))


def document():
    for owner in ({"nomination": Nomination.objects.first()}, {"report": ProgressReport.objects.first()}):
        make(Document, kind="other", file=ContentFile(b"%PDF-1.4", "letter.pdf"), **owner)


def recording():
    """A round that is being prepared, one that is planned for an instant, further work on a public cohort; and why
    those were taken back that were public."""
    why = marked(Recording)["reason_for_recall"]
    Recording.objects.filter(state="recalled").update(reason_for_recall=why)
    known = Cohort.objects.get(slug=PUBLIC_COHORT)
    for state, about in (("open", None), ("scheduled", None), ("open", known)):
        values = {"state": state, "cohort": about, "publish_at": INSTANT, "time_zone": "UTC", "reason_for_recall": ""}
        make_of_round(Recording, year=TO_COME.year, announced_on=TO_COME, **values)


def intake():
    for round_ in Recording.objects.all():
        make_of_round(Intake, recording=round_, language="en", source=quoted())
    make_of_round(
        Intake, recording=Recording.objects.first(), language="fr", source=quoted(), set_aside_at=timezone.now()
    )


def entry():
    for round_ in Recording.objects.exclude(state="recalled"):
        make_of_round(RoundEntry, recording=round_, country=fez().country, city=fez(), decision="existing")
        make_of_round(RoundEntry, recording=round_, country=fez().country, decision="new", geonames_id=1)


def line():
    facts = {"number": 1, "position": 1, "kind": "city", "country": fez().country}
    make_of_round(IntakeLine, intake=Intake.objects.first(), entry=RoundEntry.objects.first(), **facts)


def group():
    make(IntakeGroup, intake=Intake.objects.first())


def suggestion():
    make(Suggestion, record=fez(), answer="")
    decided = {"state": "not_followed", "decided_at": timezone.now(), "email": ""}
    make(Suggestion, record=fez(), **decided)


def translation():
    """The text from which a translation was made, before it was changed."""
    old = {"source_seen": marked(TranslationState)["source_seen"], "state": "to_check"}
    TranslationState.objects.filter(key=str(fez().pk), field="profile").update(**old)


def history():
    kind = ContentType.objects.get_for_model(City)
    make(HistoryEntry, content_type=kind, object_pk="0", action=1, timestamp=timezone.now() - timedelta(days=1))


def loaded():
    make(LoadedFile, fingerprint="0")


def row():
    make(LoadedRow, key="fez", model="cities.city", record=str(fez().pk), line=1)


def reads():
    PageReads.objects.create(model="admissions.Call", key="1", month=date(2026, 1, 1), number=7)


def term():
    make(Term, kind="word")


def wording():
    make(MessageOverride, language="fr")


KEPT_BACK = {
    Source: source, Country: country, City: candidate, CityName: spelling, Cohort: cohort, Admission: admission,
    Correction: correction, FormerAddress: address, NewsItem: news, Term: term, TranslationState: translation,
    HistoryEntry: history, LoadedFile: loaded, LoadedRow: row, PageReads: reads, MessageOverride: wording,
    Suggestion: suggestion, Call: call, Nomination: nomination, NominationStep: step, ProgressReport: report,
    Document: document, Recording: recording, Intake: intake, RoundEntry: entry, IntakeLine: line,
    IntakeGroup: group,
}  # fmt: skip


def keep_back(*kinds):
    """Make the records of these kinds, or of all."""
    for model, build in KEPT_BACK.items():
        if not kinds or model in kinds:
            build()
