"""What the steps in the life of a membership have in common: each has a day, and is refused with a sentence."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from records.as_of import today
from records.exceptions import RefusedError


def check_day(on, *, after=None):
    """Refuse a day that is still to come, or one before `after`, the day of what has to come first."""
    if on > today():
        raise RefusedError(_("This day is still to come."))
    if after and on < after:
        raise RefusedError(_("This cannot be dated before %(day)s.") % {"day": date_format(after)})


def hold(record):
    """Read the record anew and keep others from changing it until the transaction ends."""
    record.refresh_from_db(from_queryset=type(record)._base_manager.select_for_update().order_by("pk"))
