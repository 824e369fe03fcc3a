"""Account for the translations of every text."""

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from records.models import TranslationState
from records.translation.states import completeness, take_stock


class Command(BaseCommand):
    help = "Make sure that the translation of every text is accounted for. Repeatable; writes only what is missing."

    def handle(self, **options):
        take_stock(on_batch=self._show)
        for each in completeness(TranslationState.objects.counted()):
            facts = {"language": each.language, "percent": each.percent, "done": each.done, "texts": each.texts}
            self.stdout.write(_("%(language)s: %(percent)d %% of the texts, %(done)d of %(texts)d") % facts)

    def _show(self, done, total):
        if self.stdout.isatty():
            self.stdout.write(f"\r{done}/{total}", ending="\n" if done == total else "")
