"""The page of statistics, and the files with the numbers of charts."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views import View
from django.views.generic import TemplateView

from admissions.models import Cohort, Rule
from cities.models import City, Country
from gnlc.charts.files import as_csv
from gnlc.pages.public import PublicPage
from records.as_of import AsOfDay
from records.output.csv_response import refusal

from . import cohort, country, network
from .records import chart_of_the_network


class StatisticsView(PublicPage, AsOfDay, TemplateView):
    """The network in numbers, today or as of a day."""

    template_name = "statistics/statistics.html"

    def get_context_data(self, **kwargs):
        charts = {name.replace("-", "_"): chart_of_the_network(name, self.asked_day) for name in network.CHARTS}
        return super().get_context_data(
            charts=charts,
            members=City.objects.as_of(self.day).count(),
            countries=Country.objects.with_members(self.day).count(),
            quota_rules=Rule.objects.filter(subject="quota").prefetch_related("sources"),
            **kwargs,
        )


class FileView(AsOfDay, View):
    """The numbers of one of the `charts`, today or as of a day."""

    charts = network.CHARTS

    def get(self, request, name, **kwargs):
        if name not in self.charts:
            raise Http404
        if self.day_form.errors:
            return refusal(self.day_form)
        return as_csv(self.charts[name](*self.about(**kwargs), self.day), self.day, *kwargs.values())

    def about(self):
        return ()


class CountryFileView(FileView):
    charts = country.CHARTS

    def about(self, code):
        return (get_object_or_404(Country.objects.public(), code=code.upper()),)


class CohortFileView(FileView):
    charts = cohort.CHARTS

    def about(self, slug):
        cohorts = Cohort.objects.public().with_recorded(self.day)
        return (get_object_or_404(cohorts, slug=slug).as_announced_by(self.day),)
