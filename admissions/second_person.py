"""Where a second person publishes: nothing that one person does alone makes an admission public."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from admissions.membership.days import days_of
from admissions.models import Admission, Cohort
from records.as_of import today


def hindrance_of_admission(admission):
    """Why one person may not save it as it is now: "" where nothing becomes public by that, or by one hand it may."""
    if not settings.SECOND_PERSON_PUBLISHES:
        return ""
    before = Admission.objects.select_related("cohort").filter(pk=admission.pk).first() if admission.pk else None
    if before is None:
        return _(
            "Here a second person publishes: prepare this admission at the desk of rounds, with “Add a city”, "
            "and let somebody else publish it."
        )
    if before.city_id != admission.city_id:
        return _(
            "Here a second person publishes: another city would become a member by this. Annul or end this "
            "admission, and prepare that of the other city at the desk of rounds."
        )
    return _of_days(before.counts_from, days_of(admission)[0])


def hindrance_of_cohort(cohort):
    """The same for a cohort, whose day is that of its admissions."""
    if not settings.SECOND_PERSON_PUBLISHES or not cohort.pk:
        return ""
    waiting = cohort.admissions.filter(admitted_on=None)
    before = Cohort.objects.filter(pk=cohort.pk).first()
    return _of_days(before.counts_from, cohort.first_day) if before and waiting.exists() else ""


def refuse_alone(record):
    """Raise ValidationError where saving an admission or a cohort would let one person publish alone."""
    hindrances = {Admission: hindrance_of_admission, Cohort: hindrance_of_cohort}
    sentence = hindrances[type(record)](record)
    if sentence:
        raise ValidationError(sentence)


def _of_days(before, after):
    is_public = before is not None and before <= today()
    if is_public or after is None or (before is not None and after >= before):
        return ""
    return _(
        "Here a second person publishes: an earlier day would make public what is not public yet. Prepare it at "
        "the desk of rounds, and let somebody else publish it."
    )
