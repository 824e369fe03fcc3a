"""Choosing other records in a form while typing, safe against keys that can be none."""

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.utils.translation import gettext as _

LARGEST_KEY = 2**63


def could_be_key(model, text):
    """Whether the database may be asked for this key: some texts and numbers it cannot even look for."""
    try:
        key = model._meta.pk.get_prep_value(text)
    except (TypeError, ValueError):
        return False
    return abs(key) < LARGEST_KEY if isinstance(key, int) else "\0" not in str(key)


class PossibleKeys:
    """For a widget: say what to do in it, and show nothing as chosen where somebody names an impossible key."""

    def build_attrs(self, base_attrs, extra_attrs=None):
        return super().build_attrs(base_attrs, extra_attrs) | {"data-placeholder": _("Type to search")}

    def optgroups(self, name, value, attr=None):
        model = self.field.remote_field.model
        return super().optgroups(name, [key for key in value if could_be_key(model, key)], attr)


class Suggestions(PossibleKeys, AutocompleteSelect):
    pass


class SeveralSuggestions(PossibleKeys, AutocompleteSelectMultiple):
    pass


class RecordChoice(forms.ModelChoiceField):
    def clean(self, value):
        if value and not could_be_key(self.queryset.model, value):
            raise forms.ValidationError(self.error_messages["invalid_choice"], "invalid_choice", {"value": value})
        return super().clean(value)


class RecordsChoice(forms.ModelMultipleChoiceField):
    def clean(self, value):
        for key in value or []:
            if not could_be_key(self.queryset.model, key):
                raise forms.ValidationError(self.error_messages["invalid_pk_value"], "invalid_pk_value", {"pk": key})
        return super().clean(value)
