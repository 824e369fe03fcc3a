"""Calls for nominations: the days by which something has to be done before a round."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cities.models import Source
from records.validators import validate_visible

# Of a call, in the order in which they come.
DAYS = ("opens_on", "applications_due_on", "nominations_due_on", "jury_due_on")


class Call(models.Model):
    """The call for the round of one year. Days that are not known, or not set, are empty.

    The day of the announcement is none of its days: that is under embargo until it has come.
    """

    year = models.PositiveSmallIntegerField(_("year of the round"), unique=True)
    opens_on = models.DateField(_("opens on"), null=True, blank=True)
    applications_due_on = models.DateField(_("cities apply until"), null=True, blank=True)
    nominations_due_on = models.DateField(_("National Commissions nominate until"), null=True, blank=True)
    jury_due_on = models.DateField(_("the jury recommends until"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True, validators=[validate_visible])
    sources = models.ManyToManyField(Source, related_name="calls", verbose_name=_("sources"), blank=True)

    class Meta:
        verbose_name = _("call for nominations")
        verbose_name_plural = _("calls for nominations")
        ordering = ["-year"]
        constraints = [
            models.CheckConstraint(
                condition=Q(year__range=(2015, 2100)),
                name="call_year",
                violation_error_message=_("The year of a call is one from 2015 to 2100."),
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{earlier: None}) | Q(**{later: None}) | Q(**{f"{later}__gte": F(earlier)}),
                    name=f"call_{later.removesuffix('_on')}_after_{earlier.removesuffix('_on')}",
                    violation_error_message=_("The days of a call follow one another: one of them comes too early."),
                )
                for place, earlier in enumerate(DAYS)
                for later in DAYS[place + 1 :]
            ),
        ]

    def __str__(self):
        return str(_("Round of %(year)s")) % {"year": self.year}

    def deadlines(self):
        """[(name of the field, day, what has to be done by it)]; the opening is none."""
        days = [(name, getattr(self, name), self._meta.get_field(name).verbose_name) for name in DAYS[1:]]
        return [(name, day, what) for name, day, what in days if day]
