"""The pages of a record with texts in three languages, for its editors and for its translators."""

from dataclasses import dataclass

from django.contrib.admin.utils import flatten_fieldsets
from django.contrib.auth import get_permission_codename
from django.db.models import Field
from modeltranslation.admin import TranslationAdmin

from records.admin.gaps import translations_of
from records.admin.photos import PhotoToSee
from records.admin.records import RecordAdmin
from records.admin.texts import in_its_language
from records.l10n import label_in_language
from records.photos import PhotoField
from records.translation.models import TranslationState


class TranslatedAdmin(RecordAdmin, TranslationAdmin):
    """Somebody with the permission to translate, and none to change, writes the French and Arabic texts only.

    `translator_fields` names what else a translator decides, such as whether a name is confirmed.
    """

    translator_fields = ()

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) or self.only_translates(request)

    def only_translates(self, request):
        return not super().has_change_permission(request) and request.user.has_perm(
            f"{self.opts.app_label}.{get_permission_codename('translate', self.opts)}"
        )

    def get_fieldsets(self, request, obj=None):
        """As declared, where texts that this person cannot write are shown in their own language and direction."""
        fieldsets = super().get_fieldsets(request, obj)
        if self._writes_all(request, obj):
            return fieldsets
        writable = self._writable(request)
        return [
            (title, options | {"fields": [self._shown(entry, writable) for entry in options["fields"]]})
            for title, options in fieldsets
        ]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and obj.has_translators:
            context["stale_texts"] = obj.translations.filter(state=TranslationState.State.STALE).select_related(
                "content_type"
            )
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_readonly_fields(self, request, obj=None):
        own = super().get_readonly_fields(request, obj)
        if self._writes_all(request, obj):
            return own
        writable = self._writable(request)
        return [*own, *(name for name in flatten_fieldsets(self.get_fieldsets(request, obj)) if name not in writable)]

    def _writes_all(self, request, obj):
        """Adding a record is another permission than changing one."""
        return super().has_change_permission(request) if obj else self.has_add_permission(request)

    def _writable(self, request):
        return {*translations_of(self.model), *self.translator_fields} if self.only_translates(request) else set()

    def _shown(self, entry, writable):
        if isinstance(entry, list | tuple):
            return tuple(self._shown(name, writable) for name in entry)
        model_field = {field.name: field for field in self.opts.fields}.get(entry)
        if isinstance(model_field, PhotoField):
            return PhotoToSee(model_field)
        is_text = hasattr(model_field, "translated_field")
        return TextToRead(model_field) if is_text and entry not in writable else entry


@dataclass(frozen=True)
class TextToRead:
    """A read-only field of a form that shows a text in its language; Django takes it in place of a field's name."""

    model_field: Field

    def __call__(self, record):
        return in_its_language(getattr(record, self.model_field.name), self.model_field.language)

    @property
    def __name__(self):
        return self.model_field.name

    @property
    def short_description(self):
        return label_in_language(self.model_field.translated_field.verbose_name, self.model_field.language)
