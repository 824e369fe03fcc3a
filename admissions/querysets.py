"""The questions people ask about cohorts, nominations, published figures and rounds that are being recorded."""

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.utils import timezone

from records.as_of import MEMBERSHIP_OPENED, today
from records.querysets import RecordQuerySet
from records.search.querysets import sort_column
from records.visibility import Open

MOST_OF_A_COUNTRY = 3  # candidates that a National Commission may nominate in a round, by the network's rules


class CohortQuerySet(RecordQuerySet):
    def announced_by(self, day):
        """Cohorts that were announced by that day."""
        return self.filter(counts_from__lte=day)

    def public(self):
        """Those that have been announced."""
        return self.announced_by(today())

    def with_recorded(self, day=None):
        """Each with the numbers recorded here, `recorded_cities` and `recorded_countries`, as of a day or today.

        Admissions that were annulled by then do not count.
        """
        admission = self.model._meta.get_field("admissions").related_model
        admitted = Q(admissions__in=admission.objects.announced_by(day or today()))
        return self.annotate(
            recorded_cities=Count("admissions__city", filter=admitted, distinct=True),
            recorded_countries=Count("admissions__city__country", filter=admitted, distinct=True),
        )

    def admitting(self):
        """Cohorts in which cities were admitted; the founding of the network admitted nobody."""
        return self.exclude(kind="founding")

    def founding_members_before_they_count(self, day):
        """The cohort of the first members, where these were being admitted one by one on a day before it counts."""
        founding = self.filter(kind="rolling", year=MEMBERSHIP_OPENED.year, counts_from__gt=day)
        return founding if day >= MEMBERSHIP_OPENED else self.none()

    def rounds(self):
        """Cohorts that were admitted together, each country sending at most three."""
        return self.filter(kind="round")

    def next_to(self, cohort, day):
        """The cohorts announced before and after one, as of a day: (previous, next), None where there is none."""
        in_order = list(self.announced_by(day).order_by("year", "slug"))
        place = next((index for index, each in enumerate(in_order) if each.pk == cohort.pk), None)
        if place is None:
            return (in_order[-1] if in_order else None), None
        return (in_order[place - 1] if place else None), (in_order[place + 1 :] or [None])[0]

    def in_the_news(self):
        """Cohorts that have been announced and that a public news item is about."""
        items = self.model._meta.get_field("news_items").related_model.objects.public()
        return self.public().filter(Exists(items.filter(cohort=OuterRef("pk"))))


class NominationQuerySet(models.QuerySet):
    def counting(self):
        """Nominations that count for the number that a country may send: all but those withdrawn."""
        return self.exclude(state="withdrawn")

    def announced(self):
        """Those that led to an admission that is recorded, and so public."""
        return self.filter(Exists(self._led_to))

    def to_be_announced(self):
        """Admissions that the network has decided and nobody outside knows of."""
        return self.filter(state="admitted").exclude(Exists(self._led_to))

    def crowding(self):
        """Those of countries that sent more candidates to a round than the network's rules allow."""
        same = self.model.objects.counting().filter(call=OuterRef("call"), country=OuterRef("country"))
        number = same.order_by().values("country").annotate(number=Count("pk")).values("number")
        return self.counting().alias(sent=Subquery(number)).filter(sent__gt=MOST_OF_A_COUNTRY)

    @property
    def _led_to(self):
        admission = self.model._meta.get_field("city").related_model._meta.get_field("admissions").related_model
        return admission.objects.public_by(today()).filter(city=OuterRef("city"), cohort__year=OuterRef("call__year"))


class ReportedFigureQuerySet(Open, models.QuerySet):
    def of_a_known_day(self):
        """Numbers of cities published for a known day, the oldest first.

        Of one day, those that also say the number of countries come last.
        """
        is_complete = Q(countries__isnull=False)
        return (
            self.filter(cities__isnull=False, as_of_precision="day")
            .alias(is_complete=is_complete)
            .select_related("source")
            .order_by("as_of", "is_complete", "-source__slug")
        )

    def telling_new_countries(self, day):
        """Those published by a day that say how many countries were new to the network."""
        return (
            self.filter(new_countries__isnull=False, as_of__lte=day).select_related("source").order_by("as_of", "pk")
        )


class CorrectionQuerySet(RecordQuerySet):
    def published_by(self, day):
        return self.filter(corrected_on__lte=day)

    def public(self):
        return self.published_by(today())


