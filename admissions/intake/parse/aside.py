"""Why words of a list are left aside, in a sentence for the person who looks at it."""

from django.utils.translation import gettext as _


def why_aside(code):
    """The sentence of a code that a `parse.ListedLine` or a `Span` has; "" for none."""
    sentences = {
        "dateline": _("The place and the day from which a release is sent."),
        "date": _("A day."),
        "signature": _("The end of a mail, or an address."),
        "mail": _("The head of a mail."),
        "page": _("The number of a page."),
        "running_head": _("It stands at the head or foot of each page."),
        "navigation": _("A link of a web page."),
        "related": _("Another article of the web page."),
        "total": _("A row of totals."),
        "title": _("A title."),
        "introduction": _("It introduces the list."),
        "note": _("A note to an entry."),
        "prose": _("Running text that lists nothing."),
        "header_row": _("The header of a table."),
        "column": _("It stands in another column of the table."),
        "group": _("It says that what stands with it is beside the list."),
    }
    return sentences.get(code, "")
