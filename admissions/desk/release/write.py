"""Write to the register, so that what was the same already is not touched and its history tells nothing."""


def make(record, **relations):
    """Save a new record with its many-to-many relations, as in `make(cohort, sources=[…])`, and return it."""
    record.save()
    for name, related in relations.items():
        getattr(record, name).set(related)
    return record


def change(record, *, add=None, **facts):
    """Set fields and add to many-to-many relations."""
    differing = {name: value for name, value in facts.items() if getattr(record, name) != value}
    for name, value in differing.items():
        setattr(record, name, value)
    if differing:
        record.save()
    for name, related in (add or {}).items():
        getattr(record, name).add(*related)
