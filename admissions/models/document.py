"""Documents of nominations and progress reports: kept for the staff, never public."""

from pathlib import PurePath
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from admissions.genuine import SUFFIXES, is_genuine
from records.validators import validate_visible

from .nomination import Nomination
from .report import ProgressReport

LARGEST = 20_000_000  # bytes


def documents():
    """Where documents are kept: outside the folders that are served to the public."""
    return storages["documents"]


def kept_as(document, name):
    """A name that nobody can guess, with the ending of the file's own."""
    return f"{uuid4().hex}{PurePath(name).suffix.lower()}"


def check_file(file):
    """Refuse what is too large, of another kind, or not what its name says. A file kept already is not looked at."""
    if not hasattr(file, "file") or getattr(file, "_committed", False):
        return
    suffix = PurePath(file.name).suffix.lower()
    if suffix not in SUFFIXES:
        raise ValidationError(gettext("Choose a PDF, DOCX, ODT, XLSX, JPEG or PNG file."))
    if file.size > LARGEST:
        raise ValidationError(gettext("This file is larger than %(size)s MB.") % {"size": LARGEST // 1_000_000})
    if not is_genuine(file, suffix):
        raise ValidationError(gettext("This file is not what its name says."))


class Document(models.Model):
    """A file that came with a nomination or a progress report."""

    class Kind(models.TextChoices):
        APPLICATION = "application", _("application")
        COMMITMENT = "commitment", _("commitment of the mayor")
        ENDORSEMENT = "endorsement", _("endorsement of the National Commission")
        PRACTICE = "practice", _("good practice")
        POLICY = "policy", _("policy")
        REPORT = "report", _("progress report")
        OTHER = "other", _("other document")

    nomination = models.ForeignKey(
        Nomination, models.PROTECT, related_name="documents", verbose_name=_("nomination"), null=True, blank=True
    )
    report = models.ForeignKey(
        ProgressReport,
        models.PROTECT,
        related_name="documents",
        verbose_name=_("progress report"),
        null=True,
        blank=True,
    )
    kind = models.CharField(_("kind of document"), max_length=12, choices=Kind)
    title = models.CharField(_("title"), max_length=150, blank=True, validators=[validate_visible])
    dated_on = models.DateField(_("dated"), null=True, blank=True)
    file = models.FileField(_("file"), upload_to=kept_as, storage=documents, validators=[check_file])

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(nomination=None, report__isnull=False) | Q(nomination__isnull=False, report=None),
                name="document_of_one_record",
            ),
        ]

    def __str__(self):
        return self.title or str(self.get_kind_display())
