"""Tags for texts that run against the direction of the page: each is kept apart from the words around it."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language

from records import l10n

register = template.Library()
register.filter("apart", l10n.apart)
register.filter("direction", l10n.direction)


@register.filter
def words(value, language=None):
    """A text of a language, else of the page's. What it holds in letters that run against it is kept apart."""
    language = language or get_language()
    apart = "<bdi>{}</bdi>" if language == "ar" else '<bdi lang="ar" dir="rtl">{}</bdi>'
    found = l10n.pieces(value, language)
    return format_html_join("", "{}", ([format_html(apart, piece) if foreign else piece] for piece, foreign in found))


@register.filter
def isolated(text):
    """A text in any language between marks that keep it apart, for a title or a description."""
    return f"\u2068{text}\u2069" if text else ""
