"""Which fields of a record people write."""

from modeltranslation.translator import NotRegistered, translator


def written_fields(model):
    """The model's own columns without the key, what is computed, and the bare copies of translated fields."""
    try:
        bare = set(translator.get_options_for_model(model).fields)
    except NotRegistered:
        bare = set()
    return [
        field
        for field in model._meta.concrete_fields
        if field.editable and not field.primary_key and field.name not in bare
    ]