class RecordingQuerySet(models.QuerySet):
    def in_work(self):
        """Rounds that are not public yet."""
        return self.filter(state__in=["open", "scheduled"])

    def unpublished(self):
        """Rounds that were never public: in work, planned or put away."""
        return self.filter(published_at=None)

    def due(self):
        """Rounds whose instant of publication has come."""
        return self.filter(state="scheduled", publish_at__lte=timezone.now())

    def recalled(self):
        """Rounds that were public and were taken back, the last one first."""
        return self.filter(state="recalled").order_by("-recalled_at")

    def without_cohort(self):
        """Rounds of which no cohort is left at the address."""
        cohorts = self.model._meta.get_field("cohort").related_model
        return self.exclude(slug__in=cohorts.objects.values("slug"))

    def with_progress(self):
        """Each with the number of its cities, `found`, and of those still to be decided, `undecided`."""
        return self.annotate(
            found=Count("entries", filter=~Q(entries__decision="left_out"), distinct=True),
            undecided=Count("entries", filter=Q(entries__decision="open"), distinct=True),
        )


class RoundEntryQuerySet(models.QuerySet):
    def undecided(self):
        return self.filter(decision="open")

    def counting(self):
        """Entries that stand for a city of the round, decided or not."""
        return self.exclude(decision="left_out")

    def drafts(self):
        """Cities of rounds that are not public: not yet, or not any more."""
        return self.exclude(recording__state="published")

    def of_published_rounds(self):
        """Cities of rounds that were published, also of those that were taken back."""
        return self.counting().filter(recording__published_at__isnull=False)

    def overtaken(self):
        """New cities whose place has been recorded meanwhile: somebody has to decide them again."""
        recorded = self.model._meta.get_field("city").related_model.objects.exclude(geonames_id=None)
        return self.making_a_city().filter(geonames_id__in=recorded.values("geonames_id"))

    def making_a_city(self):
        """Entries that will be a new city of the register."""
        return self.filter(decision__in=["new", "homonym"], city=None)

    def sorted_by_country(self):
        return self.order_by(f"country__{sort_column()}", "pk")


class IntakeQuerySet(models.QuerySet):
    def in_use(self):
        """Lists that were not set aside."""
        return self.filter(set_aside_at=None)

    def of_doubtful_language(self):
        """Lists that look like another language than the one they are said to be in, and nobody has said which."""
        return self.in_use().exclude(looks_like="")

    def with_cities(self):
        """Each with the numbers of cities it names, `cities`, and of lines that list nothing, `others`."""
        city = Q(lines__kind="city")
        listed = Q(lines__group="") | Exists(_taken_groups(self.model, OuterRef("pk"), OuterRef("lines__group")))
        return self.annotate(
            cities=Count("lines", filter=city & listed),
            others=Count("lines", filter=Q(lines__kind__in=["text", "left_out"]) | city & ~listed),
        )


def _taken_groups(intake, key, words):
    """Groups beside a list that somebody took, by the list's key and the words."""
    groups = intake._meta.get_field("beside").related_model
    return groups.objects.taken().filter(intake=key, words=words)


class IntakeGroupQuerySet(models.QuerySet):
    def in_use(self):
        """Groups beside lists that were not set aside."""
        return self.filter(intake__set_aside_at=None)

    def unanswered(self):
        """Groups of which nobody has said yet whether they are taken."""
        return self.in_use().filter(answer="open")

    def taken(self):
        return self.filter(answer="taken")

    def with_names(self):
        """Each with the number of lines that name something in it, `names`."""
        own = Q(intake__lines__group=F("words"), intake__lines__kind__in=["city", "unread"])
        return self.annotate(names=Count("intake__lines", filter=own))


class IntakeLineQuerySet(models.QuerySet):
    def in_use(self):
        """Lines that count: of lists that were not set aside, and of no group beside them that nobody took."""
        return self.of_lists_in_use().filter(Q(group="") | Q(is_taken=True))

    def unread(self):
        """Lines of which somebody has to say what they name, or why they are left out."""
        return self.in_use().filter(kind="unread")

    def beside(self):
        """Lines of groups that nobody took, beside lists in use."""
        return self.of_lists_in_use().exclude(group="").filter(is_taken=False)

    def of_lists_in_use(self):
        """Lines of lists that were not set aside; `is_taken` says whether somebody took the group of a line."""
        intake = self.model._meta.get_field("intake").related_model
        taken = Exists(_taken_groups(intake, OuterRef("intake"), OuterRef("group")))
        return self.filter(intake__set_aside_at=None).annotate(is_taken=taken)
