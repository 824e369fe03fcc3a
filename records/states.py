"""What the steps of a record have in common: which is the next one, on which day, and why another one is refused."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from records.as_of import today
from records.exceptions import RefusedError
from records.locking import lock


class Steps:
    """For a model of which each record goes its way step by step. Each step is a method with the name of a verb.

    `STEPS` is {verb: (the states in which it is the next one, the state to which it leads)}, of the `State` that the
    model has; `state` may be a field, or a property that tells it from days. `NOT_NEXT` is the sentence of a step that
    is not the next one, with "%(state)s" in it. Where more decides than the state, a model says so in `may`, and where
    one sentence does not do, in `why_not`.
    """

    STEPS = {}
    NOT_NEXT = ""

    def may(self, verb):
        """Whether this step is the next one as the record stands."""
        return self.state in self.STEPS[verb][0]

    def why_not(self, verb):
        """Why this step is not the next one, for people."""
        return str(self.NOT_NEXT) % {"state": self.State(self.state).label}

    def after(self, verb):
        """The state to which a step leads."""
        return self.STEPS[verb][1]

    def refuse_unless_next(self, verb):
        """Raise `RefusedError` unless this step is the next one."""
        if not self.may(verb):
            raise RefusedError(self.why_not(verb))

    def begin_step(self, verb):
        """Hold the record as it is now until the end of the transaction; raise `RefusedError` as above."""
        lock(self)
        self.refuse_unless_next(verb)


def check_day(on, *, after=None):
    """Refuse a day that is still to come, or one before `after`, the day of what has to come first."""
    if on > today():
        raise RefusedError(_("This day is still to come."))
    if after and on < after:
        raise RefusedError(_("This cannot be dated before %(day)s.") % {"day": date_format(after)})
