"""Which record a word of a file means."""

from collections import defaultdict

from records.loading.models import LoadedRow


class References:
    """Finds the records that some rows name, a few queries for all of them.

    A word means the record of the row that has it for its key, whatever staff called that record since; else the
    record that has it for its natural key; else the one to which the address leads on.
    """

    def __init__(self):
        self.known = {}

    def learn(self, rows):
        """Look up all words of some rows, given as pairs (model, words); what was looked up before is forgotten."""
        wanted = defaultdict(set)
        for row in rows:
            for model, words in row:
                wanted[model] |= set(words)
        self.known = {model: _found(model, words) for model, words in wanted.items()}

    def find(self, model, word):
        """The primary key of the record that a word means, or None."""
        return self.known[model].get(word)


def natural_key(model):
    """The field by which files name a record of the model: its slug, its number, or its code."""
    names = {model_field.name for model_field in model._meta.get_fields()}
    return next(name for name in ("slug", "number", "code") if name in names)


def _found(model, words):
    """{word: primary key} of the words that mean a record; what is surer comes later and holds."""
    return _by_former_address(model, words) | _by_natural_key(model, words) | _by_row(model, words)


def _by_former_address(model, words):
    records = model._default_manager
    return records.led_to_by(words) if hasattr(records, "led_to_by") else {}


def _by_natural_key(model, words):
    name = natural_key(model)
    is_number = model._meta.get_field(name).get_internal_type().endswith("IntegerField")
    could_be = [word for word in words if word.isdecimal()] if is_number else words
    found = model._default_manager.filter(**{f"{name}__in": could_be}).values_list(name, "pk")
    return {str(word): pk for word, pk in found}


def _by_row(model, words):
    rows = LoadedRow.objects.of(model).filter(key__in=words).exclude(record="").values_list("key", "record")
    found = {key: model._meta.pk.to_python(record) for key, record in rows}
    there = set(model._default_manager.filter(pk__in=found.values()).values_list("pk", flat=True))
    return {key: pk for key, pk in found.items() if pk in there}
