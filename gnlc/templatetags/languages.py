"""Which language a text is in, what a language is called, and the page in the other languages."""

from django import template
from django.urls import get_script_prefix
from django.utils.html import format_html
from django.utils.translation import get_language

from records import l10n
from records.l10n import direction
from records.translation.localized import localized

register = template.Library()
register.filter("language_name", l10n.language_in_words)
register.filter("language_itself", l10n.language_itself)


@register.simple_tag
def in_language(text, language):
    """A text kept apart from the words around it; one that is not in the page's language says in which it is."""
    if language in (None, get_language()):
        return format_html("<bdi>{}</bdi>", text)
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', language, direction(language), text)


@register.simple_tag
def language_of(record, field):
    """The attributes of an element that holds a translated field and nothing else; none in the page's language."""
    _text, language, is_fallback = localized(record, field)
    return format_html(' lang="{}" dir="{}"', language, direction(language)) if is_fallback else ""


@register.simple_tag(takes_context=True)
def address_in(context, language):
    """The address of this very page, filters included, in another language; of the home page if it has no language."""
    address = context["request"].get_full_path()
    here, there = (f"{get_script_prefix()}{code}/" for code in (get_language(), language))
    return there + address.removeprefix(here) if address.startswith(here) else there


@register.simple_tag(takes_context=True)
def address_in_any(context):
    """The address of this very page without a language: it leads on to the one that a reader's browser asks for."""
    address = context["request"].get_full_path()
    return address.replace(f"{get_script_prefix()}{get_language()}/", get_script_prefix(), 1)
