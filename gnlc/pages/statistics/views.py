"""The page of statistics, and the files with the numbers of charts."""

from dataclasses import replace

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views import View
from django.views.generic import TemplateView

from admissions.models import Cohort, Rule
from cities.models import City, Country
from gnlc.pages.charts.files import as_csv
from records.as_of import AsOfDay
from records.csv_response import refusal

from . import cohort, country, network
from .records import file_address


class StatisticsView(AsOfDay, TemplateView):
    """The network in numbers, today or as of a day."""

    template_name = "pages/statistics/statistics.html"

    def get_context_data(self, **kwargs):
        charts = {
            name.replace("-", "_"): replace(
                build(self.day), address=file_address("statistics-file", name, as_of=self.asked_day)
            )
            for name, build in network.CHARTS.items()
        }
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
        return (get_object_or_404(Country.objects.known_to_the_registry(), code=code.upper()),)


class CohortFileView(FileView):
    charts = cohort.CHARTS

    def about(self, slug):
        return (get_object_or_404(Cohort.objects.with_recorded(self.day), slug=slug).as_announced_by(self.day),)
