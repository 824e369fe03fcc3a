from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GnlcConfig(AppConfig):
    name = "gnlc"
    verbose_name = _("The site")

    def ready(self):
        from gnlc import contact  # noqa: F401 - its checks
        from gnlc.history import keep_history

        keep_history()
