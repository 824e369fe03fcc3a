"""The back office of suggested corrections: each beside the record as it stands, with what can be decided."""

from django.contrib import admin
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from records.admin import RecordAdmin
from records.admin.acts import Act, NothingForm, WhyForm, WithActs
from records.fields.display import Names, in_words, label, related_keys
from records.fields.editable import written_fields
from records.suggestions.models import Suggestion


class SuggestionAdmin(WithActs, RecordAdmin):
    """Nobody writes in what a reader sent, and deciding changes no record: that is done in the record's own form."""

    change_form_template = "admin/suggestion_form.html"
    list_display = ["about", "kind", "beginning", "links_shown", "state", "received_at"]
    list_display_links = ["about", "beginning"]
    list_filter = ["state", ("content_type", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["content_type"]
    date_hierarchy = "received_at"
    search_fields = ["wrong", "right", "source"]
    search_help_text = _("Words of what was written.")
    fieldsets = [
        (_("Decision"), {"fields": ["state", "answer", ("decided_by", "decided_at"), "received_at", "email"]})
    ]
    readonly_fields = ["received_at", "email"]
    acts = [
        Act("accept", _("Followed"), NothingForm,
            _("First correct the record in its own form: nothing changes there. The e-mail address is forgotten.")),
        Act("decline", _("Not followed"), WhyForm, _("The record stays as it is. The e-mail address is forgotten.")),
        Act("mark_as_spam", _("Spam"), NothingForm, _("It is kept apart from what is to be decided.")),
        Act("reopen", _("Decide once more"), NothingForm, _("The history keeps the decision.")),
    ]  # fmt: skip

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("record")

    def get_ordering(self, request):
        return Suggestion.objects.waiting_first().query.order_by

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context |= {"record": obj.record, "record_form": _form_of(obj.record), "facts": _facts(obj.record)}
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description=_("about"))
    def about(self, suggestion):
        return format_html("<bdi>{}</bdi>", suggestion.record or suggestion.key)

    @admin.display(description=_("kind of record"), ordering="content_type__model")
    def kind(self, suggestion):
        return suggestion.content_type.name

    @admin.display(description=_("what is wrong"))
    def beginning(self, suggestion):
        return format_html("<bdi>{}</bdi>", Truncator(suggestion.wrong).chars(80))

    @admin.display(description=_("links"))
    def links_shown(self, suggestion):
        return suggestion.links or ""


def _form_of(record):
    """The address of the record's form; "" where it has none, or is gone."""
    if record is None:
        return ""
    try:
        return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])
    except NoReverseMatch:
        return ""


def _facts(record):
    """Pairs of what a field is called and what it holds, of all that people have written in the record."""
    if record is None:
        return []
    fields = [(field, field.value_from_object(record)) for field in written_fields(type(record))]
    names = Names(pair for field, value in fields for pair in related_keys(field, value))
    return [(label(field), in_words(field, value, names)) for field, value in fields if value not in (None, "")]
