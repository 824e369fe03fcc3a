"""Publish the rounds whose instant has come."""

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from admissions.desk.release.publish import publish_due


class Command(BaseCommand):
    help = "Publish the recorded rounds whose instant has come. The server does so itself; this is for a timer."

    def handle(self, **options):
        published = publish_due()
        for recording in published:
            self.stdout.write(_("%(round)s is public.") % {"round": recording})
        message = ngettext("%(number)d round published.", "%(number)d rounds published.", len(published))
        self.stdout.write(self.style.SUCCESS(message % {"number": len(published)}))
