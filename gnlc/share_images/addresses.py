"""Which picture stands for a page."""

from django.urls import reverse

from admissions.models import Cohort
from cities.models import City

CARDS = {City: "city_card", Cohort: "cohort_card"}


def card_address(record=None):
    """The address of the picture of a record, in the active language; of the whole registry's for any other page."""
    name = CARDS.get(type(record))
    return reverse(name, args=[record.slug]) if name else reverse("card")
