"""The words in addresses: which are taken by pages of the site, and how long ones are made shorter."""

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
