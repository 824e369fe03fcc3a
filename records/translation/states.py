"""How far the texts of records are translated: kept at every save, counted in one way for all who show it."""

import hashlib
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from modeltranslation.translator import translator

from records.translation.models import TranslationState

LANGUAGES = [code for code, name in settings.LANGUAGES]
State = TranslationState.State
BATCH = 500
KEPT = ["source_language", "state", "source_seen", "target_seen", "is_same", "page_type_id", "page_key"]


def plain(text):
    """A text as it is compared: a browser ends lines otherwise than a file."""
    return (text or "").replace("\r\n", "\n")


def text_fields(model):
    """The names of a model's translated fields, without their languages."""
    return list(translator.get_options_for_model(model).fields)


def translated_models():
    """The models whose texts translators keep."""
    return [model for model in apps.get_models() if getattr(model, "has_translators", False)]


def source_of(record, field):
    """(language, text) of the text that is to be translated: the English one, else the first that is written.

    ("", "") where none is.
    """
    for language in LANGUAGES:
        text = plain(getattr(record, f"{field}_{language}"))
        if text:
            return language, text
    return "", ""


def keep_states(records, *, are_new=False):
    """Make the rows of these records, which are of one model, agree with their texts. Repeating it writes nothing.

    One query asks, for new records none, and at most two write. A new translation counts as made from the source text
    of now; one that was not touched when its source changed is out of date from then on.
    """
    rows = {} if are_new else _rows_of(records)
    now, wanted = timezone.now(), {}
    for record in records:
        wanted |= {(row.key, row.field, row.language): row for row in _rows(record, rows, now)}
    changed = [row for place, row in wanted.items() if place not in rows or _differs(row, rows[place])]
    gone = [row.pk for place, row in rows.items() if place not in wanted]
    if gone:
        TranslationState.objects.filter(pk__in=gone).delete()
    if changed:
        TranslationState.objects.bulk_create(
            changed,
            update_conflicts=True,
            unique_fields=["content_type", "key", "field", "language"],
            update_fields=[*KEPT, "changed_at"],
        )


def _rows_of(records):
    rows = TranslationState.objects.of_kind(type(records[0])).filter(key__in=[str(each.pk) for each in records])
    return {(row.key, row.field, row.language): row for row in rows}


def take_stock(*, on_batch=lambda done, total: None):
    """Keep the states of all records there are, in batches; for records that were not saved since states are kept."""
    querysets = [model._base_manager.order_by("pk") for model in translated_models()]
    total, done = sum(records.count() for records in querysets), 0
    for records in querysets:
        batch = []
        for record in records.iterator(chunk_size=BATCH):
            batch.append(record)
            if len(batch) == BATCH:
                done += _keep(batch)
                on_batch(done, total)
        if batch:
            done += _keep(batch)
            on_batch(done, total)
    return done


def _keep(batch):
    keep_states(batch)
    number = len(batch)
    batch.clear()
    return number


def page_of(record):
    """(model, key) of the record on whose page the texts of this one are read; itself where it belongs to none."""
    owner = record._meta.get_field(record.read_on) if record.read_on else None
    key = getattr(record, owner.attname) if owner else None
    return (type(record), record.pk) if key is None else (owner.related_model, key)


def _rows(record, rows, now):
    page, page_key = page_of(record)
    place = {
        "content_type": ContentType.objects.get_for_model(record),
        "key": str(record.pk),
        "page_type": ContentType.objects.get_for_model(page),
        "page_key": str(page_key),
    }
    for field in text_fields(type(record)):
        source_language, source = source_of(record, field)
        for language in LANGUAGES if source else []:
            if language != source_language:
                before = rows.get((place["key"], field, language))
                judged = _judge(record, field, language, source, source_language, before)
                row = TranslationState(
                    field=field, language=language, source_language=source_language, **place, **judged
                )
                row.changed_at = now if before is None or _is_news(row, before) else before.changed_at
                yield row


def _judge(record, field, language, source, source_language, before):
    """The state of one translation, in view of what is known of it from before."""
    target = plain(getattr(record, f"{field}_{language}"))
    if not target:
        return {"state": State.MISSING, "source_seen": "", "target_seen": "", "is_same": False}
    is_new = before is None or before.target_seen != digest(target)
    made_from_now = is_new or before.source_language != source_language
    source_seen = source if made_from_now else before.source_seen
    status = getattr(record, f"{field}_{language}_status", None)
    doubtful = not is_new and before.state == State.TO_CHECK if status is None else status == "proposed"
    state = State.TO_CHECK if doubtful else State.DONE if source_seen == source else State.STALE
    is_same = status == "same" if status is not None else not is_new and before.is_same
    return {"state": state, "source_seen": source_seen, "target_seen": digest(target), "is_same": is_same}


def digest(text):
    return hashlib.sha256(plain(text).encode()).hexdigest()[:16] if text else ""


def _differs(row, before):
    return any(getattr(row, name) != getattr(before, name) for name in KEPT)


def _is_news(row, before):
    return (row.state, row.target_seen, row.source_seen) != (before.state, before.target_seen, before.source_seen)


@dataclass(frozen=True)
class Completeness:
    """How much of the registry can be read in a language: of all its texts, those that need no work there."""

    language: str
    texts: int
    open: int

    @property
    def done(self):
        return self.texts - self.open

    @property
    def percent(self):
        """A whole number that says 100 only when nothing is left to do, and 0 only when nothing is done."""
        if self.open == 0:
            return 100
        return min(99, max(1 if self.done else 0, round(100 * self.done / self.texts)))


def completeness(counts):
    """A `Completeness` for each language, from what `TranslationState.objects.counted()` gives, whole or of a part.

    Every text has a row in each language but its own.
    """
    texts = sum(counts.values()) // (len(LANGUAGES) - 1)
    work = dict.fromkeys(LANGUAGES, 0)
    for (_kind, language, state), number in counts.items():
        work[language] += number if state != State.DONE else 0
    return [Completeness(language, texts, work[language]) for language in LANGUAGES]
