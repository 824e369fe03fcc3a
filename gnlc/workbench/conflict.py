"""Two people at one text: what each of them wrote, and what differs."""

from dataclasses import dataclass
from datetime import datetime

from gnlc.workbench.difference import difference
from records.models import HistoryEntry
from records.translation.states import digest


@dataclass(frozen=True)
class Edit:
    """What changed in a text, and by whom and when as far as the history knows: `by` may be nobody, `at` None."""

    pieces: list
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Conflict:
    """What somebody typed beside what stands here by now.

    `target` leads from theirs to mine, `source` from the earlier source text to the one of now; None where that side
    is as it was.
    """

    mine: str
    target: Edit | None
    source: Edit | None


def conflict_over(shown, mine, seen):
    """The `Conflict` of a text that is no longer as somebody has `seen` it; None if both wrote the same."""
    is_source_same = seen.startswith(digest(shown.source.text))
    target = None if mine == shown.target.text else _edit(shown, shown.state.column, shown.target.text, mine)
    source = None if is_source_same else _source_edit(shown)
    return Conflict(mine, target, source) if target or source else None


def _edit(shown, column, old, new):
    entry = _last(shown, column)
    by = str(entry.actor) if entry and entry.actor else ""
    return Edit(difference(old, new), by, entry.timestamp if entry else None)


def _source_edit(shown):
    entry, column = _last(shown, shown.state.source_column), shown.state.source_column
    before = entry.changes[column][0] if entry else shown.state.source_seen
    return _edit(shown, column, before if before not in (None, "None") else "", shown.source.text)


def _last(shown, column):
    """The entry of the history that tells how a column came to what it is."""
    entries = HistoryEntry.objects.get_for_object(shown.record).filter(changes__has_key=column)
    return entries.select_related("actor").order_by("-timestamp", "-pk").first()
