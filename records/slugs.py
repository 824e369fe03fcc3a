"""The words in addresses: which are taken by pages of the site, how long ones are made shorter, and which are free."""

from itertools import count

from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

# Words that stand in addresses of the site; a record with one of them would hide a page or be hidden by it.
RESERVED = (
    "about",
    "accessibility",
    "admin",
    "admissions",
    "agreements",
    "campaigns",
    "card",
    "cities",
    "compare",
    "corrections",
    "countries",
    "design",
    "events",
    "i18n",
    "learning",
    "map",
    "names",
    "network",
    "new",
    "news",
    "partnerships",
    "search",
    "sources",
    "statistics",
    "suggest",
    "thanks",
)


def not_reserved(kind):
    """The constraint that the address of a record of some kind is no word of the site's own addresses."""
    return CheckConstraint(
        condition=~Q(slug__in=RESERVED),
        name=f"{kind}_address_not_reserved",
        violation_error_message=_("A page of the site has this address; choose another one."),
    )


def shortened(slug, most):
    """A slug of at most so many characters, cut between two words where it can be."""
    if len(slug) <= most:
        return slug
    whole_words = slug[: most + 1].rpartition("-")[0]
    return (whole_words or slug[:most]).strip("-")


def numbered(slug):
    """The slug itself, then with a number behind it: fez, fez-2, fez-3 and so on without end."""
    yield slug
    yield from (f"{slug}-{number}" for number in count(2))


def free_slug(slug, records):
    """The slug, or with a number behind it, that none of the records of a manager or queryset has yet."""
    taken = set(records.filter(slug__startswith=slug).values_list("slug", flat=True))
    return next(each for each in numbered(slug) if each not in taken)
