"""What refers to a record of the register: what holds it there, and drafts, which let it go."""

from django.db.models import SET_NULL

from admissions.models import Recording, RoundEntry
from records.visibility import is_part


def holders(record):
    """The records that hold this one in the register: all that refer to it but its parts and what weighs nothing.

    Part of it are its own relations and the spellings of a city. Nothing weigh relations that the
    database itself may empty, as that of a candidate, and drafts: what nobody outside knows of, as the question
    `drafts` of a QuerySet has it. An entry of a round holds its city as long as the round is public.
    """
    return [
        referring
        for relation in _references(record)
        for referring in _holding(relation).filter(**{relation.field.name: record})
    ]


def let_go(record):
    """Take a record out of all that refers to it and does not hold it; their history tells it.

    An entry of a round in preparation that means this city is to be decided again. One of a round that was taken back
    then means a new city at that place, as the list did.
    """
    for relation in _references(record):
        for referring in _loose(relation).filter(**{relation.field.name: record}):
            if relation.many_to_many:
                getattr(referring, relation.field.name).remove(record)
            else:
                FORGET.get(type(referring), _forget)(referring, relation.field.name)


def _references(record):
    """The relations by which records of any kind may refer to this one."""
    return [
        relation
        for relation in record._meta.get_fields(include_hidden=True)
        if relation.auto_created
        and not relation.concrete
        and not relation.related_model._meta.auto_created
        and not is_part(relation)
    ]


def _holding(relation):
    records = relation.related_model.objects
    return records.exclude(pk__in=_loose(relation).values("pk"))


def _loose(relation):
    records = relation.related_model.objects
    if not relation.many_to_many and relation.on_delete is SET_NULL:
        return records.all()
    return records.drafts() if hasattr(records, "drafts") else records.none()


def _forget(referring, field):
    setattr(referring, field, None)
    referring.save()


def _forget_city(entry, field):
    if entry.decision == RoundEntry.Decision.EXISTING:
        if entry.recording.published_at:
            entry.decision, entry.geonames_id = RoundEntry.Decision.NEW, entry.city.geonames_id
        else:
            entry.decision, entry.decided_by, entry.decided_at = RoundEntry.Decision.OPEN, None, None
        entry.version += 1
    _forget(entry, field)


def _forget_cohort(recording, field):
    # The numbers that came from the cohort are written with the one that it will make.
    if recording.published_at is None:
        recording.begun_with = {}
    _forget(recording, field)


FORGET = {RoundEntry: _forget_city, Recording: _forget_cohort}
