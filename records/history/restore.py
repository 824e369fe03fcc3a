"""Give the fields that one change wrote the values back that they had before it."""

from pathlib import PurePath

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from records.exceptions import RefusedError
from records.fields.display import label, typed
from records.history.attribution import attributed
from records.locking import find_locked


def restore(entry, check):
    """Undo the change that an entry of the history tells. Raises `RefusedError` and does nothing if it cannot.

    Restored are the fields of the entry, and only if each still is as the change left it: what somebody wrote since
    is not lost. Restoring is itself a change with its own entry, and so can be undone.

    `check` is asked about the record as it would be, and raises ValidationError.
    """
    reason, instant = gettext_noop("Restored the version from before %(instant)s"), entry.timestamp.isoformat()
    try:
        with transaction.atomic(), attributed(reason=reason, instant=instant):
            _restore(entry, check)
    except ValidationError as error:
        raise RefusedError(" ".join(error.messages)) from error
    except IntegrityError as error:
        raise RefusedError(_("The registry does not allow the old values beside the others of today.")) from error


def _restore(entry, check):
    model = ContentType.objects.get_for_id(entry.content_type_id).model_class()
    record = find_locked(model._base_manager, entry.object_pk)
    if record is None:
        raise RefusedError(_("This record is no longer there."))
    fields = {model._meta.get_field(name): change for name, change in entry.changes.items()}
    overtaken = [label(field) for field, change in fields.items() if not _is_as_left(record, field, change)]
    if overtaken:
        raise RefusedError(_("Changed since, and therefore left: %(fields)s") % {"fields": " · ".join(overtaken)})
    columns = {field: change for field, change in fields.items() if not field.many_to_many}
    for field, (old, _new) in columns.items():
        value = typed(field, old)
        if value and isinstance(field, models.FileField) and not field.storage.exists(value):
            raise RefusedError(_("The file of the photo is missing."))
        setattr(record, field.attname, "" if value is None and not field.null else value)
    if columns:
        record.clean_fields(exclude={field.name for field in model._meta.fields} - {field.name for field in columns})
        record.clean()
        record.validate_unique()
        record.validate_constraints()
        check(record)
        record.save()
    for field, change in fields.items():
        if field.many_to_many:
            _put_back(record, field, change)


def _is_as_left(record, field, change):
    if field.many_to_many:
        present = set(getattr(record, field.name).filter(pk__in=change["keys"]).values_list("pk", flat=True))
        return present == (set(change["keys"]) if change["operation"] == "add" else set())
    now, left = typed(field, field.value_from_object(record)), typed(field, change[1])
    if isinstance(field, models.FileField):
        # Its folder is given to a file only after the change is noted.
        return PurePath(str(now)).name == PurePath(str(left or "")).name
    return now == left


def _put_back(record, field, change):
    relation = getattr(record, field.name)
    if change["operation"] == "add":
        relation.remove(*change["keys"])
        if not field.blank and not relation.exists():
            raise RefusedError(_("None would be left: %(fields)s") % {"fields": label(field)})
        return
    again = field.related_model._base_manager.filter(pk__in=change["keys"])
    if len(again) < len(change["keys"]):
        raise RefusedError(_("This record is no longer there."))
    relation.add(*again)
