"""Records as a page about taking back names them."""

from dataclasses import dataclass

from django.apps import apps
from django.urls import NoReverseMatch, reverse

from admissions.models import RoundEntry


@dataclass(frozen=True)
class NamedRecord:
    """A record by its model's label, its primary key as text, and its name; it need not exist any more."""

    model: str
    key: str
    label: str

    def __str__(self):
        return self.label

    @property
    def kind(self):
        """What kind of record it is, in words."""
        return apps.get_model(self.model)._meta.verbose_name

    @property
    def address(self):
        """Its page in the back office; "" for what has none, such as a spelling."""
        try:
            return reverse(f"admin:{self.model.lower().replace('.', '_')}_change", args=[self.key])
        except NoReverseMatch:
            return ""


def named(record):
    """A record by its name; the entry of a round by that of its round, on whose page it stands."""
    shown = record.recording if isinstance(record, RoundEntry) else record
    return NamedRecord(shown._meta.label, str(shown.pk), str(shown))
