"""Say what is wrong in the catalogues of the interface."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gnlc.workbench.interface.catalogue import LANGUAGES, catalogue, report


class Command(BaseCommand):
    help = "Report messages that are not translated, doubtful, or have wrong forms or placeholders. Fails if any is."

    def handle(self, **options):
        wrong = 0
        for language in LANGUAGES:
            messages = catalogue(language)
            found = report(messages)
            for entry, problems in found:
                reasons = ", ".join(str(each.label) for each in problems)
                self.stdout.write(self.style.WARNING(f"{language}: {entry.msgid!r}: {reasons}"))
            self.stdout.write(_("%(language)s: %(number)d messages") % {"language": language, "number": len(messages)})
            wrong += len(found)
        if wrong:
            raise CommandError(
                ngettext("%(number)d message is not right.", "%(number)d messages are not right.", wrong)
                % {"number": wrong}
            )
        self.stdout.write(self.style.SUCCESS(_("All messages are right.")))
