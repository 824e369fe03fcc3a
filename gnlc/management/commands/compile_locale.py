"""Compile the translations of the interface, without gettext."""

import os
from pathlib import Path

import polib
from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _


class Command(BaseCommand):
    help = "Compile each .po file in locale/ that is newer than its .mo file."

    def handle(self, **options):
        outdated = [source for source in self._sources() if is_outdated(source)]
        for source in outdated:
            facts = {"language": source.parts[-3], "file": source.name, "count": compile_catalogue(source)}
            self.stdout.write(_("%(language)s: %(file)s compiled, %(count)d texts") % facts)
        if not outdated:
            self.stdout.write(_("Nothing to compile: the translations are the ones compiled before."))

    def _sources(self):
        for folder in settings.LOCALE_PATHS:
            yield from sorted(Path(folder).glob("*/LC_MESSAGES/*.po"))


def is_outdated(source):
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime


def compile_catalogue(source):
    """Write the .mo file of a .po file and return how many texts are translated."""
    catalogue = polib.pofile(str(source))
    # Put in place whole, because a running server or a parallel test may be reading it.
    draft = source.with_suffix(f".{os.getpid()}.tmp")
    catalogue.save_as_mofile(str(draft))
    draft.replace(source.with_suffix(".mo"))
    return len(catalogue.translated_entries())
