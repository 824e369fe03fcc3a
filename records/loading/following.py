"""Rows that are called something else than before: their records stay the same.

A row whose identifying cell was corrected (another cohort, another address, another file of the same records) has a
new key, and an old key is gone. Both are one row where the file says so in its column `formerly`, where the new key
names the record of the old row, or where they are alike and nothing else is. In doubt nothing is done, and it is told.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from records.exceptions import RefusedError
from records.loading.doubles import make_one
from records.loading.likeness import Likeness
from records.loading.models import LoadedRow
from records.loading.reading import FORMERLY, Reader
from records.loading.recognising import gone_from, recognise
from records.loading.records import key_in, keys_of


@dataclass
class Followed:
    """What became of rows that are gone: sentences about those that moved, and those in doubt by {row: sentence}."""

    moved: list[str] = field(default_factory=list)
    in_doubt: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class _Claim:
    """A row of a file that may be a row that is gone: as its successor, or as what it became one with.

    `record` is the primary key of the record that its key names, None where there is none yet.
    """

    table: object
    row: object
    is_new: bool
    record: str | None


def follow(tables):
    """Let the memory of rows go by the keys that they have now in their files; return `Followed`.

    The tables are files of the same records, between which a row may move. Raises WrongCellError.
    """
    followed = Followed()
    for table in tables:
        recognise(table)
    gone = gone_from(tables)
    if gone:
        claims = _claims(tables, Likeness(gone, tables))
        number = Counter(claim for claimants in claims.values() for claim in claimants)
        for old, claimants in claims.items():
            named = [claim for claim in claimants if old.row.key in claim.row.formerly]
            sole = named or [claim for claim in claimants if number[claim] == 1 or not claim.is_new]
            if len(sole) == 1 and (named or len(claimants) == 1):
                _settle(old, sole[0], followed)
            else:
                followed.in_doubt[old.row.pk] = _in_doubt(old, claimants)
    return followed


def _claims(tables, likeness):
    """{row that is gone: the rows that it may be now}."""
    claims = defaultdict(list)
    for table in tables:
        for batch in Reader(table).batches():
            remembered = set(_remembered(table, batch))
            there = keys_of(table, [row.values for row in batch])
            for row in batch:
                claim = _Claim(table, row, row.key not in remembered, there.get(key_in(table, row.values)))
                for old in _that_may_be(claim, likeness):
                    claims[old].append(claim)
    return claims


def _remembered(table, batch):
    keys = [row.key for row in batch]
    return LoadedRow.objects.filter(table=table.label, key__in=keys).values_list("key", flat=True)


def _that_may_be(claim, likeness):
    """The rows that are gone of which one may be this row."""
    if named := likeness.named_by(claim.row):
        return named
    if not claim.is_new:
        return likeness.one_with(claim.table, claim.row) if claim.table.merge else []
    if claim.record:
        return likeness.with_record(claim.record)
    return likeness.like(claim.table, claim.row)


def _settle(old, claim, followed):
    """The row that is gone goes on as the one that claims it, or becomes one with it."""
    before = _named(old.row.table, old.row.key)
    now = _named(claim.table.label, claim.row.key)
    taken = LoadedRow.objects.filter(table=claim.table.label, key=claim.row.key).first()
    if taken is None:
        old.row.table, old.row.key, old.row.line = claim.table.label, claim.row.key, claim.row.line
        old.row.save()
        if claim.record != old.row.record:  # else only a word for a related record is another one
            followed.moved.append(_("%(before)s is %(now)s now") % {"before": before, "now": now})
        return
    try:
        make_one(claim.table, old, taken)
    except RefusedError as refused:
        raise Reader(claim.table).wrong(claim.row.line, FORMERLY, str(refused)) from refused
    followed.moved.append(_("%(before)s became one with %(now)s") % {"before": before, "now": now})


def _named(label, key):
    return f"{label}: {key}"


def _in_doubt(old, claimants):
    names = ", ".join(f"“{claim.row.key}”" for claim in claimants)
    sentence = _("%(key)s is no longer in the file and may be %(names)s now: say which in a column “formerly”")
    return sentence % {"key": old.row.key, "names": names}
