"""The tag that shows a photo: the file that fits the screen, in the newest format that the browser knows."""

from django import template

from records.photos.licences import licence_url
from records.translation.localized import localized

register = template.Library()


@register.inclusion_tag("components/_photo.html")
def photo(record, field, sizes, *, eager=False, caption=True):
    """A photo of a record, with its credit unless a page that it leads to has it.

    `sizes` says how wide it is shown, as CSS has it: `(min-width: 60rem) 20rem, 100vw`. The one that a visitor sees
    first is `eager`; the others come when they are near the screen.

    >>> {% photo city "photo" sizes="100vw" eager=True %}
    """
    own = {name: getattr(record, f"{field}_{name}") for name in ("width", "height", "credit", "licence")}
    return own | {
        "photo": getattr(record, field),
        "alternative": localized(record, f"{field}_alt"),
        "licence_url": licence_url(own["licence"]),
        "sizes": sizes,
        "eager": eager,
        "caption": caption,
    }
