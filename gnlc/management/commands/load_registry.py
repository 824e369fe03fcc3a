"""Load the registry's files into the database."""

from auditlog.context import disable_auditlog
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

import admissions.imports
import cities.imports
import gnlc.workbench.imports
import news.imports
from cities.models import Source
from cities.strange_hosts import strange_hosts
from records.history.attribution import attributed
from records.links import site
from records.loading import WrongCellError, is_loaded, load, recognise
from records.models import LoadedFile

TABLES = [*cities.imports.TABLES, *admissions.imports.TABLES, *news.imports.TABLES, *gnlc.workbench.imports.TABLES]


def _remembered():
    """How the history tells what is loaded: with its reason; the first loading is the beginning and no change."""
    if LoadedFile.objects.exists():
        return attributed(reason=gettext_noop("Loaded from the registry’s files"))
    return disable_auditlog()


class Command(BaseCommand):
    help = "Load the files in the apps' data folders. Repeatable; leaves alone what staff changed since."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Say what would change and write nothing.")
        parser.add_argument("--again", action="store_true", help="Also read files that have not changed.")

    def handle(self, *, dry_run, again, **options):
        if not again and all(is_loaded(table) for table in TABLES):
            self.stdout.write(_("Nothing to load: the files are the ones loaded before."))
            return
        try:
            with transaction.atomic(), _remembered():
                for table in TABLES:
                    recognise(table)
                outcomes = [self._load(table, in_detail=dry_run) for table in TABLES]
                self._warn_of_strange_hosts()
                transaction.set_rollback(dry_run)
        except WrongCellError as wrong:
            nothing_written = _("Nothing was written.")
            raise CommandError(f"{wrong}\n{nothing_written}") from wrong
        self._sum_up(outcomes, dry_run)

    def _load(self, table, *, in_detail):
        beside = [other for other in TABLES if other is not table and other.shares_records_with(table)]
        outcome = load(table, beside=beside, on_row=self._progress(table))
        line = _("%(file)s: %(new)d new, %(changed)d changed, %(same)d as before") % {
            "file": f"{table.label:<34}",
            "new": outcome.new,
            "changed": outcome.changed,
            "same": outcome.same,
        }
        self.stdout.write(("\r" if self.stdout.isatty() else "") + line)
        for sentence in [*outcome.moved, *(outcome.differences if in_detail else [])]:
            self.stdout.write(f"    {sentence}")
        for sentence in outcome.left_alone:
            self.stdout.write(self.style.WARNING(f"    {sentence}"))
        return outcome

    def _progress(self, table):
        """Draw a bar while a table is loading, on a terminal only."""

        def draw(done, total):
            if self.stdout.isatty() and (done % 10 == 0 or done == total):
                self.stdout.write(f"\r{table.label:<34}: {'█' * (20 * done // total):<20}", ending="")

        return draw

    def _warn_of_strange_hosts(self):
        for source, home in strange_hosts(Source.objects.all()):
            facts = {"source": source.slug, "host": site(source.url), "publisher": source.publisher, "home": home}
            sentence = _("%(source)s: %(host)s, while %(publisher)s is at %(home)s. A copy?") % facts
            self.stdout.write(self.style.WARNING(sentence))

    def _sum_up(self, outcomes, dry_run):
        counts = {
            "new": sum(outcome.new for outcome in outcomes),
            "changed": sum(outcome.changed for outcome in outcomes),
            "left": sum(len(outcome.left_alone) for outcome in outcomes),
        }
        text = _("%(new)d new, %(changed)d changed, %(left)d left alone.") % counts
        if dry_run:
            text += " " + _("Dry run: nothing was written.")
        self.stdout.write(self.style.SUCCESS(text))
