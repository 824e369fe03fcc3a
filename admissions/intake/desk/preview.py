"""The public pages as they will be: the round is written, pages are made, and all is rolled back."""

import copy
from contextlib import contextmanager

from django.db import transaction
from django.urls import get_script_prefix, resolve, set_script_prefix
from django.utils.translation import get_language_from_path, override

from .register import enter


@contextmanager
def as_published(recording):
    """Inside, the register holds the round as far as it is decided; afterwards nothing of it is left.

    Gives the cohort as it will be.
    """
    with transaction.atomic():
        try:
            yield enter(type(recording).objects.get(pk=recording.pk))
        finally:
            transaction.set_rollback(True)


def page_as_published(recording, request, path, prefix):
    """The answer that the public page at `path` will give, with its links leading on to other pages of the preview.

    `prefix` is the address under which the preview of the site stands. Raises Http404 for what is no page.
    """
    public = copy.copy(request)
    public.path_info, public.path = path, prefix.rstrip("/") + path
    public.preview_of = recording
    before = get_script_prefix()
    with as_published(recording), override(get_language_from_path(path)):
        set_script_prefix(prefix)
        try:
            view, arguments, named = resolve(path)
            response = view(public, *arguments, **named)
            return response.render() if hasattr(response, "render") else response
        finally:
            set_script_prefix(before)
