"""The form of a record: it may hold a part of the fields, and overwrites nothing that it has not shown."""

import hashlib
from functools import cached_property

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from records.fields.display import Names, in_words, related_keys

BROUGHT_BACK = "brought_back"  # sent with what comes back after somebody had to sign in


class RecordForm(forms.ModelForm):
    """What is wrong with fields that this form does not hold is said above all of its own.

    `seen` goes with the form: a digest of each value that was shown. Where a value has changed since and differs from
    what is sent, the form says what the other person wrote and saves nothing; what was typed stays. The form shown
    then carries the digests of the values of now, so that sending it again is a decision in view of them. What was
    typed before the session ended is shown and not saved.
    """

    def add_error(self, field, error):
        if field is not None or not hasattr(error, "error_dict"):
            super().add_error(field, error)
            return
        for name, errors in error.error_dict.items():
            super().add_error(name if name in self.fields else None, errors)

    def _post_clean(self):
        """Django leaves out constraints about fields that the form does not hold; what it holds may be at odds with
        those."""
        super()._post_clean()
        if self.instance.pk and not self.errors:
            try:
                self.instance.validate_constraints()
            except ValidationError as error:
                self._update_errors(error)

    @property
    def seen_name(self):
        return self.add_prefix("seen")

    @property
    def seen(self):
        """What a browser sends back; "" in the form of a new record."""
        return " ".join(f"{name}={_digest(value)}" for name, value in self._now.items())

    @cached_property
    def _now(self):
        if self.instance.pk is None:
            return {}
        return {name: _plain(self.get_initial_for_field(field, name)) for name, field in self.fields.items()}

    def clean(self):
        cleaned = super().clean()
        sent = dict(part.split("=", 1) for part in self.data.get(self.seen_name, "").split() if "=" in part)
        for name, value in self._now.items():
            if name in sent and sent[name] != _digest(value) and name in self.changed_data:
                self.add_error(name, _("Somebody else wrote meanwhile: %(value)s") % {"value": self._in_words(name)})
        if BROUGHT_BACK in self.data and self.prefix is None:
            self.add_error(None, _("This is what you had typed. It is not saved yet: look it over, then save it."))
        return cleaned

    def _in_words(self, name):
        field = self._meta.model._meta.get_field(name)
        return in_words(field, self._now[name], Names(related_keys(field, self._now[name]))).text


def _plain(value):
    """The initial value of a field; of related records, their keys."""
    return sorted(record.pk for record in value) if isinstance(value, list | tuple) else value


def _digest(value):
    return hashlib.sha256(str("" if value is None else value).encode()).hexdigest()[:12]
