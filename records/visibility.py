"""What everybody may see. A kind of record says it by the question `public` of its QuerySet; of no other is anything.

Whatever is shown beside a record, counted for it or told of it follows `public_relations` and asks that question; so a
new kind of record is seen by nobody outside until somebody gives it the question.
"""


class Open:
    """For the QuerySet of a kind of which every record may be seen by everybody."""

    def public(self):
        """All of them."""
        return self.all()


def may_be_public(model):
    """Whether there can be records of the kind that everybody may see."""
    return hasattr(model._default_manager, "public")


def public_relations(model):
    """The reverse relations by which records that may be public refer to those of a model."""
    return [relation for relation in model._meta.related_objects if may_be_public(relation.related_model)]


def is_part(relation):
    """Whether records that refer by this relation belong to the other one wholly, as a spelling does to its city.

    Their model says so by `part_of`, the name of the field. They are seen with the other record and are no reason to
    show it.
    """
    return getattr(relation.related_model, "part_of", "") == relation.field.name
