"""Days, numbers and publishers as the language of the page writes them."""

from datetime import datetime

from django import template
from django.utils.timezone import localtime
from django.utils.translation import ngettext

from admissions.models import qualified
from cities.publishers import publisher_in_words
from records import l10n
from records.as_of import today

register = template.Library()
register.simple_tag(today)
register.filter("number", l10n.number_in_words)
register.filter("qualified", qualified)
register.filter("publisher", publisher_in_words)


@register.filter
def signed(number):
    """A change of a number, with its sign."""
    return f"{number:+d}".replace("-", "\N{MINUS SIGN}")


@register.filter
def day(value):
    """A day, or the day of an instant, in words; nothing without one."""
    return l10n.day_in_words(localtime(value) if isinstance(value, datetime) else value) if value else ""


@register.simple_tag
def days(first, last):
    """A span of days in words."""
    return l10n.days_in_words(first, last)


@register.filter
def cities(number):
    """A number of cities in words: 12 cities."""
    return ngettext("%(number)s city", "%(number)s cities", number) % {"number": number}


@register.filter
def countries(number):
    """A number of countries in words: 12 countries."""
    return ngettext("%(number)s country", "%(number)s countries", number) % {"number": number}


@register.filter
def in_sources(number):
    """A number of sources in words: 12 sources."""
    return ngettext("%(number)s source", "%(number)s sources", number) % {"number": number}


@register.filter
def million_citizens(number):
    """A number of citizens, counted in millions, in words: 390 million citizens."""
    return ngettext("%(number)s million citizens", "%(number)s million citizens", number) % {"number": number}
