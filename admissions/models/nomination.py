"""Nominations: the way of a candidate from its National Commission to the decision of the network."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from admissions.querysets import NominationQuerySet
from cities.models import City, Country
from records.as_of import today
from records.exceptions import RefusedError
from records.history.attribution import attributed
from records.states import Steps, check_day
from records.validators import validate_visible

from .call import Call


class Nomination(Steps, models.Model):
    """A candidate that the National Commission of a country nominated for a round.

    Confidential: the public sees an `Admission`, from the day of its announcement, and nothing of what led to it.
    `decided_on` is the day on which the network decided; the day of the announcement belongs to the admission.
    `name` is the name under which the candidate was nominated, and `city` its record, as soon as there is one.
    """

    class State(models.TextChoices):
        NOMINATED = "nominated", pgettext_lazy("nomination", "nominated")
        WITH_JURY = "with_jury", pgettext_lazy("nomination", "with the jury")
        RECOMMENDED = "recommended", pgettext_lazy("nomination", "recommended")
        NOT_RECOMMENDED = "not_recommended", pgettext_lazy("nomination", "not recommended")
        DEFERRED = "deferred", pgettext_lazy("nomination", "deferred")
        ADMITTED = "admitted", pgettext_lazy("nomination", "admission decided")
        DECLINED = "declined", pgettext_lazy("nomination", "not admitted")
        WITHDRAWN = "withdrawn", pgettext_lazy("nomination", "withdrawn")

    DECIDED = (State.ADMITTED, State.DECLINED)
    STEPS = {
        "send_to_jury": ((State.NOMINATED, State.DEFERRED), State.WITH_JURY),
        "recommend": ((State.WITH_JURY,), State.RECOMMENDED),
        "advise_against": ((State.WITH_JURY,), State.NOT_RECOMMENDED),
        "defer": ((State.WITH_JURY,), State.DEFERRED),
        "admit": ((State.RECOMMENDED,), State.ADMITTED),
        "decline": ((State.RECOMMENDED, State.NOT_RECOMMENDED), State.DECLINED),
        "withdraw": ((State.NOMINATED, State.WITH_JURY, State.RECOMMENDED, State.DEFERRED), State.WITHDRAWN),
        "carry_over": ((State.DEFERRED,), State.DEFERRED),
    }
    NOT_NEXT = _("This is not the next step: the nomination is in the state “%(state)s”.")

    call = models.ForeignKey(Call, models.PROTECT, related_name="nominations", verbose_name=_("round"))
    country = models.ForeignKey(Country, models.PROTECT, related_name="nominations", verbose_name=_("country"))
    name = models.CharField(_("name as nominated"), max_length=120, validators=[validate_visible])
    city = models.ForeignKey(
        City, models.SET_NULL, related_name="nominations", verbose_name=_("city"), null=True, blank=True,
        help_text=_("If the registry has it already."),
    )  # fmt: skip
    nominated_on = models.DateField(_("nominated on"))
    commitment_on = models.DateField(_("commitment of the mayor, dated"), null=True, blank=True)
    endorsed_on = models.DateField(_("endorsement of the National Commission, dated"), null=True, blank=True)
    administration_commits = models.BooleanField(_("commitment of the administration"), default=False)
    has_good_practice = models.BooleanField(_("record of good practice"), default=False)
    has_policy = models.BooleanField(_("record of policy"), default=False)
    note = models.TextField(_("note"), blank=True, validators=[validate_visible])
    continues = models.OneToOneField(
        "self", models.PROTECT, related_name="continued", verbose_name=_("continues the nomination"), null=True,
        blank=True,
    )  # fmt: skip
    state = models.CharField(_("state"), max_length=16, choices=State, default=State.NOMINATED)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)

    objects = NominationQuerySet.as_manager()

    class Meta:
        verbose_name = _("nomination")
        verbose_name_plural = _("nominations")
        ordering = ["-call__year", "country", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["call", "country", "name"], name="nomination_once_in_a_call",
                violation_error_message=_("This candidate has been nominated for this round already."),
            ),
            models.UniqueConstraint(
                fields=["call", "city"], name="nomination_city_once_in_a_call",
                violation_error_message=_("This city has been nominated for this round already."),
            ),
            models.CheckConstraint(condition=~Q(name=""), name="nomination_has_name"),
            models.CheckConstraint(
                condition=Q(state__in=["admitted", "declined"], decided_on__isnull=False)
                | ~Q(state__in=["admitted", "declined"]) & Q(decided_on=None),
                name="nomination_decided_has_day",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.name} · {self.call.year}"

    def clean(self):
        """The city is one of the country that nominates it, and what is dated has happened."""
        for name in ("nominated_on", "commitment_on", "endorsed_on"):
            if getattr(self, name) and getattr(self, name) > today():
                raise ValidationError({name: gettext("This day is still to come.")})
        if self.city and self.country_id and self.city.country_id != self.country_id:
            raise ValidationError({"city": gettext("This city is in another country.")})

    @property
    def admission(self):
        """The admission to which it led, as soon as that is recorded: of the city, in the cohort of the year."""
        return self.city and self.city.admissions.public_by(today()).filter(cohort__year=self.call.year).first()

    def missing(self):
        """What it lacks before it can go to the jury, by the network's rules; a name of a field each."""
        needed = ["commitment_on", "endorsed_on", "administration_commits", "has_good_practice", "has_policy"]
        return [self._meta.get_field(name).verbose_name for name in needed if not getattr(self, name)]

    def may(self, verb):
        """Whether this step is the next one, as far as the state says; none is once it goes on in another round."""
        if hasattr(self, "continued"):
            return False
        return self.state != self.State.NOMINATED if verb == "take_back_last_step" else super().may(verb)

    def send_to_jury(self, *, on, by=None, note=""):
        """Only when nothing is missing."""
        if self.missing():
            raise RefusedError(gettext("Still missing: %(what)s.") % {"what": ", ".join(map(str, self.missing()))})
        return self._step("send_to_jury", on, by, note)

    def recommend(self, *, on, by=None, note=""):
        return self._step("recommend", on, by, note)

    def advise_against(self, *, on, by=None, note=""):
        return self._step("advise_against", on, by, note)

    def defer(self, *, on, by=None, note=""):
        return self._step("defer", on, by, note)

    def admit(self, *, on, by=None, note=""):
        """The network decides; nobody outside learns of it before the announcement."""
        return self._step("admit", on, by, note)

    def decline(self, *, on, by=None, note=""):
        return self._step("decline", on, by, note)

    def withdraw(self, *, on, by=None, note=""):
        """The candidate, or its National Commission, takes the nomination back."""
        return self._step("withdraw", on, by, note)

    @transaction.atomic
    def carry_over(self, *, call, on, by=None):
        """Nominate a deferred candidate for a later round, with all that was checked. Returns the new nomination."""
        self.begin_step("carry_over")
        if call.year <= self.call.year:
            raise RefusedError(gettext("Choose a later round."))
        check_day(on, after=self.nominated_on)
        same = Q(name=self.name, country=self.country_id) | Q(city=self.city_id, city__isnull=False)
        if call.nominations.filter(same).exists():
            raise RefusedError(gettext("This candidate has been nominated for this round already."))
        facts = ["country", "name", "city", "commitment_on", "endorsed_on", "administration_commits"]
        facts += ["has_good_practice", "has_policy", "note"]
        try:
            with attributed(by), transaction.atomic():
                return Nomination.objects.create(
                    call=call, nominated_on=on, continues=self, **{name: getattr(self, name) for name in facts}
                )
        except IntegrityError as error:
            raise RefusedError(gettext("This candidate has been nominated for this round already.")) from error

    @transaction.atomic
    def take_back_last_step(self, *, by=None):
        """Undo a step that was recorded by mistake. The history keeps it."""
        self.begin_step("take_back_last_step")
        if self.state == self.State.ADMITTED and self.admission:
            raise RefusedError(gettext("The admission is public: it can be annulled by a correction, not taken back."))
        with attributed(by):
            self.steps.last().delete()
            last = self.steps.last()
            self._stand(last.state if last else self.State.NOMINATED, last.on if last else None)

    @transaction.atomic
    def _step(self, verb, on, by, note):
        self.begin_step(verb)
        last = self.steps.last()
        check_day(on, after=last.on if last else self.nominated_on)
        with attributed(by):
            self._stand(self.after(verb), on)
            return self.steps.create(state=self.state, on=on, by=by, note=note)

    def _stand(self, state, on):
        self.state, self.decided_on = state, on if state in self.DECIDED else None
        self.save()


class NominationStep(models.Model):
    """A step of a nomination: the state it led to, the day of it, and who recorded it."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="steps", verbose_name=_("nomination"))
    state = models.CharField(_("state"), max_length=16, choices=Nomination.State)
    on = models.DateField(_("date"))
    note = models.TextField(_("note"), blank=True, validators=[validate_visible])
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=_("recorded by"),
        null=True,
        blank=True,
    )
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)

    class Meta:
        verbose_name = _("step of a nomination")
        verbose_name_plural = _("steps of nominations")
        ordering = ["pk"]

    def __str__(self):
        return f"{self.nomination} · {self.get_state_display()}"
