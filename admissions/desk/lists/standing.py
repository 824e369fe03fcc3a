"""What the registry already knows of the membership of a city that is about to be recorded."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from admissions.models import Admission


@dataclass(frozen=True)
class Standing:
    """One admission of the city: `code` is "here", "annulled_here", "member", "annulled" or "former"."""

    code: str
    years: str

    @property
    def is_harmless(self):
        """Whether recording the city again says nothing new, so that nobody has to look."""
        return self.code == "here"

    def __str__(self):
        sentences = {
            "here": _("Recorded in this cohort already: the sources and spellings of the lists are added to it."),
            "annulled_here": _("Its admission in this cohort was annulled by a correction, and stays annulled."),
            "member": _("A member already, admitted %(years)s: it will be recorded as announced again."),
            "annulled": _("Admitted %(years)s; that admission was annulled by a correction."),
            "former": _("Was a member, admitted %(years)s; that membership has ended."),
        }
        return sentences[self.code] % {"years": self.years or _("in an unknown year")}


def standings(city_keys, cohort_key):
    """{city: [Standing]} for these cities and the cohort that is recorded, in one query; nothing for new cities."""
    found = {}
    for admission in Admission.objects.filter(city__in=city_keys).select_related("cohort").order_by("cohort__year"):
        years = admission.cohort.years if admission.cohort else ""
        found.setdefault(admission.city_id, []).append(Standing(_code(admission, cohort_key), years))
    return found


def _code(admission, cohort_key):
    here = cohort_key is not None and admission.cohort_id == cohort_key
    if admission.status == Admission.Status.ANNULLED:
        return "annulled_here" if here else "annulled"
    if here:
        return "here"
    return "member" if admission.is_current else "former"
