"""The files of photos in order: nothing lacks, and nothing lies there that nobody refers to."""

from datetime import timedelta
from pathlib import PurePosixPath

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from records.history.attribution import attributed
from records.history.models import HistoryEntry

from .fields import PhotoField
from .renditions import complete, is_named_by_content, renditions

UNDER_WAY = timedelta(days=1)  # a file may be there before its record


def photo_fields():
    return [field for model in apps.get_models() for field in model._meta.fields if isinstance(field, PhotoField)]


def photos():
    """Each photo of a record, as its file."""
    for field in photo_fields():
        for record in field.model._base_manager.exclude(**{field.name: ""}).order_by("pk"):
            yield getattr(record, field.name)


def tend(photo):
    """Make the renditions that a photo lacks, and clean it first if it was kept as it came.

    Repeating it does nothing. Returns how many files were made and "", or 0 and a sentence on what is wrong.
    """
    try:
        if is_named_by_content(photo.name):
            return complete(photo.storage, photo.name), ""
        _clean(photo)
    except ValidationError as error:
        return 0, " ".join(error.messages)
    except FileNotFoundError:
        return 0, _("The file of the photo is missing.")
    return 1 + len(renditions(photo.name, photo.width)), ""


def _clean(photo):
    """The file as it came goes: it may tell what nobody meant to publish."""
    name = photo.name
    with photo.storage.open(name) as file, attributed(reason=gettext_noop("Photo cleaned of hidden data")):
        photo.save(name, file)
    photo.storage.delete(name)


def forgotten(before=None):
    """Pairs of a storage and the name of a file that no record and no entry of the history refers to.

    A photo that was replaced is in the history, from which it may come back, and so is never among them; what is,
    was left by an upload that failed. Files younger than a day are let be.
    """
    before = before or timezone.now() - UNDER_WAY
    for field in photo_fields():
        named = _named(field)
        folders = field.storage.listdir(field.upload_to) if field.storage.exists(field.upload_to) else ([], [])
        for file in folders[1]:
            name = f"{field.upload_to}/{file}"
            if _photo_of(file) not in named and field.storage.get_modified_time(name) < before:
                yield field.storage, name


def _named(field):
    """The names, without folder and ending, of all photos that the field holds or held of any record."""
    held = field.model._base_manager.exclude(**{field.name: ""}).values_list(field.name, flat=True)
    changes = HistoryEntry.objects.filter(Q(changes__has_key=field.name)).values_list("changes", flat=True)
    names = {*held, *(name for change in changes for name in change[field.name] if name)}
    return {PurePosixPath(name).stem for name in names}


def _photo_of(file):
    """What a rendition is named after: `5f…-480.avif` belongs to `5f…`."""
    stem = PurePosixPath(file).stem
    return stem.rpartition("-")[0] if is_named_by_content(file) and "-" in stem else stem
