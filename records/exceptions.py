"""The refusal of a deed."""

from django.utils.translation import gettext as _


class RefusedError(ValueError):
    """A deed that cannot be done; its message is one sentence for the person who asked for it."""


def refuse_double(record):
    """Two records of the same thing, such as an admission in one cohort: a person has to say first which is right."""
    sentence = _("Both records have “%(record)s”: correct or remove one of the two first.")
    raise RefusedError(sentence % {"record": record})
