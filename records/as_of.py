"""Pages as of a day: `?as_of=2020-09-23` shows what the register held on that day."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

FIRST_DAY = date(2013, 10, 23)  # the Beijing Declaration
MEMBERSHIP_OPENED = date(2015, 9, 1)  # at the second conference, in Mexico City
OPENED = date(2026, 11, 21)  # this register


def today():
    """The day it is in the registry's time zone."""
    return timezone.now().date()


class DayField(forms.DateField):
    """A past day, or today, written as 2020-09-23."""

    input_formats = ["%Y-%m-%d"]
    default_error_messages = {"invalid": _("“%(value)s” is not a day: write it as 2020-09-23.")}

    def to_python(self, value):
        try:
            return super().to_python(value)
        except forms.ValidationError:
            raise forms.ValidationError(self.error_messages["invalid"], "invalid", {"value": value}) from None

    def validate(self, value):
        super().validate(value)
        if value and value > today():
            raise forms.ValidationError(_("This day is still to come."), "future")
        if value and value < FIRST_DAY:
            raise forms.ValidationError(_("The network was founded on 23 October 2013."), "before")


class DayForm(forms.Form):
    as_of = DayField(required=False)


class AsOfDay:
    """For a view: `self.day` is the day asked for, else today. Pages get `as_of`, the day if one was asked for."""

    @cached_property
    def day_form(self):
        form = DayForm(self.request.GET)
        form.is_valid()
        return form

    @property
    def asked_day(self):
        return self.day_form.cleaned_data.get("as_of")

    @property
    def day(self):
        return self.asked_day or today()

    def get_context_data(self, **kwargs):
        return super().get_context_data(as_of=self.asked_day, day=self.day, day_form=self.day_form, **kwargs)
