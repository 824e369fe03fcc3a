"""The questions people ask about sources."""

from collections import Counter

from django.db.models import Case, CharField, Exists, OuterRef, Q, Value, When
from django.db.models.functions import Cast

from records.querysets import RecordQuerySet
from records.search.querysets import Mentioning
from records.visibility import public_relations


class SourceQuerySet(Mentioning, RecordQuerySet):
    def of_commissions_about(self, country):
        """Texts of National Commissions on which admissions of the country's cities rest."""
        return self.filter(kind="commission", admissions__city__country=country).distinct()

    def public(self):
        """Sources on which something public rests, and which so have a page; see `Source.carries`."""
        rests = [
            Exists(_referring(relation).filter(**{_back(relation): OuterRef("pk")}))
            for relation in public_relations(self.model)
        ]
        return self.filter(Q(*rests, _connector=Q.OR))

    def has_namesakes(self, source):
        """Whether another text has the same title and the same publisher, as parts of one publication have."""
        return self.filter(title=source.title, publisher=source.publisher).exclude(pk=source.pk).exists()

    def by_kind_of_publisher(self):
        """Those closest to the network first, of unknown kind last; then by publisher and title."""
        nearness = [When(kind=kind, then=place) for place, kind in enumerate(self.model.Kind.values)]
        return self.order_by(Case(*nearness, default=len(nearness)), "publisher", "title", "pk")

    def number_resting_on(self, sources):
        """{key of a source: number of public records that rest on it}, as on its page; one query for all of them."""
        kinds = [_resting_on(relation, sources) for relation in public_relations(self.model)]
        found = kinds[0].union(*kinds[1:])  # without repetition: a record may rest on a text in two ways
        return Counter(source for source, _kind, _record in found)


def _referring(relation):
    """The rows that say which public records refer to a source."""
    public = relation.related_model.objects.public().order_by()
    if not relation.many_to_many:
        return public
    rows = relation.through._base_manager
    return rows.filter(**{f"{relation.field.m2m_field_name()}__in": public.values("pk")})


def _resting_on(relation, sources):
    """Which records rest on the sources by one relation: (key of the source, kind of record, key of the record)."""
    owner = relation.field.m2m_field_name() if relation.many_to_many else "pk"
    kind = Value(relation.related_model._meta.label, output_field=CharField())
    record = Cast(owner, CharField())  # keys of all kinds in one column
    rows = _referring(relation).filter(**{f"{_back(relation)}__in": sources}).order_by()
    return rows.values_list(_back(relation), kind, record)


def _back(relation):
    return relation.field.m2m_reverse_field_name() if relation.many_to_many else relation.field.name
