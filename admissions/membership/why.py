"""Why a city was a member on a day, or was none, in sentences: which record makes it one, from when until when."""

from dataclasses import dataclass

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from admissions.membership.days import Ground, first_day
from admissions.membership.standing import Standing, StandingKind
from admissions.membership.standing import standing as standing_of
from records.l10n import apart, day_in_words

VERDICTS = {
    StandingKind.MEMBER: gettext_lazy("%(city)s on %(day)s: member, since %(since)s."),
    StandingKind.FORMER: gettext_lazy(
        "%(city)s on %(day)s: no member any more; it was one from %(since)s until %(until)s."
    ),
    StandingKind.ANNULLED: gettext_lazy("%(city)s on %(day)s: no member; its admission was annulled by a correction."),
    StandingKind.ANNOUNCED: gettext_lazy("%(city)s on %(day)s: no member yet; it is to be one from %(since)s on."),
    StandingKind.NEVER: gettext_lazy("%(city)s on %(day)s: no member, and it had never been one."),
}
GROUNDS = {
    Ground.OWN: gettext_lazy("It counts from %(begins)s, a day of admission of its own."),
    Ground.ANNOUNCED: gettext_lazy("It counts from %(begins)s, the day on which its cohort was announced."),
    Ground.END_OF_YEAR: gettext_lazy(
        "It counts from %(begins)s, the end of its year: no source names a day, and the year was over when the cohort "
        "was recorded here."
    ),
    Ground.SHOWN: gettext_lazy("It counts from %(begins)s, a day on which a source shows the city as a member."),
    Ground.OPENING: gettext_lazy(
        "It counts from %(begins)s, the day on which this register opened: no source names a day."
    ),
    Ground.NONE: gettext_lazy(
        "It counts nowhere and is not public: its cohort has no day of announcement, and the year was not over when "
        "the cohort was recorded here, on %(recorded)s."
    ),
}


@dataclass(frozen=True)
class Reason:
    """What one admission of the city adds, in sentences; it `counts` if it makes the city a member on the day."""

    admission: object
    sentences: tuple
    counts: bool


@dataclass(frozen=True)
class Answer:
    """What the city was on the day, in one sentence, and a `Reason` for each of its admissions, the earliest first."""

    standing: Standing
    verdict: str
    reasons: tuple


def why(city, day):
    """The `Answer` for a city and any day, also one that is to come. One query."""
    admissions = list(city.admissions.select_related("cohort").order_by(F("counts_from").asc(nulls_last=True), "pk"))
    standing = standing_of(admissions, day)
    facts = {"city": apart(city), "day": day_in_words(day)}
    for name in ("since", "until"):
        value = getattr(standing, name)
        facts[name] = day_in_words(value) if value else ""
    return Answer(
        standing,
        VERDICTS[standing.kind] % facts,
        tuple(Reason(each, tuple(_sentences(each, day)), each.counts_on(day)) for each in admissions),
    )


def lines(answer):
    """The answer as lines of text: the verdict, then each admission with what it adds."""
    yield answer.verdict
    for reason in answer.reasons:
        yield _("Admission “%(admission)s”: %(sentences)s") % {
            "admission": apart(reason.admission),
            "sentences": " ".join(reason.sentences),
        }
    if not answer.reasons:
        yield _("No admission of this city is recorded.")


def _sentences(admission, day):
    begins, ground = first_day(admission)
    recorded = day_in_words(admission.cohort.recorded_on) if admission.cohort else ""
    yield GROUNDS[ground] % {"begins": begins and day_in_words(begins), "recorded": recorded}
    if begins is None:
        return
    yield from _fate(admission)
    if admission.counts_on(day):
        yield _("On that day it makes the city a member.")
    elif day < admission.counts_from:
        yield _("On that day it did not count yet.")
    else:
        yield _("On that day it counted no longer.")


def _fate(admission):
    """What became of it, whenever that was or will be."""
    if admission.announced_again:
        yield _("The city was a member already when this was announced.")
    if admission.annulled_on:
        facts = {"day": day_in_words(admission.annulled_on)}
        if admission.counts_until == admission.counts_from:
            yield _("A correction annulled it on %(day)s, so that it never counted.") % facts
        else:
            yield _("A correction annulled it: from %(day)s on it counts no longer.") % facts
    elif admission.ended_on:
        facts = {"day": day_in_words(admission.ended_on), "reason": admission.get_end_reason_display()}
        yield _("The membership ends on %(day)s: %(reason)s.") % facts
