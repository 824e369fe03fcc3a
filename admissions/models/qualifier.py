"""The word that a source puts before a number that it does not state exactly."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Qualifier(models.TextChoices):
    """Nothing where a number stands by itself."""

    NEARLY = "nearly", pgettext_lazy("before a number", "nearly")
    ABOUT = "about", pgettext_lazy("before a number", "about")
    MORE_THAN = "more_than", pgettext_lazy("before a number", "more than")


_WRITTEN = {
    Qualifier.NEARLY: _("nearly %(number)s"),
    Qualifier.ABOUT: _("about %(number)s"),
    Qualifier.MORE_THAN: _("more than %(number)s"),
}


def qualified(number, qualifier):
    """A number, or a number with what it counts, after its word: `nearly 500 million citizens`. The number alone,
    where its source puts no word before it."""
    return str(_WRITTEN[qualifier]) % {"number": number} if qualifier else number


def qualifier_field(label):
    """The field of the word before a number."""
    return models.CharField(
        label,
        max_length=9,
        choices=Qualifier,
        blank=True,
        help_text=_("As the source has it; empty where the number stands by itself."),
    )


def known_and_of_a_number(**fields):
    """The condition that each word is known and stands before a number; `fields` are {of the word: of the number}."""
    condition = Q()
    for word, number in fields.items():
        condition &= Q(**{word: ""}) | (Q(**{f"{word}__in": Qualifier.values, f"{number}__isnull": False}))
    return condition
