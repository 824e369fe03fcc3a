"""Each deed that changes what a membership rests on stores its days in the same transaction."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db.models import F

from admissions.desk.release.publish import publish
from admissions.desk.release.take_back import take_back
from admissions.models import Admission, Cohort
from cities.models import City
from records.as_of import today
from records.history.restore import restore
from records.models import HistoryEntry
from tests.admissions.desk.rounds import make_countries, round_of
from tests.back_office import at_work, no_inlines
from tests.factories import AdmissionFactory, CityFactory, CohortFactory, SourceFactory

pytestmark = pytest.mark.django_db
MEMBER = "Members already: Fez. Say in their admissions of this cohort that they were announced again."


def days():
    """[(address of the city, first day, last, member today)] of all admissions, as they are stored."""
    columns = ("city__slug", "counts_from", "counts_until", "city__member_today")
    return list(Admission.objects.order_by("city__slug", F("counts_from").asc(nulls_first=True)).values_list(*columns))


@pytest.fixture
def waiting():
    """A cohort of this year without a day, and a city in it that no cohort has made a member."""
    cohort = CohortFactory(year=today().year, announced_on=None)
    return AdmissionFactory(cohort=cohort, city__slug="fez", city__name_en="Fez").cohort


def sent(client, record, **changes):
    """Send the form of a record in the back office with some fields changed; the errors that it names."""
    page = f"/admin/{record._meta.app_label}/{record._meta.model_name}/{record.pk}/change/"
    form = client.get(page).context["adminform"].form
    facts = {field.html_name: field.value() for field in form}
    lists = {name: value for name, value in facts.items() if isinstance(value, list)}
    facts |= {name: [getattr(each, "pk", each) for each in value] for name, value in lists.items()}
    facts = {name: value for name, value in (facts | changes).items() if value is not None}
    answer = client.post(page, facts | no_inlines())
    return {} if answer.status_code == 302 else answer.context["adminform"].form.errors


def test_the_form_of_a_cohort(waiting):
    waiting.sources.add(SourceFactory())
    assert days() == [("fez", None, None, False)]
    assert sent(at_work("registrar"), waiting, announced_on="2026-03-01") == {}
    assert days() == [("fez", date(2026, 3, 1), None, True)]


def test_the_day_of_a_cohort_is_restored_with_that_of_its_admissions():
    cohort = CohortFactory(announced_on=date(2020, 9, 23))
    AdmissionFactory(cohort=cohort, city__slug="fez")
    cohort.announced_on = date(2100, 1, 1)
    cohort.save()
    assert days() == [("fez", date(2100, 1, 1), None, False)]
    restore(HistoryEntry.objects.get_for_object(cohort).first(), lambda record: None)
    assert days() == [("fez", date(2020, 9, 23), None, True)]


def test_a_membership_of_which_an_end_is_restored(waiting):
    admission = Admission.objects.get()
    admission.admitted_on = date(2020, 1, 1)
    admission.save()
    admission.ended_on, admission.end_reason = date(2021, 1, 1), "withdrew"
    admission.save()
    assert days() == [("fez", date(2020, 1, 1), date(2021, 1, 1), False)]
    restore(HistoryEntry.objects.get_for_object(admission).first(), lambda record: None)
    assert days() == [("fez", date(2020, 1, 1), None, True)]


def test_a_round_that_is_published_and_taken_back():
    make_countries()
    city = CityFactory(slug="fez", name_en="Fez")
    recording = round_of("Fez (Morocco)", "Bikok (Cameroon)")
    for entry in recording.entries.filter(decision="open"):
        entry.decision = "new"
        entry.save()
    publish(recording)
    assert {(first, member) for _slug, first, _until, member in days()} == {(date(2026, 2, 14), True)}
    take_back(recording, reason="Too early.")
    assert (days(), City.objects.get(pk=city.pk).member_today) == ([], False)


def test_a_city_may_wait_in_a_cohort_without_a_day_and_be_a_member_by_another(waiting):
    AdmissionFactory(city=City.objects.get(), cohort__year=2020)
    assert days() == [("fez", None, None, True), ("fez", date(2020, 2, 14), None, True)]


def test_a_day_that_would_make_it_a_member_twice_is_refused_with_a_sentence(waiting):
    AdmissionFactory(city=City.objects.get(), cohort__year=2020)
    waiting.announced_on = date(2026, 3, 1)
    with pytest.raises(ValidationError) as refused:
        waiting.clean()
    assert refused.value.message_dict == {"announced_on": [MEMBER]}
    Admission.objects.get(cohort=waiting).delete()
    waiting.clean()


def test_the_form_of_a_cohort_says_so_and_loses_nothing(waiting):
    AdmissionFactory(city=City.objects.get(), cohort__year=2020)
    errors = sent(at_work("registrar"), waiting, announced_on="2026-03-01")
    assert errors["announced_on"] == [MEMBER]
    assert Cohort.objects.get(pk=waiting.pk).announced_on is None


def test_one_that_was_announced_again_does_not_hinder_the_day(waiting):
    AdmissionFactory(city=City.objects.get(), cohort__year=2020)
    again = Admission.objects.get(cohort=waiting)
    again.announced_again = True
    again.save()
    waiting.announced_on = date(2026, 3, 1)
    waiting.clean()
    waiting.save()
    assert days() == [("fez", date(2020, 2, 14), None, True), ("fez", date(2026, 3, 1), None, True)]
