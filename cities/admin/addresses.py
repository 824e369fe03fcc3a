"""The page on which a city gets another address, or two records of one city become one."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.validators import MaxLengthValidator
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop
from django.views.generic import TemplateView

from cities.addresses import merge, move
from cities.models import City
from records.admin.choosing import RecordChoice, could_be_key
from records.exceptions import RefusedError
from records.history.attribution import attributed


class MoveForm(forms.Form):
    slug = forms.SlugField(
        label=gettext_lazy("New address"),
        validators=[MaxLengthValidator(60)],
        widget=forms.TextInput(attrs={"dir": "ltr"}),
    )


class MergeForm(forms.Form):
    """The other cities of the country; those of another one are never the same city."""

    into = RecordChoice(City.objects.none(), label=gettext_lazy("The record that stays"))

    def __init__(self, city, *args):
        super().__init__(*args)
        others = City.objects.in_country(city.country_id).exclude(pk=city.pk)
        self.fields["into"].queryset = others.sorted_by_name()
        self.fields["into"].label_from_instance = lambda other: f"{other} ({other.slug})"


class AddressView(TemplateView):
    """Both deeds, for those who may change cities."""

    template_name = "admin/city_address.html"
    admin = None

    def dispatch(self, request, *args, **kwargs):
        key = self.kwargs["object_id"]
        self.city = City.objects.filter(pk=key).first() if could_be_key(City, key) else None
        if self.city is None:
            raise Http404
        if not request.user.has_perm("cities.change_city"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def may_merge(self):
        """Merging moves all that refers to a city; it is for those who may also make cities."""
        return self.request.user.has_perm("cities.add_city")

    def get_context_data(self, **kwargs):
        kwargs["may_merge"] = self.may_merge
        kwargs.setdefault("move_form", MoveForm(initial={"slug": self.city.slug}))
        kwargs.setdefault("merge_form", MergeForm(self.city))
        site = self.admin.admin_site.each_context(self.request)
        title = _("Address and double records")
        return super().get_context_data(**site | {"title": title, "original": self.city, "opts": City._meta} | kwargs)

    def post(self, request, object_id):
        is_merge = "merge" in request.POST
        if is_merge and not self.may_merge:
            raise PermissionDenied
        form = MergeForm(self.city, request.POST) if is_merge else MoveForm(request.POST)
        if form.is_valid():
            done = gettext_noop("Both records are one now.") if is_merge else gettext_noop("The address was changed.")
            try:
                with attributed(reason=done):
                    city = merge(self.city, **form.cleaned_data) if is_merge else move(self.city, **form.cleaned_data)
            except RefusedError as error:
                form.add_error(None, str(error))
            else:
                self.admin.log_change(request, city, _(done))
                messages.success(request, _(done))
                return redirect("admin:cities_city_change", city.pk)
        name = "merge_form" if is_merge else "move_form"
        return self.render_to_response(self.get_context_data(**{name: form}), status=422)
