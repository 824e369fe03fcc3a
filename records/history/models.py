"""What changed in the register: who, when, from which value to which."""

from auditlog.models import AbstractLogEntry, LogEntryManager

from records.fields.display import typed


class HistoryManager(LogEntryManager):
    def log_create(self, instance, force_log=False, **kwargs):
        """Keep what changed. Another way to write a value, such as 5.0 for 5 or "" for nothing, is no change."""
        fields = {name: instance._meta.get_field(name) for name in kwargs["changes"]}
        kwargs["changes"] = {
            name: change
            for name, change in kwargs["changes"].items()
            if fields[name].many_to_many or typed(fields[name], change[0]) != typed(fields[name], change[1])
        } or None
        return super().log_create(instance, force_log, **kwargs)

    def log_m2m_changes(self, changed_queryset, instance, operation, field_name, **kwargs):
        """Records that were added to a many-to-many relation or removed from it.

        auditlog keeps their names only; with their keys they can be put back, and be named in any language. All that
        the relation then holds is kept too, as the values of columns are.
        """
        related = {record.pk: str(record) for record in changed_queryset}
        if not related:
            return None
        change = {"type": "m2m", "operation": operation, "objects": [*related.values()], "keys": [*related]}
        keys = sorted(getattr(instance, field_name).values_list("pk", flat=True))
        left = {"model": str(instance._meta), "pk": instance.pk, "fields": {field_name: keys}}
        kwargs |= {"action": HistoryEntry.Action.UPDATE, "changes": {field_name: change}, "serialized_data": left}
        return self.log_create(instance, **kwargs)


class HistoryEntry(AbstractLogEntry):
    """One record made, changed or deleted.

    `changes` are [old, new] by the name of the field, or the records added or removed; `serialized_data` is how the
    change left the record, or the relation; `additional_data` holds the reason and `cid` the name of the act to which
    the change belongs, see `records.history.attribution`.
    """

    objects = HistoryManager()

    class Meta(AbstractLogEntry.Meta):
        ordering = ["-timestamp", "-pk"]
        default_permissions = ()  # whoever may see a record may see its history
