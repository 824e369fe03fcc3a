"""From the nomination of a candidate to the decision of the network."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from admissions.models import Call, Nomination
from records.as_of import today
from records.exceptions import RefusedError
from records.models import HistoryEntry
from tests.factories import (
    AdmissionFactory,
    AnnulledAdmissionFactory,
    CallFactory,
    CityFactory,
    CountryFactory,
    NominationFactory,
    SourceFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
VERBS = [verb for verb in Nomination.STEPS if verb != "carry_over"]


def on_its_way(*verbs, **facts):
    """A nomination that has taken these steps, one a month, beginning in November."""
    nomination = NominationFactory(**facts)
    for month, verb in enumerate(verbs):
        getattr(nomination, verb)(on=nomination.nominated_on + timedelta(days=30 * (month + 1)))
    return nomination


def test_a_candidate_goes_from_the_nomination_to_the_decision():
    person = UserFactory()
    nomination = NominationFactory()
    nomination.send_to_jury(on=date(2025, 12, 1), by=person)
    nomination.recommend(on=date(2026, 1, 20), by=person, note="Unanimously.")
    nomination.admit(on=date(2026, 2, 1))

    assert (nomination.state, nomination.decided_on) == ("admitted", date(2026, 2, 1))
    assert [(step.state, step.on, step.by, step.note) for step in nomination.steps.all()] == [
        ("with_jury", date(2025, 12, 1), person, ""),
        ("recommended", date(2026, 1, 20), person, "Unanimously."),
        ("admitted", date(2026, 2, 1), None, ""),
    ]


# After these steps, these are the next ones.
NEXT = {
    (): {"send_to_jury", "withdraw"},
    ("send_to_jury",): {"recommend", "advise_against", "defer", "withdraw"},
    ("send_to_jury", "recommend"): {"admit", "decline", "withdraw"},
    ("send_to_jury", "advise_against"): {"decline"},
    ("send_to_jury", "defer"): {"send_to_jury", "withdraw"},
    ("send_to_jury", "recommend", "admit"): set(),
    ("send_to_jury", "advise_against", "decline"): set(),
    ("withdraw",): set(),
}


def may_be_taken(nomination, verb):
    """Whether the step is not refused; it is undone again."""
    try:
        with transaction.atomic():
            getattr(nomination, verb)(on=today())
            transaction.set_rollback(True)
    except RefusedError:
        return False
    finally:
        nomination.refresh_from_db()
    return True


@pytest.mark.parametrize("taken", NEXT, ids=lambda steps: " ".join(steps) or "nominated")
def test_only_the_next_steps_can_be_taken(taken):
    nomination = on_its_way(*taken)
    possible = {verb for verb in VERBS if may_be_taken(nomination, verb)}
    assert possible == NEXT[taken] == {verb for verb in VERBS if nomination.may(verb)}


def test_a_step_that_is_not_the_next_one_is_refused_with_the_state():
    with pytest.raises(RefusedError) as refused:
        on_its_way("withdraw").recommend(on=today())
    assert str(refused.value) == "This is not the next step: the nomination is in the state “withdrawn”."


def test_what_is_missing_keeps_a_candidate_from_the_jury():
    nomination = NominationFactory(commitment_on=None, has_policy=False)
    with pytest.raises(RefusedError, match=r"^Still missing: commitment of the mayor, dated, record of policy\.$"):
        nomination.send_to_jury(on=date(2025, 12, 1))
    assert not nomination.steps.exists()


def test_a_step_is_dated_between_the_last_one_and_today():
    nomination = on_its_way("send_to_jury")
    with pytest.raises(RefusedError, match="This cannot be dated before"):
        nomination.recommend(on=nomination.steps.get().on - timedelta(days=1))
    with pytest.raises(RefusedError, match="still to come"):
        nomination.recommend(on=today() + timedelta(days=1))
    nomination.recommend(on=nomination.steps.get().on)


def test_somebody_who_looked_at_an_older_state_is_refused():
    nomination = on_its_way("send_to_jury")
    same = Nomination.objects.get(pk=nomination.pk)
    nomination.recommend(on=today())
    with pytest.raises(RefusedError, match="“recommended”"):
        same.defer(on=today())


def test_a_step_recorded_by_mistake_is_undone_and_stays_in_the_history():
    nomination = on_its_way("send_to_jury", "recommend", "admit")
    nomination.take_back_last_step()
    assert (nomination.state, nomination.decided_on, nomination.steps.count()) == ("recommended", None, 2)
    nomination.take_back_last_step()
    nomination.take_back_last_step()
    assert nomination.state == "nominated"
    with pytest.raises(RefusedError):
        nomination.take_back_last_step()
    deleted = HistoryEntry.objects.filter(action=HistoryEntry.Action.DELETE)
    assert [entry.changes["state"][0] for entry in reversed(deleted)] == ["admitted", "recommended", "with_jury"]


def test_each_step_is_in_the_history_with_its_person():
    person, nomination = UserFactory(), NominationFactory()
    nomination.send_to_jury(on=date(2025, 12, 1), by=person)
    entry = HistoryEntry.objects.get_for_object(nomination).latest("pk")
    assert (entry.actor, entry.changes) == (person, {"state": ["nominated", "with_jury"]})


def test_a_deferred_candidate_is_nominated_again_for_a_later_round():
    deferred = on_its_way("send_to_jury", "defer")
    again = deferred.carry_over(call=CallFactory(year=2028), on=date(2026, 9, 1))

    assert (again.name, again.country, again.state, again.missing()) == (
        deferred.name,
        deferred.country,
        "nominated",
        [],
    )
    assert (deferred.continued, deferred.state) == (again, "deferred")
    for verb in ["carry_over", *VERBS]:
        assert not deferred.may(verb)


def test_a_candidate_is_carried_over_once_and_forwards():
    deferred = on_its_way("send_to_jury", "defer")
    with pytest.raises(RefusedError, match="later round"):
        deferred.carry_over(call=deferred.call, on=today())
    later = CallFactory(year=2028)
    NominationFactory(call=later, name=deferred.name)
    with pytest.raises(RefusedError, match="nominated for this round already"):
        deferred.carry_over(call=later, on=today())


def test_what_was_decided_is_announced_once_the_admission_is_public():
    city = CityFactory()
    nomination = on_its_way("send_to_jury", "recommend", "admit", city=city)
    assert list(Nomination.objects.to_be_announced()) == [nomination]
    AdmissionFactory(city=city, cohort__year=2024)
    AnnulledAdmissionFactory(city=CityFactory(), cohort__year=2026)
    assert (nomination.admission, list(Nomination.objects.announced())) == (None, [])

    city.admissions.get().end(on=date(2025, 1, 1), reason="withdrew", source=SourceFactory())
    admission = AdmissionFactory(city=city, cohort__year=2026)
    assert nomination.admission == admission
    assert list(Nomination.objects.to_be_announced()) == []
    assert list(Nomination.objects.announced()) == [nomination]
    with pytest.raises(RefusedError, match="The admission is public"):
        nomination.take_back_last_step()


def test_more_candidates_of_a_country_than_the_rules_allow_are_pointed_out():
    korea = CountryFactory(code="KR")
    sent = [NominationFactory(country=korea) for _ in range(3)]
    on_its_way("withdraw", country=korea)
    NominationFactory(country=korea, call=CallFactory(year=2028))
    NominationFactory()
    assert not Nomination.objects.crowding().exists()
    sent.append(NominationFactory(country=korea))
    assert set(Nomination.objects.crowding()) == set(sent)


def test_a_city_is_of_the_country_that_nominates_it():
    nomination = NominationFactory.build(country=CountryFactory(), city=CityFactory(country=CountryFactory(code="KR")))
    with pytest.raises(ValidationError, match="another country"):
        nomination.clean()


@pytest.mark.parametrize(
    ("constraint", "facts"),
    [
        ("nomination_has_name", {"name": ""}),
        ("nomination_decided_has_day", {"state": "admitted"}),
        ("nomination_decided_has_day", {"decided_on": date(2026, 1, 1)}),
    ],
)
def test_the_database_refuses_an_impossible_nomination(constraint, facts):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        NominationFactory(**facts)


def test_a_candidate_and_a_city_are_nominated_once_in_a_round():
    first = NominationFactory(city=CityFactory())
    with pytest.raises(IntegrityError), transaction.atomic():
        NominationFactory(name=first.name)
    with pytest.raises(IntegrityError), transaction.atomic():
        NominationFactory(city=first.city)
    NominationFactory(name=first.name, city=first.city, call=CallFactory(year=2028))


def test_the_days_of_a_call_follow_one_another():
    with pytest.raises(IntegrityError, match="call_jury_due_after_opens"), transaction.atomic():
        Call.objects.create(year=2028, opens_on=date(2027, 2, 1), jury_due_on=date(2027, 1, 1))
    with pytest.raises(IntegrityError, match="call_year"), transaction.atomic():
        Call.objects.create(year=2013)
    call = Call.objects.create(year=2028, opens_on=date(2027, 2, 1), nominations_due_on=date(2027, 5, 1))
    assert [(day, str(what)) for name, day, what in call.deadlines()] == [
        (date(2027, 5, 1), "National Commissions nominate until")
    ]


def test_what_is_dated_has_happened():
    nomination = NominationFactory.build(country=CountryFactory(), commitment_on=today() + timedelta(days=1))
    with pytest.raises(ValidationError, match="still to come"):
        nomination.clean()


def test_an_admission_that_was_announced_and_annulled_waits_for_nobody():
    city = AnnulledAdmissionFactory(cohort__year=2026).city
    NominationFactory(city=city, state="admitted", decided_on=date(2026, 1, 1))
    assert not Nomination.objects.to_be_announced().exists()
