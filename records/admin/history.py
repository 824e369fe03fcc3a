"""The page beside a record that tells what happened to it, in words; from it an old version is restored."""

from dataclasses import dataclass

from auditlog.registry import auditlog
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from records.admin.choosing import could_be_key
from records.exceptions import RefusedError
from records.fields.display import NOTHING, Names, ValueInWords, in_words, label, related_keys
from records.history.attribution import reason_in_words
from records.history.models import HistoryEntry
from records.history.restore import restore

ENTRIES_ON_A_PAGE = 50


class RecordHistory:
    """For the pages of a model: its history takes the place of Django's, which tells what was done in forms only."""

    def history_view(self, request, object_id, extra_context=None):
        key = unquote(object_id)
        record = self.get_object(request, key)
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        if not auditlog.contains(self.model):
            return super().history_view(request, object_id, extra_context)
        entries = self._entries(str(record.pk) if record else key)
        if record is None and not (entries and entries.exists()):
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        writable = self._fields_written_here(request, record) if record else {}
        if request.method == "POST":
            return self._restore(request, entries, writable)
        page = Paginator(entries.select_related("actor"), ENTRIES_ON_A_PAGE).get_page(request.GET.get("p"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("History of %(record)s") % {"record": record or page[0].object_repr},
            "opts": self.opts,
            "original": record,
            "page": page,
            "entries": told(page.object_list, writable),
        }
        return TemplateResponse(request, "admin/record_history.html", context | (extra_context or {}))

    def _entries(self, key):
        """Entries of the record, and of those that are written in tables inside its form."""
        if not could_be_key(self.model, key):
            return None
        own = Q(content_type=ContentType.objects.get_for_model(self.model), object_pk=key)
        for inline in self.inlines:
            owner = next(field.name for field in inline.model._meta.fields if field.related_model is self.model)
            of_kind = Q(content_type=ContentType.objects.get_for_model(inline.model))
            own |= of_kind & Q(**{f"serialized_data__fields__{owner}": self.model._meta.pk.to_python(key)})
        return HistoryEntry.objects.filter(own)

    def _fields_written_here(self, request, record):
        """The names of the fields that this person can write, for each kind of record that stands in the form."""
        if not self.has_change_permission(request, record):
            return {}
        inlines = [each for each in self.get_inline_instances(request, record) if each.has_change_permission(request)]
        forms = {inline.model: inline.get_formset(request, record).form for inline in inlines}
        return {
            model: set(form.base_fields)
            for model, form in [*forms.items(), (self.model, self.get_form(request, record))]
        }

    def check_restored(self, record):
        """Raise ValidationError where a version must not be restored, besides what must be true of any."""

    def _restore(self, request, entries, writable):
        sent = request.POST.get("entry", "")
        entry = get_object_or_404(entries, pk=sent if could_be_key(HistoryEntry, sent) else None)
        if not Told(entry, writable).can_be_restored:
            raise PermissionDenied
        try:
            restore(entry, self.check_restored)
        except RefusedError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("The version before this change was restored."))
        return redirect(request.path)


@dataclass(frozen=True)
class Told:
    """An entry of the history as the page tells it."""

    entry: HistoryEntry
    writable: dict
    names: Names | None = None

    @property
    def model(self):
        return ContentType.objects.get_for_id(self.entry.content_type_id).model_class()

    @property
    def kind(self):
        return self.model._meta.verbose_name

    @property
    def reason(self):
        return reason_in_words(self.entry)

    @property
    def can_be_restored(self):
        """Whether it is a change of fields that this person may write, every one; an address, for one, stays."""
        is_change = self.entry.action == HistoryEntry.Action.UPDATE and self.entry.changes
        return bool(is_change) and self.entry.changes.keys() <= self.writable.get(self.model, set())

    @property
    def rows(self):
        """Each field with its old and its new value, in the record's order; left out is what reads the same."""
        return [
            {"label": label(field), "old": old, "new": new}
            for field, change in self.fields()
            for old, new in [self._both(field, change)]
            if old != new
        ]

    def fields(self):
        """Pairs of a field and its change; a field that the registry no longer has is left out."""
        order = [field.name for field in (*self.model._meta.fields, *self.model._meta.many_to_many)]
        named = (self.entry.changes or {}).items()  # a decision may have changed no field
        changes = sorted((order.index(name), change) for name, change in named if name in order)
        return [(self.model._meta.get_field(order[place]), change) for place, change in changes]

    def _both(self, field, change):
        if not field.many_to_many:
            return tuple(in_words(field, value, self.names) for value in change)
        nothing, some = ValueInWords(NOTHING), in_words(field, change["keys"], self.names)
        return (nothing, some) if change["operation"] == "add" else (some, nothing)


def told(entries, writable):
    """All entries of a page; the records that their changes refer to are named together."""
    wanted = []
    for entry in entries:
        for field, change in Told(entry, writable).fields():
            values = [change["keys"]] if field.many_to_many else change
            wanted += [pair for value in values for pair in related_keys(field, value)]
    names = Names(wanted)
    return [Told(entry, writable, names) for entry in entries]
