"""What a city is as a member; the answer itself is that of `admissions.membership`."""

from django.db import models

from records.as_of import today


class HasStanding(models.Model):
    class Meta:
        abstract = True

    def standing(self, day=None):
        """What the city was on a day, or is today: a member since when, until when, by which admission, or none.

        Asks for nothing where `admissions__cohort` is prefetched.
        """
        return self.admissions.all().standing(day or today())

    @property
    def is_member(self):
        return self.standing().is_member

    @property
    def was_member(self):
        """Whether a membership stood until a day that has passed."""
        return self.standing().is_former

    @property
    def was_annulled(self):
        """Whether each admission of it was withdrawn by a correction."""
        return self.standing().kind == "annulled"

    @property
    def member_since(self):
        """The cohort in which the current membership was first announced, or None when no source says it."""
        standing = self.standing()
        return standing.cohort if standing.is_member else None

    @property
    def member_until(self):
        """The day on which the latest membership ended, or None where one goes on or none stood."""
        standing = self.standing()
        return standing.until if standing.is_former else None
