"""Translated texts and names of records, each with the marks that say how far it can be relied on."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gnlc.templatetags.bidi import words
from records import l10n
from records.translation.localized import localized

register = template.Library()


@register.simple_tag(takes_context=True)
def text(context, record, field):
    """A translated field; one that stands in for a missing text carries its own language and a mark.

    So does one whose source changed after it was translated: a page says in `outdated_texts` which those are, as
    {language: what `TranslationState.objects.outdated_in` tells of it}.
    """
    value, language, is_fallback = localized(record, field)
    if not is_fallback:
        outdated = (context.get("outdated_texts") or {}).get(language, {})
        source = outdated.get((record._meta.label_lower, str(record.pk), field))
        mark = format_html(' <small class="mark">{}</small>', changed_since(source)) if source else ""
        return format_html("{}{}", words(value), mark)
    return format_html(
        '<span lang="{}" dir="{}">{}</span> <small class="mark">{}</small>',
        language,
        l10n.direction(language),
        words(value, language),
        not_yet_translated(language),
    )


@register.simple_tag
def name(record, field="name"):
    """A name, kept apart from the text around it; proposals and names in another language are marked."""
    value, language, is_fallback = localized(record, field)
    if is_fallback:
        # The note is in the language of the page, so it stands outside the name.
        return format_html(
            '<span title="{}"><bdi lang="{}" dir="{}">{}</bdi></span>',
            not_yet_translated(language),
            language,
            l10n.direction(language),
            value,
        )
    if hasattr(record, "name_is_proposed") and record.name_is_proposed(get_language()):
        note = _("proposed spelling, not yet confirmed")
        return format_html('<bdi class="proposed" title="{}">{}</bdi>', note, value)
    return format_html("<bdi>{}</bdi>", value)


@register.simple_tag
def names(records):
    """The names of records as a list within a sentence."""
    found = [name(record) for record in records]
    return format_html(l10n.list_in_words(["{}"] * len(found)), *found) if found else ""


@register.simple_tag
def labels(records):
    """The names of records beside each other: for names that may hold an “and” themselves."""
    return format_html_join(" · ", "{}", ((name(record),) for record in records))


@register.filter
def own(record, field):
    """A translated text if it is there in the language of the page, else nothing."""
    text, _language, is_fallback = localized(record, field)
    return "" if is_fallback else text


def changed_since(language):
    return _("the %(language)s text has changed since") % {"language": l10n.language_in_words(language)}


def not_yet_translated(language):
    return _("in %(language)s, not yet translated") % {"language": l10n.language_in_words(language)}
