"""What others published about the size of the network; never mixed with what is counted here."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from admissions.querysets import ReportedFigureQuerySet
from cities.models import Source
from records.fields.partial_dates import DatePrecision, last_day, partial_date

from .qualifier import known_and_of_a_number, qualified, qualifier_field


class ReportedFigure(models.Model):
    """A published size of the network, in the words of its source. Rows contradict each other, as the press does.

    A number may have a word before it, such as "nearly". `new_countries` are those that the source says had their
    first cities in the latest cohort.
    """

    as_of = models.DateField(_("as of"), help_text=_("The first day, if only the month or the year is known."))
    as_of_precision = models.CharField(
        _("known to the"), max_length=5, choices=DatePrecision, default=DatePrecision.DAY
    )
    cities = models.PositiveSmallIntegerField(_("cities"), null=True, blank=True)
    cities_qualifier = qualifier_field(_("word before the cities"))
    countries = models.PositiveSmallIntegerField(_("countries"), null=True, blank=True)
    countries_qualifier = qualifier_field(_("word before the countries"))
    citizens = models.PositiveSmallIntegerField(_("citizens, in millions"), null=True, blank=True)
    citizens_qualifier = qualifier_field(_("word before the citizens"))
    new_countries = models.PositiveSmallIntegerField(_("countries new to the network"), null=True, blank=True)
    source = models.ForeignKey(Source, models.PROTECT, related_name="reported_figures", verbose_name=_("source"))
    quote = models.CharField(_("words of the source"), max_length=250)

    objects = ReportedFigureQuerySet.as_manager()

    class Meta:
        verbose_name = _("reported figure")
        verbose_name_plural = _("reported figures")
        ordering = ["-as_of", "source__slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(cities__isnull=False)
                | Q(countries__isnull=False)
                | Q(citizens__isnull=False)
                | Q(new_countries__isnull=False),
                name="reported_figure_says_something",
                violation_error_message=_("Give at least one number."),
            ),
            models.CheckConstraint(
                condition=known_and_of_a_number(
                    cities_qualifier="cities", countries_qualifier="countries", citizens_qualifier="citizens"
                ),
                name="reported_figure_word_before_number",
                violation_error_message=_("A word such as “nearly” needs the number that it stands before."),
            ),
            models.UniqueConstraint(fields=["as_of", "source"], name="reported_figure_once_a_day_and_source"),
        ]

    def __str__(self):
        parts = [(self.cities, self.cities_qualifier), (self.countries, self.countries_qualifier)]
        numbers = "/".join(str(qualified(*part)) for part in parts if part[0] is not None)
        return f"{self.as_of_in_words} · {numbers}" if numbers else self.as_of_in_words

    @property
    def latest_day(self):
        """The last day that it may be about: of a year or a month, the last one."""
        return last_day(self.as_of, self.as_of_precision)

    @property
    def as_of_in_words(self):
        return partial_date(self.as_of, self.as_of_precision)
