"""The end of a membership, and its annulment: steps of an admission that is public."""

from django.db import models, transaction
from django.utils.translation import gettext, gettext_noop

from records.exceptions import RefusedError
from records.history.attribution import attributed
from records.locking import lock
from records.slugs import free_slug, shortened
from records.states import Steps, check_day

from .correction import Correction


class Membership(Steps, models.Model):
    """What can become of an admission. Nothing is deleted: the city keeps its page, which says since when and why."""

    class Meta:
        abstract = True

    def may(self, verb):
        """Whether this step is possible as the admission stands."""
        if verb == "take_back_end":
            return self.ended_on is not None
        goes_on = self.status == self.Status.ADMITTED and self.ended_on is None and self.counts_from is not None
        # Without a cohort, nothing was announced that a correction could withdraw.
        return goes_on and (verb != "annul" or self.cohort_id is not None)

    def why_not(self, verb):
        """Why this step is not possible, for people."""
        if self.ended_on:
            return gettext("This membership has ended.")
        if self.annulled_on:
            return gettext("This admission was annulled.")
        if self.counts_from is None and verb != "take_back_end":
            return gettext("This admission has no day yet and makes nobody a member: give it a day first.")
        if verb == "annul":
            return gettext("No source says in which cohort this was announced: it cannot be annulled.")
        return gettext("This membership has not ended.")

    @transaction.atomic
    def end(self, *, on, reason, source, by=None):
        """The membership ended on that day, for one of the reasons of `EndReason`, by a source.

        A later admission that only announced it again ends with it. The city may be admitted again: that is another
        period, with an admission of its own. Raises `RefusedError`.
        """
        self.begin_step("end")
        with attributed(by, gettext_noop("Membership ended")):
            for admission in self._standing():
                check_day(on)
                if on <= admission.counts_from:
                    raise RefusedError(gettext("A membership ends after the day of admission."))
                admission.ended_on, admission.end_reason = on, reason
                admission.save()
                admission.end_sources.add(source)
        lock(self)

    @transaction.atomic
    def take_back_end(self, *, why, by=None):
        """Undo an end that was recorded by mistake. Raises `RefusedError`, also if the city is a member again."""
        self.begin_step("take_back_end")
        if self._standing():
            raise RefusedError(gettext("This city is a member again by a later admission."))
        with attributed(by, gettext_noop("Taken back: %(why)s"), why=why):
            for admission in self.city.admissions.admitted().filter(ended_on=self.ended_on):
                admission.ended_on, admission.end_reason = None, ""
                admission.save()
                admission.end_sources.clear()
        lock(self)

    @transaction.atomic
    def annul(self, *, on, authority, source, by=None, **notes):
        """The admission was withdrawn by a correction published on that day, which is made and returned.

        `notes` are the public words of it, `note_en` at least. Numbers that it corrected are added to its record.
        """
        self.begin_step("annul")
        check_day(on, after=self.counts_from)
        with attributed(by, gettext_noop("Annulled by a correction")):
            self.status, self.annulled_on = self.Status.ANNULLED, on
            self.save()
            self._count_what_was_announced_again()
            name = f"{shortened(self.city.slug, 45)}-{on:%Y-%m-%d}"
            correction = Correction.objects.create(
                slug=free_slug(name, Correction.objects), nature=Correction.Nature.ANNULMENT, city=self.city,
                cohort=self.cohort, corrected_on=on, authority=authority, **notes,
            )  # fmt: skip
            correction.sources.add(source)
        return correction

    def _standing(self):
        return list(self.city.admissions.never_ending())

    def _count_what_was_announced_again(self):
        """A later admission is no second announcement any more where the first one counts no longer."""
        standing = self._standing()
        if standing and all(admission.announced_again for admission in standing):
            first = min(standing, key=lambda admission: admission.counts_from)
            first.announced_again = False
            first.save()
