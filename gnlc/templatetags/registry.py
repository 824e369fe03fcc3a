"""Tags that every template of the registry can use: texts in their own language, addresses, maps."""

from collections import defaultdict
from datetime import datetime
from urllib.parse import urlsplit

from django import template
from django.urls import get_script_prefix
from django.utils.html import format_html, format_html_join
from django.utils.timezone import localtime
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from admissions.models import Admission, Cohort, qualified
from admissions.periods import cohort_by, periods
from cities.publishers import publisher_in_words
from gnlc.pages import dots, projection
from gnlc.pages.tones import NO_COHORT, coloured
from records import l10n
from records.as_of import today
from records.models import TranslationState
from records.translation.localized import localized
from records.translation.states import LANGUAGES

register = template.Library()


@register.simple_tag
def uncounted_founding_members(as_of):
    """The cohort of the first members where, as of a day, they were being admitted and do not count yet, else None."""
    return Cohort.objects.founding_members_before_they_count(as_of).first() if as_of else None


@register.simple_tag(takes_context=True)
def text(context, record, field):
    """A translated field; one that stands in for a missing text carries its own language and a mark.

    So does one whose source changed after it was translated.
    """
    value, language, is_fallback = localized(record, field)
    if not is_fallback:
        source = outdated_texts(context).get((record._meta.label_lower, str(record.pk), field))
        mark = format_html(' <small class="mark">{}</small>', changed_since(source)) if source else ""
        return format_html("{}{}", words(value), mark)
    return format_html(
        '<span lang="{}" dir="{}">{}</span> <small class="mark">{}</small>',
        language,
        direction(language),
        words(value, language),
        not_yet_translated(language),
    )


@register.filter
def words(value, language=None):
    """A text of a language, else of the page's. What it holds in letters that run against it is kept apart."""
    language = language or get_language()
    apart = "<bdi>{}</bdi>" if language == "ar" else '<bdi lang="ar" dir="rtl">{}</bdi>'
    found = l10n.pieces(value, language)
    return format_html_join("", "{}", ([format_html(apart, piece) if foreign else piece] for piece, foreign in found))


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
            direction(language),
            value,
        )
    if hasattr(record, "name_is_proposed") and record.name_is_proposed(get_language()):
        note = _("proposed spelling, not yet confirmed")
        return format_html('<bdi class="proposed" title="{}">{}</bdi>', note, value)
    return format_html("<bdi>{}</bdi>", value)


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


@register.simple_tag
def names(records):
    """The names of records as a list within a sentence."""
    found = [name(record) for record in records]
    return format_html(l10n.list_in_words(["{}"] * len(found)), *found) if found else ""


@register.simple_tag
def labels(records):
    """The names of records beside each other: for names that may hold an “and” themselves."""
    return format_html_join(" · ", "{}", ((name(record),) for record in records))


def outdated_texts(context):
    """What `TranslationState.objects.outdated_in` says of the page's language: one query for all texts of a page."""
    request, language = context.get("request"), get_language()
    if request is None or language == LANGUAGES[0]:
        return {}
    found = vars(request).setdefault("outdated_texts", {})
    if language not in found:
        found[language] = TranslationState.objects.outdated_in(language)
    return found[language]


def changed_since(language):
    return _("the %(language)s text has changed since") % {"language": l10n.language_in_words(language)}


def not_yet_translated(language):
    return _("in %(language)s, not yet translated") % {"language": l10n.language_in_words(language)}


register.simple_tag(today)
register.filter("apart", l10n.apart)
register.filter("number", l10n.number_in_words)
register.filter("qualified", qualified)
register.filter("language_name", l10n.language_in_words)
register.filter("publisher", publisher_in_words)
register.filter("language_itself", l10n.language_itself)


@register.filter
def host(address):
    """The site to which an address leads: www.unesco.org."""
    return urlsplit(address).hostname or ""


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


@register.simple_tag(takes_context=True)
def absolute(context, path):
    """The full address of a path of this site."""
    return context["request"].build_absolute_uri(path)


@register.filter
def direction(code):
    """The direction of writing of a language: ltr or rtl; auto for a language without a name here."""
    try:
        return "rtl" if get_language_info(code)["bidi"] else "ltr"
    except KeyError:
        return "auto"


@register.inclusion_tag("components/_location_map.html")
def location_map(city, width=60):
    """A map around a city, `width` map units wide (about 40 km each at the equator)."""
    x, y = projection.equal_earth(float(city.longitude), float(city.latitude))
    height = width * 0.6
    left = min(max(x - width / 2, 0), projection.WIDTH - width)
    top = min(max(y - height / 2, 0), projection.HEIGHT - height)
    return {"city": city, "x": f"{x:.2f}", "y": f"{y:.2f}", "view_box": f"{left:.2f} {top:.2f} {width} {height:.1f}"}


@register.inclusion_tag("components/_world_map.html")
def world_map(cities, cohort=None):
    """The world with a dot for each of these cities whose place is known: one path a cohort, however many dots.

    A city has the colour of the cohort with which it became a member, or all have that of the `cohort` they are of.
    """
    places = cities.exclude(latitude=None).values_list("pk", "longitude", "latitude")
    colours = coloured()
    of_city, paths = periods(Admission.objects.all()), defaultdict(str)
    tones = {None: NO_COHORT} | {each.slug: tone for each, tone in colours}
    for pk, longitude, latitude in places:
        slug = cohort.slug if cohort else cohort_by(of_city.get(pk, []), today())
        place = projection.equal_earth(float(longitude), float(latitude))
        paths[slug] += dots.point(*place, tones.get(slug, NO_COHORT), digits=1)
    drawn = [(tone, each, paths[each.slug]) for each, tone in colours if each.slug in paths]
    return {"box": dots.WORLD, "drawn": drawn, "without_cohort": paths.get(None)}
