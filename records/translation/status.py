"""What is known of a text in a language, beside the text itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TextStatus(models.TextChoices):
    """What is known of a name in French or Arabic."""

    SOURCED = "sourced", _("found in a source")
    SAME = "same", _("same spelling as in English")
    CHECKED = "checked", _("confirmed by a translator")
    PROPOSED = "proposed", _("proposal, to be confirmed by a translator")
