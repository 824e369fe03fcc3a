"""The public pages as they will be: the round is written, pages are made, and all is rolled back."""

import copy
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction
from django.http import Http404
from django.urls import get_script_prefix, resolve, set_script_prefix
from django.utils import timezone
from django.utils.translation import get_language_from_path, override
from django.utils.translation import gettext as _

from cities.models import City, Country

from .register import enter


@contextmanager
def as_published(recording):
    """Inside, the register holds the round as far as it is decided; afterwards nothing of it is left.

    Gives the cohort as it will be.
    """
    with transaction.atomic():
        try:
            cohort = enter(type(recording).objects.get(pk=recording.pk))
            unpublished = type(recording).objects.filter(pk=recording.pk)
            unpublished.update(state=recording.State.PUBLISHED, published_at=timezone.now())
            yield cohort
        finally:
            transaction.set_rollback(True)


def page_as_published(recording, request, path, prefix):
    """The answer that the public page at `path` will give, with its links leading on to other pages of the preview.

    `prefix` is the address under which the preview of the site stands. Raises Http404 for what is no public page.
    """
    language = get_language_from_path(path)
    if language is None:
        raise Http404
    public = copy.copy(request)
    public.path_info = public.path = path
    public.preview_of, public.preview_address = recording, recording.get_absolute_url()
    before = get_script_prefix()
    with as_published(recording), override(language):
        set_script_prefix(prefix)
        try:
            view, arguments, named = resolve(path)
            response = view(public, *arguments, **named)
            if response.status_code == 404:
                raise Http404
            return response.render() if hasattr(response, "render") else response
        finally:
            set_script_prefix(before)


@dataclass(frozen=True)
class CityOutlook:
    """A city as the round leaves it: whether it is new, and what is then missing, as work for translators."""

    city: City
    is_new: bool
    missing: list


def outlook(recording):
    """What publishing will change: members and countries before and after, and each city of the round."""
    before = _size()
    with as_published(recording) as cohort:
        entries = recording.entries.counting().exclude(city=None).select_related("city__country")
        cities = [
            CityOutlook(entry.city, entry.makes_a_city, _missing(entry.city)) for entry in entries.sorted_by_country()
        ]
        return {
            "before": before,
            "after": _size(),
            "slug": cohort.slug,
            "cities": cities,
            "new": [each for each in cities if each.is_new],
            "known": [each for each in cities if not each.is_new],
            "lacking": [each for each in cities if each.missing],
        }


def _size():
    return {"cities": City.objects.members().count(), "countries": Country.objects.with_members().count()}


def _missing(city):
    lacks = {
        _("French name"): not city.name_fr,
        _("Arabic name"): not city.name_ar,
        _("coordinates"): city.latitude is None,
    }
    return [label for label, is_missing in lacks.items() if is_missing]
