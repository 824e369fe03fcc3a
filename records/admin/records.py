"""The pages of any record: direction of writing, permanent addresses, linked records, safe searching."""

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import get_fields_from_path, unquote
from django.contrib.admin.views.main import ORDER_VAR, ChangeList
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import DataError, models, transaction
from django.db.models import Q
from django.http import HttpResponseRedirect
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from records.admin.choosing import RecordChoice, RecordsChoice, SeveralSuggestions, Suggestions, could_be_key
from records.admin.filters import GapFilter
from records.admin.forms import RecordForm
from records.admin.history import RecordHistory
from records.admin.lookups import DeclaredLookups
from records.admin.photos import PhotoInput
from records.l10n import direction, label_in_language
from records.locking import find_locked
from records.photos import PhotoField
from records.validators import take_visible
from records.visibility import may_be_public

LONGEST_SEARCH = 100
LONGEST_TYPED = 400  # characters of an address, before it is told to be too long


class RecordFields:
    """Form fields made for people who write in several languages."""

    checkboxes = ()

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, models.URLField):
            kwargs.setdefault("assume_scheme", "https")
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is None:
            return None
        take_visible(field)
        language = getattr(db_field, "language", None)
        if language:
            field.label = label_in_language(db_field.translated_field.verbose_name, language)
            field.widget.attrs |= {"lang": language, "dir": direction(language)}
        elif isinstance(db_field, models.URLField | models.SlugField) or isinstance(field.widget, forms.NumberInput):
            field.widget.attrs["dir"] = "ltr"
        elif isinstance(field.widget, forms.TextInput | forms.Textarea):
            field.widget.attrs["dir"] = "auto"
        if isinstance(field.widget, forms.Textarea):
            field.widget.attrs["rows"] = 5
        if isinstance(db_field, models.SlugField):
            # Neither the browser nor the script that makes it of a title may cut it; too long a one is told.
            field.widget.attrs.pop("maxlength", None)
            field.max_length = LONGEST_TYPED
        if isinstance(field.widget, RelatedFieldWidgetWrapper):
            # Public records are not deleted in passing, from the form of another one.
            field.widget.can_delete_related = field.widget.can_view_related = False
        return field

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        kwargs["form_class"] = RecordChoice
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = Suggestions(db_field, self.admin_site)
        return self._labelled(super().formfield_for_foreignkey(db_field, request, **kwargs), db_field, request)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs["form_class"] = RecordsChoice
        if db_field.name in self.checkboxes:
            kwargs["widget"] = forms.CheckboxSelectMultiple
        elif db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = SeveralSuggestions(db_field, self.admin_site)
        field = self._labelled(super().formfield_for_manytomany(db_field, request, **kwargs), db_field, request)
        sentence = getattr(db_field.related_model, "none_is_named", "")
        if field and sentence:
            field.error_messages["required"] = sentence
        return field

    def _labelled(self, field, db_field, request):
        """Name the records to choose from as their own page in the back office does."""
        if field and self.admin_site.is_registered(db_field.related_model):
            related = self.admin_site.get_model_admin(db_field.related_model)
            if hasattr(related, "label"):
                field.queryset = related.get_queryset(request)
                field.label_from_instance = related.label
        return field


class RecordRows(forms.BaseInlineFormSet):
    """Rows whose boxes for deletion say what they delete."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        box = form.fields.get("DELETE")
        if box and form.instance.pk:
            box.widget.attrs["aria-label"] = f"{box.label} {form.instance}"


class RecordInline(RecordFields, admin.TabularInline):
    """Records of the one on the page, a row each; the heading of a column is also the name of its fields."""

    form = RecordForm
    formset = RecordRows
    extra = 0

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None:
            field.widget.attrs["aria-label"] = field.label
        return field


class RecordList(ChangeList):
    """Records with the marks of what they lack; those that lack one thing, asked for, begin with the most read."""

    @property
    def begins_with_most_read(self):
        return GapFilter.parameter_name in self.params and ORDER_VAR not in self.params

    def get_ordering_field_columns(self):
        return {} if self.begins_with_most_read else super().get_ordering_field_columns()

    def get_queryset(self, request, exclude_parameters=None):
        found = super().get_queryset(request, exclude_parameters)
        if self.begins_with_most_read:
            found = found.most_read_first()
        marks = {gap.column: gap.as_column() for gap in self.model_admin.gaps if gap.marked}
        return found.annotate(**marks).prefetch_related(*self.model_admin.list_prefetch_related)


class RecordAdmin(RecordHistory, RecordFields, DeclaredLookups):
    """A model's pages in the back office.

    `permanent` names the fields that can be given once and never changed, `names` the way from a record to the
    records by whose names it is found, `gaps` what records may lack, `linked` the records to show below the form.
    """

    form = RecordForm
    formfield_overrides = {PhotoField: {"widget": PhotoInput}}
    change_form_template = "admin/record_form.html"
    list_prefetch_related = ()
    permanent = ("slug",)
    names = ""
    gaps = ()
    linked = ()

    def get_changelist(self, request, **kwargs):
        return RecordList

    def get_list_filter(self, request):
        return [*super().get_list_filter(request), *([GapFilter] if self.gaps else [])]

    @admin.display(description=_("missing"))
    def missing(self, record):
        marks = ((gap.label,) for gap in self.gaps if gap.marked and getattr(record, gap.column))
        return format_html_join(" ", '<span class="mark">{}</span>', marks)

    def get_readonly_fields(self, request, obj=None):
        names = {field.name for field in self.opts.fields}
        fixed = [name for name in self.permanent if name in names] if obj else []
        return [*super().get_readonly_fields(request, obj), *fixed]

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def get_object(self, request, object_id, from_field=None):
        return super().get_object(request, object_id, from_field) if could_be_key(self.model, object_id) else None

    def changelist_view(self, request, extra_context=None):
        """The list; without its filters when they ask for what the database cannot even look for."""
        try:
            return super().changelist_view(request, extra_context)
        except (OverflowError, DataError):
            return HttpResponseRedirect(request.path)

    def get_search_results(self, request, queryset, search_term):
        text = search_term.replace("\0", "")[:LONGEST_SEARCH]
        found, may_have_duplicates = super().get_search_results(request, queryset, text)
        if not self.names or not text.strip():
            return found, may_have_duplicates
        known_by_name = self.model.objects.filter(**{f"{self.names}__in": self.find_names(text)})
        return queryset.filter(Q(pk__in=found.values("pk")) | Q(pk__in=known_by_name.values("pk"))), False

    def find_names(self, text):
        """The records to which `names` leads that are called so, by their question `known_as`."""
        named = self.model if self.names == "pk" else get_fields_from_path(self.model, self.names)[-1].related_model
        return named.objects.known_as(text)

    @transaction.atomic
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """The form; whoever saves waits for somebody who is saving this very record, and then sees what they wrote."""
        if request.method == "POST" and object_id and could_be_key(self.model, unquote(object_id)):
            find_locked(self.model._base_manager, unquote(object_id))
        return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        tables = [linked.table(obj, self.admin_site, request) for linked in self.linked] if obj else []
        context["linked_tables"] = [table for table in tables if table]
        return super().render_change_form(request, context, add, change, form_url, obj)

    def view_on_site(self, record):
        """The page of the record, if it has one that is public."""
        if not hasattr(record, "get_absolute_url") or not may_be_public(self.model):
            return None
        return record.get_absolute_url() if self.model.objects.public().filter(pk=record.pk).exists() else None
