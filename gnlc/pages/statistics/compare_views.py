"""Two cohorts or two countries beside each other."""

from dataclasses import replace

from django import forms
from django.http import Http404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.generic import TemplateView

from admissions.models import Cohort
from cities.filters import CodesField
from cities.models import City, Country
from gnlc.charts.files import as_csv
from gnlc.pages.public import PublicPage
from records.as_of import AsOfDay
from records.output.csv_response import refusal

from . import pairs
from .records import file_address


class SlugsField(forms.MultipleChoiceField):
    def to_python(self, value):
        return list(dict.fromkeys(each for each in super().to_python(value) if each))


class PairForm(forms.Form):
    """Two cohorts or two countries, from one query string."""

    cohort = SlugsField(
        required=False,
        error_messages={"invalid_choice": _("“%(value)s” is not a cohort in which cities were admitted.")},
    )
    country = CodesField(
        required=False,
        error_messages={"invalid_choice": _("The registry has no city in a country with the code “%(value)s”.")},
    )

    def __init__(self, data, cohorts, countries):
        data = data.copy()
        data.setlist("country", [code for code in data.getlist("country") if code])
        super().__init__(data)
        self.fields["cohort"].choices = [(slug, slug) for slug in cohorts]
        self.fields["country"].choices = [(code, code) for code in countries]

    def clean(self):
        cohorts, countries = self.cleaned_data.get("cohort"), self.cleaned_data.get("country")
        if cohorts and countries:
            raise forms.ValidationError(_("Compare two cohorts or two countries, not one with the other."))
        if cohorts and len(cohorts) != 2:
            raise forms.ValidationError(_("Choose two different cohorts."))
        if countries and len(countries) != 2:
            raise forms.ValidationError(_("Choose two different countries."))


class Compared(AsOfDay):
    """For a view: what can be chosen, and the `pair` that was, [] without one."""

    @cached_property
    def cohorts(self):
        found = Cohort.objects.announced_by(self.day).admitting().with_recorded(self.day)
        found = found.prefetch_related("corrections").order_by("-year", "slug")
        return {cohort.slug: cohort.as_announced_by(self.day) for cohort in found}

    @cached_property
    def countries(self):
        return {country.code: country for country in Country.objects.public().sorted_by_name()}

    @cached_property
    def form(self):
        return PairForm(self.request.GET, self.cohorts, self.countries)

    @cached_property
    def kind(self):
        return "cohort" if self.form.is_valid() and self.form.cleaned_data["cohort"] else "country"

    @cached_property
    def pair(self):
        records = self.cohorts if self.kind == "cohort" else self.countries
        return [records[key] for key in self.form.cleaned_data[self.kind]] if self.form.is_valid() else []

    def charts(self):
        build = pairs.charts_of_cohorts if self.kind == "cohort" else pairs.charts_of_countries
        return build(self.pair, self.day)


class CompareView(PublicPage, Compared, TemplateView):
    """The facts of two records in two columns, charts with both, and the cities of both."""

    template_name = "statistics/compare.html"

    def get_context_data(self, **kwargs):
        chosen = {name: [*self.request.GET.getlist(name), "", ""][:2] for name in ("cohort", "country")}
        return super().get_context_data(
            form=self.form,
            kind=self.kind,
            choices=[
                ("cohort", _("Two cohorts"), self.cohorts.values(), [chosen["cohort"][0], chosen["cohort"][1]]),
                ("country", _("Two countries"), self.countries.values(), [each.upper() for each in chosen["country"]]),
            ],
            pair=self.pair,
            **(self.compared() if self.pair else {}),
            **kwargs,
        )

    def compared(self):
        facts = pairs.facts_of_cohorts if self.kind == "cohort" else pairs.facts_of_countries
        query = "&".join(f"{self.kind}={key}" for key in self.form.cleaned_data[self.kind])
        charts = {
            name: replace(chart, address=f"{file_address('compare-file', name)}?{query}{self.day_asked()}")
            for name, chart in self.charts().items()
        }
        found = facts(self.pair, self.day)
        return {
            "facts": [each for each in found if not each.is_reported],
            "reported": [each for each in found if each.is_reported],
            "charts": charts.values(),
            "in_both": self.in_both(),
            "cities": [(record, list(self.cities_of(record).sorted_by_name())) for record in self.pair],
        }

    def cities_of(self, record):
        if self.kind == "cohort":
            return City.objects.of_cohort(record, self.day)
        return City.objects.as_of(self.day).in_country(record.code)

    def in_both(self):
        """Cities that were announced in the one cohort and again in the other."""
        if self.kind == "country":
            return City.objects.none()
        return self.cities_of(self.pair[0]).of_cohort(self.pair[1], self.day).sorted_by_name()

    def day_asked(self):
        return f"&as_of={self.asked_day.isoformat()}" if self.asked_day else ""


class CompareFileView(Compared, View):
    """The numbers of one of the charts."""

    def get(self, request, name):
        if not self.pair or name not in (charts := self.charts()):
            raise Http404
        if self.day_form.errors:
            return refusal(self.day_form)
        return as_csv(charts[name], self.day, *(key.lower() for key in self.form.cleaned_data[self.kind]))
