"""What is too much or no text at all, and the refusal that says so."""

from django.utils.translation import gettext as _

MAX_BYTES = 5_000_000  # of a file; a long release with all its page around it has 300,000
MAX_LINES = 2_000  # of text; the longest list so far had 77 cities
MAX_CHARACTERS = 500_000  # of text, when tables and web pages have been taken apart


class Unreadable(ValueError):  # noqa: N818 – its name reads as the refusal it is
    """A text or file that cannot be read; its message is one sentence for the person who brought it."""


def too_long():
    return Unreadable(_("This text is longer than %(number)d characters.") % {"number": MAX_CHARACTERS})
