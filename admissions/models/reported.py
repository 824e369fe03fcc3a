"""What others published about the size of the network; never mixed with what is counted here."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from admissions.querysets import ReportedFigureQuerySet
from cities.dates import DatePrecision, last_day, partial_date
from cities.models import Source


class ReportedFigure(models.Model):
    """A published size of the network, in the words of its source. Rows contradict each other, as the press does."""

    as_of = models.DateField(_("as of"), help_text=_("The first day, if only the month or the year is known."))
    as_of_precision = models.CharField(
        _("known to the"), max_length=5, choices=DatePrecision, default=DatePrecision.DAY
    )
    cities = models.PositiveSmallIntegerField(_("cities"), null=True, blank=True)
    countries = models.PositiveSmallIntegerField(_("countries"), null=True, blank=True)
    citizens = models.PositiveSmallIntegerField(_("citizens, in millions"), null=True, blank=True)
    source = models.ForeignKey(Source, models.PROTECT, related_name="reported_figures", verbose_name=_("source"))
    quote = models.CharField(_("words of the source"), max_length=250)

    objects = ReportedFigureQuerySet.as_manager()

    class Meta:
        verbose_name = _("reported figure")
        verbose_name_plural = _("reported figures")
        ordering = ["-as_of", "source__slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(cities__isnull=False) | Q(countries__isnull=False) | Q(citizens__isnull=False),
                name="reported_figure_says_something",
                violation_error_message=_("Give at least one number."),
            ),
            models.UniqueConstraint(fields=["as_of", "source"], name="reported_figure_once_a_day_and_source"),
        ]

    def __str__(self):
        numbers = "/".join(str(number) for number in (self.cities, self.countries) if number is not None)
        return f"{self.as_of_in_words} · {numbers}" if numbers else self.as_of_in_words

    @property
    def latest_day(self):
        """The last day that it may be about: of a year or a month, the last one."""
        return last_day(self.as_of, self.as_of_precision)

    @property
    def as_of_in_words(self):
        return partial_date(self.as_of, self.as_of_precision)
