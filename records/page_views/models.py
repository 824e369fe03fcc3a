"""How often public pages are read."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from records.page_views.querysets import PageReadsQuerySet


class PageReads(models.Model):
    """How often the page of one record was read in one month, and nothing about who read it.

    `model` and `key` are the label and the primary key of the record, `month` is its first day.
    """

    model = models.CharField(_("kind of record"), max_length=60)
    key = models.CharField(_("key"), max_length=60)
    month = models.DateField(_("month"))
    number = models.PositiveIntegerField(_("reads"))

    objects = PageReadsQuerySet.as_manager()

    class Meta:
        verbose_name = _("reads of a page")
        verbose_name_plural = _("reads of pages")
        default_permissions = ()  # counted by the server, written by nobody
        constraints = [
            models.UniqueConstraint(
                fields=["model", "key", "month"],
                name="page_reads_once_a_month",
                violation_error_message=_("The reads of this page in this month are counted already."),
            ),
            models.CheckConstraint(
                condition=Q(number__gt=0),
                name="page_reads_positive",
                violation_error_message=_("A page that nobody read has no number."),
            ),
        ]

    def __str__(self):
        return f"{self.model} {self.key} · {self.month:%Y-%m}: {self.number}"
