"""What every model with texts in three languages has in common."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import override

from records.querysets import RecordQuerySet
from records.translation.localized import localized
from records.translation.states import keep_states

from .models import TranslationState


class Translated(models.Model):
    """A model with translated fields.

    The bare column of a translated field (`name` beside `name_en`, `name_fr`, `name_ar`) is a copy that no query
    may read. Saving under the default language keeps that copy the same whatever language the writer works in.
    How far its texts are translated is kept at each save, and goes with the record, however that is deleted; not so
    where `has_translators` is false.

    `read_on` names the relation to the record on whose page this one is read, and is empty where it has its own page
    or none. `sorted_with` names the relation to the record by whose name this one is put in order, "self" where it
    has a name to be sorted by, and is empty where the order of its Meta is the one.
    """

    has_translators = True
    read_on = ""
    sorted_with = ""
    translations = GenericRelation(TranslationState, object_id_field="key")

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
        default_permissions = ("add", "change", "delete", "view", "translate")

    def save(self, *args, **kwargs):
        is_new = self._state.adding
        with override(settings.MODELTRANSLATION_DEFAULT_LANGUAGE):
            super().save(*args, **kwargs)
        if self.has_translators:
            keep_states([self], are_new=is_new)

    def localized(self, field):
        """The field's (text, language, is_fallback) for a reader of the active language."""
        return localized(self, field)
