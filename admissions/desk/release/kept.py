"""Records as a page about taking back names them, and what became of each."""

from dataclasses import asdict, dataclass

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import TextChoices
from django.urls import NoReverseMatch, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from admissions.models import RoundEntry
from records.fields.display import label


class Kept(TextChoices):
    """Why taking back left a record as it is."""

    EDITED = "edited", _("edited since")
    USED = "used", _("other records refer to it")
    GONE = "gone", _("no longer there")


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


@dataclass(frozen=True)
class Outcome(NamedRecord):
    """What became of a record that a round made (`is_new`) or changed. It is undone unless it is `kept_because`.

    Then `fields` are the names of those that were edited since, `held_by` the `NamedRecord`s that refer to it.
    """

    is_new: bool
    kept_because: str = ""
    fields: tuple = ()
    held_by: tuple = ()

    @classmethod
    def from_json(cls, kept):
        """An outcome as a recording keeps it."""
        held_by = tuple(NamedRecord(**each) for each in kept["held_by"])
        return cls(**kept | {"fields": tuple(kept["fields"]), "held_by": held_by})

    def as_json(self):
        """It and what holds it, as a recording keeps it."""
        return asdict(self)

    @property
    def reason(self):
        """Why it is kept, in words."""
        return Kept(self.kept_because).label

    @property
    def edited(self):
        """What the fields that were edited since are called."""
        return [called for name in self.fields if (called := _label(apps.get_model(self.model), name))]


def named(record):
    """A record by its name; the entry of a round by that of its round, on whose page it stands."""
    shown = record.recording if isinstance(record, RoundEntry) else record
    return NamedRecord(shown._meta.label, str(shown.pk), str(shown))


def _label(model, name):
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return ""
    is_column = field.concrete or field.many_to_many
    return label(field) if is_column else str(capfirst(field.related_model._meta.verbose_name_plural))
