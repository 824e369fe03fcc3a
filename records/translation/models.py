"""How far each text of the registry is translated."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Count, F, Q
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from records.fields.display import label


def _keys(records):
    return records.order_by().values_list(Cast("pk", models.CharField(max_length=40)))


class TranslationQuerySet(models.QuerySet):
    def open(self):
        """Those that ask for somebody's work."""
        return self.exclude(state=TranslationState.State.DONE)

    def of_kind(self, *models):
        """Those of the records of these models."""
        types = ContentType.objects.get_for_models(*models).values()
        return self.filter(content_type__in=[each.pk for each in types])

    def of_records(self, records):
        """Those of the records of a QuerySet themselves."""
        return self.of_kind(records.model).filter(key__in=_keys(records))

    def on_pages_of(self, records):
        """Those that are read on the pages of the records of a QuerySet: their own, and of what belongs to them."""
        page = ContentType.objects.get_for_model(records.model)
        return self.filter(page_type=page, page_key__in=_keys(records))

    def most_urgent_first(self):
        """What most people read, then what changed last."""
        return self.order_by("-reads", "-changed_at", "pk")

    def after(self, state):
        """Those that follow one in the order of `most_urgent_first`."""
        later = Q(changed_at__lt=state.changed_at) | Q(changed_at=state.changed_at, pk__gt=state.pk)
        return self.filter(Q(reads__lt=state.reads) | Q(reads=state.reads) & later).most_urgent_first()

    def before(self, state):
        """Those that precede one in that order, the nearest first."""
        sooner = Q(changed_at__gt=state.changed_at) | Q(changed_at=state.changed_at, pk__lt=state.pk)
        found = self.filter(Q(reads__gt=state.reads) | Q(reads=state.reads) & sooner)
        return found.order_by("reads", "changed_at", "-pk")

    def by_pair(self):
        """How many there are from each language into each other one: (source language, language, number)."""
        rows = self.order_by("source_language", "language").values_list("source_language", "language")
        return list(rows.annotate(number=Count("pk")))

    def outdated_in(self, language):
        """{(kind of record, its key, field): source language} of the translations whose source changed since."""
        rows = self.order_by().filter(state=TranslationState.State.STALE, language=language)
        places = rows.values_list("content_type__app_label", "content_type__model", "key", "field", "source_language")
        return {(f"{app}.{model}", key, field): source for app, model, key, field, source in places}

    def counted(self):
        """How many there are of each kind, language and state, as {(content type's key, language, state): number}."""
        rows = self.order_by().values_list("content_type", "language", "state").annotate(number=Count("pk"))
        return {(kind, language, state): number for kind, language, state, number in rows}


class TranslationState(models.Model):
    """One text in one language into which it has to be translated, and how far that is.

    The source of a text is the English one, else the first language that has it; each other language has a row, and
    a text that is not written in any language has none. Rows are kept by every save of a record, see `states`.
    `source_seen` is the text from which the translation was made, so that a later one can be compared with it;
    `target_seen` is a digest of the translation, by which a change of it is noticed. `page` is the record on whose
    page the text is read, as its model says by `read_on`: the record itself, or the one to which it belongs.
    """

    class State(models.TextChoices):
        MISSING = "missing", pgettext_lazy("translation", "missing")
        STALE = "stale", pgettext_lazy("translation", "out of date")
        TO_CHECK = "to_check", pgettext_lazy("translation", "to check")
        DONE = "done", pgettext_lazy("translation", "done")

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+", db_index=False)
    key = models.CharField(max_length=40)
    record = GenericForeignKey("content_type", "key")
    field = models.CharField(max_length=40)
    language = models.CharField(_("language"), max_length=2)
    source_language = models.CharField(max_length=2)
    state = models.CharField(_("state"), max_length=8, choices=State)
    source_seen = models.TextField(blank=True)
    target_seen = models.CharField(max_length=16, blank=True)
    is_same = models.BooleanField(_("the same in this language"), default=False)
    reads = models.PositiveIntegerField(
        _("reads"), default=0, help_text=_("How often the pages that show it were read lately.")
    )
    changed_at = models.DateTimeField(_("changed"))
    page_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+", db_index=False)
    page_key = models.CharField(max_length=40)
    page = GenericForeignKey("page_type", "page_key")

    objects = TranslationQuerySet.as_manager()

    class Meta:
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        ordering = ["pk"]
        default_permissions = ()  # whoever may translate a record may work on its texts
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "key", "field", "language"],
                name="translation_once",
                violation_error_message=_("This text has one translation into a language."),
            ),
            models.CheckConstraint(
                condition=~Q(language=F("source_language")),
                name="translation_into_another_language",
                violation_error_message=_("A text is translated into another language than its own."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=["missing", "stale", "to_check", "done"]),
                name="translation_state_known",
                violation_error_message=_("A translation is missing, out of date, to check, or done."),
            ),
        ]
        indexes = [
            models.Index(fields=["content_type", "language", "state"], name="translation_counts"),
            models.Index(fields=["language"], condition=Q(state="stale"), name="translation_outdated"),
            models.Index(fields=["-reads", "-changed_at", "id"], name="translation_order"),
            models.Index(fields=["page_type", "page_key"], name="translation_page"),
        ]

    def __str__(self):
        return f"{self.content_type_id}/{self.key}/{self.column}"

    @property
    def label(self):
        """What the text is called: `Profile (French)`."""
        return label(self.content_type.model_class()._meta.get_field(self.column))

    @property
    def column(self):
        """The record's field that holds the translation, such as `name_fr`."""
        return f"{self.field}_{self.language}"

    @property
    def source_column(self):
        return f"{self.field}_{self.source_language}"
