"""Which of the rows that are gone a row may be."""

import json
from collections import defaultdict

from records.loading.records import plain


class Likeness:
    """Finds, among the rows that are gone from some files, those that are like a row of a table."""

    def __init__(self, gone, tables):
        self.tables = {table.label: table for table in tables}
        self.by_key, self.by_record = defaultdict(list), defaultdict(list)
        self.by_all_else, self.by_group = defaultdict(list), defaultdict(list)
        for old in gone:
            self._add(old)

    def _add(self, old):
        table = self.tables[old.row.table]
        self.by_key[old.row.key].append(old)
        if old.row.record:
            self.by_record[old.row.record].append(old)
        if not table.each:
            self.by_all_else[table.label, _all_else(table, old.row.values)].append(old)
        for group in table.known_by:
            self.by_group[group, tuple(old.value(name) for name in group)].append(old)

    def named_by(self, row):
        """Rows of which the file says that they are this one now."""
        return [old for key in row.formerly for old in self.by_key[key]]

    def with_record(self, record):
        return self.by_record[record]

    def like(self, table, row):
        """Rows that differ in nothing but the key; where there is none, those known by the same."""
        same = [] if table.each else self.by_all_else[table.label, _all_else(table, row.values)]
        return same or self._known_by_the_same(table, row.values)

    def one_with(self, table, row):
        """Rows with the same number in a register outside, such as GeoNames, or with a name that is an alias here."""
        other_names = [row.values | {name: text} for name, texts in row.aliases.items() for text in texts]
        numbers = {name: row.values[name] for group in table.known_by if len(group) == 1 for name in group}
        return _each_once(old for values in [numbers, *other_names] for old in self._known_by_the_same(table, values))

    def _known_by_the_same(self, table, values):
        keys = {group: tuple(plain(values.get(name)) for name in group) for group in table.known_by}
        found = [old for group, key in keys.items() if all(key) for old in self.by_group[group, key]]
        return [old for old in _each_once(found) if _agree(old, keys)]


def _each_once(found):
    return list(dict.fromkeys(found))


def _agree(old, keys):
    """Whether the first group of fields that is filled in both is the same."""
    for group, key in keys.items():
        theirs = tuple(old.value(name) for name in group)
        if all(key) and all(theirs):
            return key == theirs
    return False


def _all_else(table, values):
    """All that a row gives besides what identifies it; what is gone and empty tells nothing."""
    told = {name: plain(value) for name, value in values.items() if name not in table.key and value}
    return json.dumps(told, sort_keys=True, default=str) if told else object()
