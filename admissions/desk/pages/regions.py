"""The region of a country that has none, recorded as a list prints it."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from admissions.desk.lists.regions import record_region
from cities.models import Country
from records.exceptions import RefusedError

from .base import DeskPage
from .words import joined


class RegionForm(forms.Form):
    country = forms.ModelChoiceField(Country.objects.all())
    region = forms.ChoiceField(choices=Country.Region.choices)


class RegionView(DeskPage):
    """Record the region of one country; it needs the right to change countries."""

    http_method_names = ["post"]

    def in_words(self, data):
        form = RegionForm(data)
        country = form.cleaned_data["country"] if form.is_valid() else ""
        return joined(country, country and Country.Region(form.cleaned_data["region"]).label)

    def way_back(self):
        return f"{super().way_back()}#regions"

    def post(self, request, key):
        if not request.user.has_perm("cities.change_country"):
            raise PermissionDenied
        form = RegionForm(request.POST)
        try:
            if form.is_valid():
                country = record_region(self.recording, **form.cleaned_data, by=request.user)
                facts = {"country": country, "region": country.get_region_display()}
                messages.success(request, _("%(country)s: the region %(region)s is recorded.") % facts)
        except RefusedError as error:
            self.explain(error)
        return self.to_desk("#regions")
