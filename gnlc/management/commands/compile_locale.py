"""Compile the translations of the interface, without gettext."""

import os
from pathlib import Path

import polib
from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.models import Max
from django.utils.translation import gettext as _

from gnlc.workbench.interface.wordings import settle, with_wordings
from gnlc.workbench.models import Wording


class Command(BaseCommand):
    help = "Compile each .po file in locale/ that is newer than its .mo file, with what translators changed since."

    def add_arguments(self, parser):
        parser.add_argument("--files-only", action="store_true", help="Without what is kept in the database.")

    def handle(self, *, files_only=False, **options):
        # Before there is a database there are only files.
        files_only = files_only or Wording._meta.db_table not in connection.introspection.table_names()
        changed = {} if files_only else changes_here()
        outdated = [source for source in self._sources() if is_outdated(source, changed.get(source.parts[-3]))]
        for source in outdated:
            count = compile_catalogue(source, with_changes=not files_only)
            facts = {"language": source.parts[-3], "file": source.name, "count": count}
            self.stdout.write(_("%(language)s: %(file)s compiled, %(count)d texts") % facts)
        if not outdated:
            self.stdout.write(_("Nothing to compile: the translations are the ones compiled before."))

    def _sources(self):
        for folder in settings.LOCALE_PATHS:
            yield from sorted(Path(folder).glob("*/LC_MESSAGES/*.po"))


def changes_here():
    """{language: when its words were last changed here}; what a catalogue says itself by now is let go."""
    languages = Wording.objects.order_by().values_list("language")
    for (language,) in languages.distinct():
        settle(language)
    return dict(languages.annotate(last=Max("changed_at")))


def is_outdated(source, changed_at=None):
    compiled = source.with_suffix(".mo")
    if not compiled.exists():
        return True
    since = max(source.stat().st_mtime, changed_at.timestamp() if changed_at else 0)
    return compiled.stat().st_mtime < since


def compile_catalogue(source, *, with_changes=False):
    """Write the .mo file of a .po file and return how many texts are translated."""
    catalogue = polib.pofile(str(source))
    if with_changes:
        with_wordings(catalogue, source.parts[-3])
    # Put in place whole, because a running server or a parallel test may be reading it.
    draft = source.with_suffix(f".{os.getpid()}.tmp")
    catalogue.save_as_mofile(str(draft))
    draft.replace(source.with_suffix(".mo"))
    return len(catalogue.translated_entries())
