"""The rule that the database refused to break, in the rule's own sentence, and whose doing that is."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import CheckConstraint, Q

from records.loading.models import LoadedRow
from records.loading.records import current, plain


class RuleBrokenError(Exception):
    """A record as it would be written breaks a rule: the sentence, the fields it is about, and the records beside
    which it cannot stand."""

    def __init__(self, sentence, names=(), rivals=()):
        super().__init__(sentence)
        self.sentence, self.names, self.rivals = sentence, names, rivals

    def column(self, table):
        """The header of the column to look at, or "–"."""
        headers = [table.column_of(name) for name in self.names]
        return next((header for header in headers if header in table.columns), "–")

    def is_because_of_staff(self, record, values, just_loaded):
        """Whether the row would break no rule without what staff wrote here: in this record or in one beside it.

        `just_loaded` are the primary keys, as texts, of records of rows that are not remembered yet.
        """
        if self.rivals:
            rivals = {str(rival.pk) for rival in self.rivals} - just_loaded
            rows = LoadedRow.objects.of(type(record)).in_files().filter(record__in=rivals)
            return bool(rivals - set(rows.values_list("record", flat=True)))
        return any(_is_of_staff(record, name, values) for name in self.names)


def _is_of_staff(record, name, values):
    model_field = record._meta.get_field(name)
    given = values[name] if name in values else model_field.get_default()
    return current(record, name) != plain(given)


def broken_rule(record, error):
    """The `RuleBrokenError` of a record that the database refused.

    SQLite names the columns of a rule of uniqueness only, so each rule is asked. The sentence is the database's own
    where no rule says that it is broken.
    """
    model = type(record)
    for constraint in model._meta.constraints:
        try:
            constraint.validate(model, record)
        except ValidationError as broken:
            return _of(constraint, record, broken)
    try:
        record.validate_unique()
    except ValidationError as broken:
        name, sentences = next(iter(broken.message_dict.items()))
        names = [] if name == NON_FIELD_ERRORS else [name]
        return RuleBrokenError(" ".join(sentences), names, _beside(record, names) if names else ())
    return RuleBrokenError(str(error))


def _of(constraint, record, broken):
    own = constraint.violation_error_message != constraint.default_violation_error_message
    sentence = str(constraint.get_violation_error_message()) if own else " ".join(broken.messages)
    if isinstance(constraint, CheckConstraint):
        return RuleBrokenError(sentence, sorted(constraint.condition.referenced_base_fields))
    return RuleBrokenError(sentence, constraint.fields, _beside(record, constraint.fields, constraint.condition))


def _beside(record, names, condition=None):
    """The records that hold what only one may hold."""
    held = {name: getattr(record, record._meta.get_field(name).attname) for name in names}
    return list(type(record)._default_manager.filter(condition or Q(), **held).exclude(pk=record.pk))
