"""Tags that every template of the registry can use: texts in their own language, addresses, maps."""

from django import template
from django.urls import get_script_prefix, translate_url
from django.utils.html import format_html
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from gnlc.pages import projection

register = template.Library()


@register.simple_tag
def text(record, field):
    """A translated field; one that stands in for a missing text carries its own language and a mark."""
    value, language, is_fallback = record.localized(field)
    if not is_fallback:
        return value
    info = get_language_info(language)
    return format_html(
        '<span lang="{}" dir="{}">{}</span> <small class="mark">{}</small>',
        language,
        "rtl" if info["bidi"] else "ltr",
        value,
        _("in %(language)s, not yet translated") % {"language": info["name_translated"]},
    )


@register.simple_tag
def name(record, field="name"):
    """A name, kept apart from the text around it; proposals and names in another language are marked."""
    value, language, is_fallback = record.localized(field)
    if is_fallback:
        info = get_language_info(language)
        return format_html(
            '<bdi lang="{}" dir="{}" class="untranslated" title="{}">{}</bdi>',
            language,
            "rtl" if info["bidi"] else "ltr",
            _("in %(language)s, not yet translated") % {"language": info["name_translated"]},
            value,
        )
    if hasattr(record, "name_is_proposed") and record.name_is_proposed(get_language()):
        note = _("proposed spelling, not yet confirmed")
        return format_html(
            '<bdi class="proposed" title="{}">{}</bdi><span class="visually-hidden"> ({})</span>', note, value, note
        )
    return format_html("<bdi>{}</bdi>", value)


@register.simple_tag(takes_context=True)
def address_in(context, language):
    """The address of this very page, filters included, in another language; of the home page if it has no language."""
    address = translate_url(context["request"].get_full_path(), language)
    home = f"{get_script_prefix()}{language}/"
    return address if address.startswith(home) else home


@register.simple_tag(takes_context=True)
def absolute(context, path):
    """The full address of a path of this site."""
    return context["request"].build_absolute_uri(path)


@register.filter
def language_name(code):
    """The name of a language in the active language, or its code when it has no name here."""
    try:
        return get_language_info(code)["name_translated"]
    except KeyError:
        return code


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
def world_map(cities):
    """The world with a dot for each of the cities whose place is known: one path, however many dots."""
    _, south = projection.equal_earth(0, -58)  # no member is nearer to the pole
    places = cities.exclude(latitude=None).values_list("longitude", "latitude")
    dots = (projection.equal_earth(float(longitude), float(latitude)) for longitude, latitude in places)
    return {"view_box": f"0 0 {projection.WIDTH} {south:.0f}", "dots": "".join(f"M{x:.1f} {y:.1f}h0" for x, y in dots)}
