"""Tags for texts that run against the direction of the page: each is kept apart from the words around it."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language, get_language_info

from cities import wording

register = template.Library()
register.filter("apart", wording.apart)


@register.filter
def words(value, language=None):
    """A text of a language, else of the page's. What it holds in letters that run against it is kept apart."""
    language = language or get_language()
    apart = "<bdi>{}</bdi>" if language == "ar" else '<bdi lang="ar" dir="rtl">{}</bdi>'
    found = wording.pieces(value, language)
    return format_html_join("", "{}", ([format_html(apart, piece) if foreign else piece] for piece, foreign in found))


@register.filter
def isolated(text):
    """A text in any language between marks that keep it apart, for a title or a description."""
    return f"\u2068{text}\u2069" if text else ""


@register.filter
def direction(code):
    """The direction of writing of a language: ltr or rtl; auto for a language without a name here."""
    try:
        return "rtl" if get_language_info(code)["bidi"] else "ltr"
    except KeyError:
        return "auto"
