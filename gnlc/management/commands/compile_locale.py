"""Compile the translations of the interface, without gettext."""

from django.core.management.base import BaseCommand
from django.db import connection
from django.utils.translation import gettext as _

from gnlc.workbench.interface.compiled import compile_outdated
from gnlc.workbench.models import MessageOverride


class Command(BaseCommand):
    help = "Compile each .po file in locale/ that is newer than its .mo file, with what translators changed since."

    def add_arguments(self, parser):
        parser.add_argument("--files-only", action="store_true", help="Without what is kept in the database.")

    def handle(self, *, files_only=False, **options):
        # Before there is a database there are only files.
        files_only = files_only or MessageOverride._meta.db_table not in connection.introspection.table_names()
        counts = compile_outdated(files_only=files_only)
        for source, count in counts.items():
            facts = {"language": source.parts[-3], "file": source.name, "count": count}
            self.stdout.write(_("%(language)s: %(file)s compiled, %(count)d texts") % facts)
        if not counts:
            self.stdout.write(_("Nothing to compile: the translations are the ones compiled before."))
