"""The end of a membership, its annulment, and its return."""

from datetime import date, timedelta

import pytest

from admissions.models import Admission, Correction
from cities.models import City
from records.as_of import today
from records.exceptions import RefusedError
from records.history.attribution import reason_in_words
from records.models import HistoryEntry
from tests.factories import AdmissionFactory, AnnulledAdmissionFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.django_db


def members_on(day):
    return list(City.objects.as_of(day))


def test_a_membership_ends_on_a_day_for_a_reason_by_a_source():
    admission, source, person = AdmissionFactory(cohort__year=2015), SourceFactory(), UserFactory()
    admission.end(on=date(2017, 3, 1), reason="withdrew", source=source, by=person)

    assert (admission.ended_on, admission.end_reason, list(admission.end_sources.all())) == (
        date(2017, 3, 1), "withdrew", [source],
    )  # fmt: skip
    assert members_on(date(2017, 2, 28)) == [admission.city]
    assert members_on(date(2017, 3, 1)) == []
    entries = HistoryEntry.objects.get_for_object(admission)
    assert {(entry.actor, reason_in_words(entry)) for entry in entries[:2]} == {(person, "Membership ended")}


def test_a_former_member_is_admitted_again_as_a_new_period_of_the_same_city():
    first = AdmissionFactory(cohort__year=2015)
    first.end(on=date(2017, 3, 1), reason="reports", source=SourceFactory())
    AdmissionFactory(city=first.city, cohort__year=2020)

    days = [date(2016, 1, 1), date(2018, 1, 1), date(2021, 1, 1)]
    assert [members_on(day) for day in days] == [[first.city], [], [first.city]]


def test_an_admission_that_only_announced_a_member_again_ends_with_the_membership():
    first = AdmissionFactory(cohort__year=2015)
    again = AdmissionFactory(city=first.city, cohort__year=2020, announced_again=True)
    first.end(on=date(2022, 1, 1), reason="merged", source=SourceFactory())
    again.refresh_from_db()
    assert (again.ended_on, again.end_reason) == (date(2022, 1, 1), "merged")
    again.take_back_end(why="The wrong city.")
    assert Admission.objects.filter(ended_on=None, end_reason="", end_sources=None).count() == 2


@pytest.mark.parametrize(
    ("days_after_the_announcement", "sentence"),
    [(0, "A membership ends after the day of admission."), (20_000, "This day is still to come.")],
)
def test_an_end_on_an_impossible_day_is_refused(days_after_the_announcement, sentence):
    admission = AdmissionFactory(cohort__year=2015)
    on = admission.counts_from + timedelta(days=days_after_the_announcement)
    with pytest.raises(RefusedError) as refused:
        admission.end(on=on, reason="withdrew", source=SourceFactory())
    assert str(refused.value) == sentence
    admission.refresh_from_db()
    assert admission.ended_on is None


def test_only_what_stands_can_end_and_only_what_has_ended_can_be_taken_back():
    ended = AdmissionFactory(ended_on=date(2021, 1, 1), end_reason="withdrew")
    annulled, standing = AnnulledAdmissionFactory(), AdmissionFactory()
    end = {"on": date(2022, 1, 1), "reason": "withdrew", "source": None}
    for record, deed, sentence in [
        (ended, lambda: ended.end(**end), "This membership has ended."),
        (annulled, lambda: annulled.end(**end), "This admission was annulled."),
        (standing, lambda: standing.take_back_end(why="-"), "This membership has not ended."),
    ]:
        with pytest.raises(RefusedError) as refused:
            deed()
        assert (record, str(refused.value)) == (record, sentence)


def test_an_end_is_not_taken_back_once_the_city_is_a_member_again():
    first = AdmissionFactory(cohort__year=2015, ended_on=date(2017, 3, 1), end_reason="withdrew")
    AdmissionFactory(city=first.city, cohort__year=2020)
    with pytest.raises(RefusedError, match="member again"):
        first.take_back_end(why="A mistake.")


def test_an_annulment_is_a_correction_with_its_source_and_counts_nowhere():
    admission, source = AdmissionFactory(cohort__year=2020), SourceFactory()
    correction = admission.annul(
        on=date(2020, 2, 15), authority="UIL", note_en="One city was removed.", note_fr="Une ville a été retirée.",
        source=source,
    )  # fmt: skip

    assert Correction.objects.get() == correction
    assert (correction.city, correction.cohort, correction.nature) == (admission.city, admission.cohort, "annulment")
    assert (correction.note_fr, list(correction.sources.all())) == ("Une ville a été retirée.", [source])
    assert (admission.status, admission.annulled_on) == ("annulled", date(2020, 2, 15))
    assert (members_on(date(2020, 2, 14)), members_on(date(2020, 2, 15))) == ([admission.city], [])


def test_what_announced_an_annulled_member_again_becomes_the_membership():
    first = AdmissionFactory(cohort__year=2015)
    again = AdmissionFactory(city=first.city, cohort__year=2020, announced_again=True)
    first.annul(on=today(), authority="UIL", note_en="-", source=SourceFactory())
    again.refresh_from_db()
    assert not again.announced_again


def test_what_was_never_announced_in_a_cohort_cannot_be_annulled():
    admission = AdmissionFactory(cohort=None, member_by=date(2019, 3, 1))
    assert not admission.may("annul")
    with pytest.raises(RefusedError, match="cannot be annulled"):
        admission.annul(on=today(), authority="UIL", note_en="-", source=SourceFactory())


def test_two_corrections_of_one_city_on_one_day_have_names_of_their_own():
    first = AdmissionFactory(city__slug="a" * 60, cohort__year=2015)
    again = AdmissionFactory(city=first.city, cohort__year=2020, announced_again=True)
    facts = {"on": date(2021, 1, 1), "authority": "UIL", "note_en": "-", "source": SourceFactory()}
    slugs = [each.annul(**facts).slug for each in (first, again)]
    assert slugs == [f"{'a' * 45}-2021-01-01", f"{'a' * 45}-2021-01-01-2"]


@pytest.mark.parametrize("verb", ["end", "annul"])
def test_what_has_no_day_can_neither_end_nor_be_annulled(verb):
    admission = AdmissionFactory(cohort__year=today().year, cohort__announced_on=None)
    facts = {"reason": "withdrew"} if verb == "end" else {"authority": "UIL", "note_en": "-"}
    assert not admission.may(verb)
    with pytest.raises(RefusedError, match="has no day yet"):
        getattr(admission, verb)(on=today(), source=SourceFactory(), **facts)
