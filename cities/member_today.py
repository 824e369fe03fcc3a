"""Which cities are members today: a column of each, turned when a day begins and by each deed about an admission."""

from django.db import transaction
from django.db.models import Exists, OuterRef

from records.as_of import today

_turned = {}  # {"on": the day for which this process has turned the column of all cities}


@transaction.atomic(savepoint=False)
def turn(cities):
    """Write for these cities whether they are members today; return for how many that changed."""
    # Held first, and asked for in a statement of its own: it sees what others wrote until they let go.
    held = list(cities.select_for_update(no_key=True).order_by("pk").values_list("pk", flat=True))
    is_member = Exists(cities.model.objects.as_of(today()).filter(pk=OuterRef("pk")).order_by())
    stored = cities.model.objects.filter(pk__in=held).exclude(member_today=is_member)
    return stored.update(member_today=is_member)


def begin_day(cities):
    """Turn all cities for the day that has begun, or on which this process starts; return for how many it changed."""
    day, number = today(), turn(cities)
    _turned["on"] = day
    return number


def is_turned():
    """Whether the column speaks of today, as far as this process knows; deeds keep it true for the rest of the day."""
    return _turned.get("on") == today()
