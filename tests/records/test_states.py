"""Steps: which one is next, where it leads, and the sentence with which another one is refused."""

from datetime import date, timedelta

import pytest
from django.db.models import TextChoices

from records.as_of import today
from records.exceptions import RefusedError
from records.states import Steps, check_day


class Parcel(Steps):
    """What goes its way in two steps, unless it is lost."""

    class State(TextChoices):
        PACKED = "packed", "packed"
        SENT = "sent", "on its way"
        LOST = "lost", "lost"

    STEPS = {
        "send": ((State.PACKED,), State.SENT),
        "lose": ((State.PACKED, State.SENT), State.LOST),
    }
    NOT_NEXT = "The parcel is %(state)s."

    def __init__(self, state):
        self.state = state


@pytest.mark.parametrize(("state", "possible"), [("packed", ["send", "lose"]), ("sent", ["lose"]), ("lost", [])])
def test_the_state_says_which_steps_come_next(state, possible):
    assert [verb for verb in Parcel.STEPS if Parcel(state).may(verb)] == possible


def test_a_step_leads_to_a_state():
    assert [Parcel("packed").after(verb) for verb in Parcel.STEPS] == ["sent", "lost"]


def test_a_step_that_is_not_the_next_one_is_refused_in_the_words_of_the_state():
    with pytest.raises(RefusedError, match=r"^The parcel is on its way\.$"):
        Parcel("sent").refuse_unless_next("send")
    assert Parcel("packed").refuse_unless_next("send") is None


def test_a_step_that_nobody_knows_is_a_fault_of_the_program():
    with pytest.raises(KeyError):
        Parcel("packed").may("open")


def test_a_day_to_come_is_refused_and_today_is_not():
    assert check_day(today()) is None
    with pytest.raises(RefusedError, match="still to come"):
        check_day(today() + timedelta(days=1))


def test_a_day_before_the_one_that_has_to_come_first_is_refused_and_that_day_is_not():
    assert check_day(date(2020, 5, 2), after=date(2020, 5, 2)) is None
    with pytest.raises(RefusedError, match=r"^This cannot be dated before 2 May 2020\.$"):
        check_day(date(2020, 5, 1), after=date(2020, 5, 2))
