"""The catalogues as a running server reads them: compiled with what translators changed, and read anew then."""

import gettext
import os
from pathlib import Path

import polib
from django.conf import settings
from django.db.models import Max
from django.utils.translation import trans_real

from gnlc.workbench.interface.overrides import settle, with_overrides
from gnlc.workbench.models import MessageOverride

_read = {}  # {file: when the one that this process reads was written}


def compile_outdated(*, files_only=False):
    """Compile each catalogue that is newer than its .mo file, with what translators changed since.

    Returns {file: how many of its texts are translated}. Without a database there are `files_only`. What a catalogue
    says itself by now is let go.
    """
    changed = {} if files_only else changes_here()
    outdated = [source for source in _sources() if is_outdated(source, changed.get(source.parts[-3]))]
    counts = {source: compile_catalogue(source, with_changes=not files_only) for source in outdated}
    for language in changed:
        settle(language)
    return counts


def _sources():
    return [source for folder in settings.LOCALE_PATHS for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po"))]


def changes_here():
    """{language: when its words were last changed here}."""
    return dict(MessageOverride.objects.order_by().values_list("language").annotate(last=Max("changed_at")))


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
        with_overrides(catalogue, source.parts[-3])
    # Put in place whole, because a running server or a parallel test may be reading it.
    draft = source.with_suffix(f".{os.getpid()}.tmp")
    catalogue.save_as_mofile(str(draft))
    draft.replace(source.with_suffix(".mo"))
    return len(catalogue.translated_entries())


def read_anew():
    """Let this process use what was compiled since it last looked; pages that are being made keep their words.

    Returns the languages of which it reads the words anew; the first look only remembers what there is.
    """
    changed = set()
    for source in _sources():
        compiled = source.with_suffix(".mo")
        written = compiled.stat().st_mtime_ns if compiled.exists() else None
        if _read.setdefault(compiled, written) != written:
            _read[compiled] = written
            changed.add(source.parts[-3])
    for language in sorted(changed):
        # As Django itself does where it restarts on a change, but one by one: no request finds a language missing.
        gettext._translations.clear()
        trans_real._translations[language] = trans_real.DjangoTranslation(language)
    return sorted(changed)
