"""The public pages as they will be: made once for each state of the round, of which nothing is left."""

import copy
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256

from django.core.cache import cache
from django.db import connection, transaction
from django.http import Http404, HttpResponse
from django.urls import get_script_prefix, resolve, set_script_prefix
from django.utils import timezone
from django.utils.translation import get_language, get_language_from_path, override
from django.utils.translation import gettext as _

from admissions.models import Cohort, IntakeLine
from cities.models import City, Country
from records.as_of import today
from records.history.models import HistoryEntry

from .register import enter
from .scratch import key_of, scratch_copy, working_in

KEPT = 60 * 60  # seconds


@contextmanager
def as_published(recording):
    """Inside, the register holds the round as far as it is decided; afterwards nothing of it is left.

    Gives the cohort as it will be. On SQLite, where a writer holds up all others, this is a copy of the database that
    is made once for each state; elsewhere, and within a transaction, of which no copy can be made, one that is rolled
    back. On PostgreSQL that holds up only who changes the same cities.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        path = scratch_copy(key_of(recording), state_of(recording), lambda: _write(recording))
        with working_in(path):
            yield Cohort.objects.get(recordings=recording)
        return
    with transaction.atomic():
        try:
            yield _write(recording)
        finally:
            transaction.set_rollback(True)


def _write(recording):
    with transaction.atomic():
        cohort = enter(type(recording).objects.get(pk=recording.pk))
        unpublished = type(recording).objects.filter(pk=recording.pk)
        unpublished.update(state=recording.State.PUBLISHED, published_at=timezone.now(), cohort=cohort)
        return cohort


def state_of(recording):
    """What tells one state of a round from all others: its numbers, decisions and lines, the register, and the day."""
    lines = IntakeLine.objects.in_use().filter(intake__recording=recording)
    rows = [
        type(recording).objects.filter(pk=recording.pk).values_list(),
        recording.entries.order_by("pk").values_list(),
        lines.order_by("pk").values_list("pk", "entry", "kind"),
        HistoryEntry.objects.order_by("-pk").values_list("pk", "timestamp")[:1],
    ]
    return sha256(repr([today(), *map(list, rows)]).encode()).hexdigest()[:32]


def _kept(recording, *what, make):
    """What `make()` gives, made once for the state of the round."""
    key = sha256(repr((recording.pk, state_of(recording), get_language(), *what)).encode()).hexdigest()
    made = cache.get(f"preview:{key}")
    if made is None:
        made = make()
        cache.set(f"preview:{key}", made, KEPT)
    return made


def page_as_published(recording, request, path, prefix):
    """The answer that the public page at `path` will give, with its links leading on to other pages of the preview.

    `prefix` is the address under which the preview of the site stands. Raises Http404 for what is no public page.
    """
    language = get_language_from_path(path)
    if language is None:
        raise Http404
    asked = (prefix, path, request.GET.urlencode())
    return _kept(recording, *asked, make=lambda: _page(recording, request, path, prefix, language))


def _page(recording, request, path, prefix, language):
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
            response = response.render() if hasattr(response, "render") else response
        finally:
            set_script_prefix(before)
        return HttpResponse(response.getvalue(), status=response.status_code, headers=dict(response.headers))


@dataclass(frozen=True)
class CityOutlook:
    """A city as the round leaves it: whether it is new, and what is then missing, as work for translators."""

    city: City
    is_new: bool
    missing: list


def outlook(recording):
    """What publishing will change: members and countries before and after, and each city of the round."""
    return _kept(recording, "outlook", make=lambda: _outlook(recording))


def _outlook(recording):
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
