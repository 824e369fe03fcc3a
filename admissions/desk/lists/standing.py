"""What the registry already knows of the membership of a city that is about to be recorded."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from admissions.models import Admission
from records.as_of import today


@dataclass(frozen=True)
class Standing:
    """One admission of the city: `code` is one of those that have a sentence below, `until` a day that is to come."""

    code: str
    years: str
    until: date | None = None

    @property
    def is_harmless(self):
        """Whether recording the city again says nothing new, so that nobody has to look."""
        return self.code == "here"

    def __str__(self):
        sentences = {
            "here": _("Recorded in this cohort already: the sources and spellings of the lists are added to it."),
            "annulled_here": _("Its admission in this cohort was annulled by a correction, and stays annulled."),
            "member": _("A member already, admitted %(years)s: it will be recorded as announced again."),
            "ending": _("A member until %(day)s, admitted %(years)s."),
            "to_come": _(
                "To be a member from a later day, admitted %(years)s: it will be recorded as announced again."
            ),
            "without_day": _("Recorded %(years)s without a day: that admission makes nobody a member."),
            "annulled": _("Admitted %(years)s; that admission was annulled by a correction."),
            "former": _("Was a member, admitted %(years)s; that membership has ended."),
        }
        day = date_format(self.until) if self.until else ""
        return sentences[self.code] % {"years": self.years or _("in an unknown year"), "day": day}


def standings(city_keys, cohort_key):
    """{city: [Standing]} for these cities and the cohort that is recorded, in one query; nothing for new cities."""
    found = {}
    for admission in Admission.objects.filter(city__in=city_keys).select_related("cohort").order_by("cohort__year"):
        years = admission.cohort.years if admission.cohort else ""
        until = admission.ended_on if admission.is_current else None
        standing = Standing(_code(admission, cohort_key), years, until)
        found.setdefault(admission.city_id, []).append(standing)
    return found


def _code(admission, cohort_key):
    here = cohort_key is not None and admission.cohort_id == cohort_key
    if admission.is_annulled_by(today()):
        return "annulled_here" if here else "annulled"
    if here:
        return "here"
    if admission.counts_from is None:
        return "without_day"
    if admission.counts_from > today():
        return "to_come"
    if admission.is_current:
        return "ending" if admission.ended_on else "member"
    return "former"
