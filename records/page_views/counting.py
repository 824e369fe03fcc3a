"""Reads of public pages are counted: how many, of which record, in which month. Nothing is kept of who reads.

A read is counted in the memory of the process; `write` adds what was counted to the database, later and beside the
requests, so that no page waits for it.
"""

import re
import threading
from collections import Counter

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F, Sum

from records.as_of import today
from records.page_views.models import PageReads
from records.translation.models import TranslationState

ROBOTS = re.compile(r"bot|crawl|spider|preview|https?:|curl|wget|python", re.IGNORECASE)

_counted = Counter()
_counting = threading.Lock()
_writing = threading.Lock()


class CountsReads:
    """Stands before the view of a record's page, as in `class SourceView(CountsReads, DetailView)`."""

    def get(self, request, *args, **kwargs):
        response = super().get(request, *args, **kwargs)
        if is_read(request):
            response.add_post_render_callback(lambda page: count(self.object))
        return response


def is_read(request):
    """Whether a visitor reads the page as it is today: no robot, and nobody who is signed in.

    The cookie alone tells: looking for the person would keep every public page out of caches.
    """
    agent = request.headers.get("User-Agent", "")
    is_visitor = agent and not ROBOTS.search(agent) and settings.SESSION_COOKIE_NAME not in request.COOKIES
    return bool(request.method == "GET" and "as_of" not in request.GET and is_visitor)


def count(record):
    with _counting:
        _counted[record._meta.label, str(record.pk), today().replace(day=1)] += 1


def write():
    """Add what was counted since the last time to the database. What cannot be written is kept for the next time."""
    with _writing:  # whoever ends the process waits for a writing that is under way
        with _counting:
            taken = Counter(_counted)
            _counted.clear()
        try:
            _add(taken)
        except Exception:
            with _counting:
                for page, number in taken.items():
                    _counted[page] += number
            raise


@transaction.atomic
def bring_together(record, into):
    """Let the reads of a record be those of another one."""
    own = PageReads.objects.of(record).select_for_update()
    _add({(into._meta.label, str(into.pk), reads.month): reads.number for reads in own})
    own.delete()


@transaction.atomic
def _add(numbers):
    # In one order, so that two processes never wait for each other.
    for (model, key, month), number in sorted(numbers.items()):
        reads, is_new = PageReads.objects.get_or_create(model=model, key=key, month=month, defaults={"number": number})
        if not is_new:
            reads.number = F("number") + number
            reads.save(update_fields=["number"])
    for model, key in sorted({(model, key) for model, key, month in numbers}):
        _weigh_texts(model, key)


def _weigh_texts(model, key):
    """Let translators begin with what most people read: the texts of a page carry its reads of the last year.

    What belongs to a city, such as an initiative, carries those of the city's page, though it may have a page too.
    """
    page = ContentType.objects.get_by_natural_key(*model.lower().split("."))
    number = PageReads.objects.of_the_last_year().filter(model=model, key=key).aggregate(all=Sum("number"))["all"]
    TranslationState.objects.filter(page_type=page, page_key=key).update(reads=number or 0)
