"""The history of records: to whom and to which reason their changes are attributed."""

from contextlib import contextmanager

from auditlog.context import auditlog_value, set_extra_data
from django.apps import apps
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext

from records.fields.display import label


@contextmanager
def attributed(by=None, reason="", act="", **facts):
    """Changes made meanwhile are this person's, for this reason: a message marked for translation, with its facts.

    By the name of an `act` all that it wrote is found again, see `records.history.acts`. May stand inside another one,
    whose person, reason and act hold where none is given; auditlog alone forgets the outer.

    >>> with attributed(by=person, reason=gettext_noop("Taken back: %(why)s"), why="a mistake"):
    ...     record.save()
    """
    around = auditlog_value.get({})
    told = {"reason": reason, "facts": facts} if reason else around.get("additional_data")
    before = auditlog_value.set(around)
    try:
        with set_extra_data(
            {"actor": by or around.get("actor"), "additional_data": told, "cid": act or around.get("cid")}
        ):
            yield
    finally:
        auditlog_value.reset(before)


def note(record, reason, **facts):
    """Tell in the history of a record what was decided about it where none of its fields changed."""
    entry = apps.get_model("records.HistoryEntry")
    with attributed(reason=reason, **facts):
        entry.objects.log_create(record, force_log=True, action=entry.Action.UPDATE, changes={})


def reason_in_words(entry):
    """The reason of an entry in the reader's language; "" where none was given.

    An `instant` among its facts is said as a date and time, a translated `column` by its name and its language.
    """
    told = entry.additional_data or {}
    if not told.get("reason"):
        return ""
    facts = dict(told["facts"])
    if "instant" in facts:
        facts["instant"] = date_format(timezone.localtime(parse_datetime(facts["instant"])), "DATETIME_FORMAT")
    if "column" in facts:
        facts["column"] = label(entry.content_type.model_class()._meta.get_field(facts["column"]))
    return gettext(told["reason"]) % facts
