"""The page beside a city that tells what it was on a day, and which record makes it a member, or why none does."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from admissions.membership.why import why
from cities.models import City
from records.admin.choosing import could_be_key
from records.as_of import DayField, today


class AnyDayField(DayField):
    """A day that may be to come."""

    def validate(self, value):
        forms.DateField.validate(self, value)


class DayForm(forms.Form):
    day = AnyDayField(
        label=gettext_lazy("Day"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class MembershipView(TemplateView):
    """For those who may see cities and admissions."""

    template_name = "admin/city_membership.html"
    admin = None

    def get_context_data(self, **kwargs):
        key = self.kwargs["object_id"]
        city = City.objects.filter(pk=key).first() if could_be_key(City, key) else None
        if city is None:
            raise Http404
        user = self.request.user
        if not (user.has_perm("cities.view_city") and user.has_perm("admissions.view_admission")):
            raise PermissionDenied
        form = DayForm({"day": self.request.GET.get("day") or today()})
        answer = why(city, form.cleaned_data["day"]) if form.is_valid() else None
        own = {"title": _("Membership on a day"), "original": city, "opts": City._meta, "form": form, "answer": answer}
        return super().get_context_data(**self.admin.admin_site.each_context(self.request) | own | kwargs)
