"""Words that occur nowhere else: every text of a record gets one, by which it is found wherever it is told."""

import re
from functools import cache

from django.apps import apps
from django.conf import settings
from django.db import models
from modeltranslation.translator import translator

STEM = "zyxqw"  # a search for it finds every mark; a page that repeats what was searched for tells none
MARK = re.compile(rf"{STEM}[a-z]+")
SHORTEST = 12  # fields with room for less hold codes
CODES = {"key", "model", "record", "object_pk", "cid", "fingerprint", "time_zone", "field", "target_seen", "page_key"}


@cache
def models_of_the_registry():
    """Every model of our own apps."""
    ours = [app for app in apps.get_app_configs() if app.path.startswith(f"{settings.BASE_DIR}/")]
    return [model for app in ours if ".venv" not in app.path for model in app.get_models()]


def texts_of(model):
    """The fields in which words of people can stand."""
    return [field for field in model._meta.concrete_fields if _holds_words(field)]


def _holds_words(field):
    if isinstance(field, models.FileField) or field.choices or field.primary_key or field.name in CODES:
        return False
    if field.name.startswith("sort_") or field.name in _copies(field.model):
        return False
    if isinstance(field, models.JSONField | models.TextField):
        return True
    return isinstance(field, models.CharField) and (field.max_length or SHORTEST) >= SHORTEST


def _copies(model):
    """The bare columns of translated fields."""
    is_translated = model in translator.get_registered_models()
    return translator.get_options_for_model(model).get_field_names() if is_translated else ()


@cache
def marks():
    """{label of a model and name of a field: its word}"""
    names = [f"{each._meta.label}.{text.name}" for each in models_of_the_registry() for text in texts_of(each)]
    return {name: STEM + chr(97 + number // 26) + chr(97 + number % 26) for number, name in enumerate(names)}


def marked(model):
    """{name of a field: a text that holds its word}, for a new record of the model."""
    return {field.name: _text(field, marks()[f"{model._meta.label}.{field.name}"]) for field in texts_of(model)}


def _text(field, word):
    if isinstance(field, models.JSONField):
        return {"said": word} if field.get_default() == {} else [word]
    if isinstance(field, models.EmailField):
        return f"{word}@example.org"
    return f"https://{word}.example.org/" if isinstance(field, models.URLField) else word


def told(text):
    """The fields whose words stand in a text, as `admissions.Call.note`."""
    found = set(MARK.findall(text.lower()))
    return {name for name, word in marks().items() if any(each.startswith(word) for each in found)}
