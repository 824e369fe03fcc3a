"""What the desk's own book kept of published rounds becomes a part of the history, in one act for each round.

Where the history tells the same as the book, its entries are given the name of the act. Where it does not, because it
was kept only later, what the book holds is written into it.
"""

from collections import defaultdict
from decimal import Decimal

CREATE, UPDATE = 0, 1
PUBLISHED, TAKEN_BACK = "Published with the round of %(years)s", "Taken back: %(why)s"


def tell_rounds(apps, editor):
    """Move all that the book holds to the history and to the recordings. Repeating it changes nothing."""
    before = None
    published = apps.get_model("admissions", "Recording").objects.exclude(published_at=None)
    for recording in published.order_by("published_at", "pk"):
        changes = list(recording.changes.order_by("pk"))
        history = _History(apps, recording, before)
        told = [history.entries_that_tell(change) for change in changes]
        if None in told:
            for change in changes:
                history.write(change)
        else:
            for change, entries in zip(changes, told, strict=True):
                history.name(change, entries)
        recording.kept = [_outcome(change) for change in reversed(changes) if change.kept_because]
        recording.save(update_fields=["kept"])
        before = recording.published_at


def _outcome(change):
    facts = {name: getattr(change, name) for name in ("model", "key", "label", "kept_because")}
    return facts | {"is_new": change.before is None, "fields": [], "held_by": []}


class _History:
    """The history of one publication, which came after that of the round `before` it."""

    def __init__(self, apps, recording, before):
        self.apps, self.recording = apps, recording
        self.entries = apps.get_model("records", "HistoryEntry").objects
        self.act = f"admissions.recording:{recording.pk}"
        own = self.entries.filter(additional_data__reason=PUBLISHED, timestamp__lte=recording.published_at)
        self.own = own.filter(timestamp__gt=before) if before else own

    def entries_that_tell(self, change):
        """The entries that say of a record what the book says, None if they do not."""
        model, entries, spellings = self._model(change), self._entries_about(change), self._spellings(change)
        told = _told(entries)
        is_new, before, after = change.before is None, change.before or {}, dict(change.after)
        is_same = told["is_new"] == is_new and {each.object_repr for each in spellings} == set(after.pop("names", ()))
        for key, value in after.items():
            field = _field(model, key)
            if field is None:
                continue
            if field.many_to_many:
                was, now = set(before.get(key, ())), set(value)
                is_same &= (told["added"][key], told["removed"][key]) == (now - was, was - now)
            else:
                is_same &= field.name in told["left"] and _is_same(field, told["left"][field.name], value)
                is_same &= is_new or _is_same(field, told["before"].get(field.name), before[key])
        return [*entries, *spellings] if is_same else None

    def name(self, change, entries):
        """Make these entries part of the act, and keep with each change of a relation all that it held then."""
        held = {name: set(value) for name, value in change.after.items() if isinstance(value, list)}
        for entry in reversed(entries):
            entry.cid = self.act
            for name, told in (entry.changes or {}).items():
                if isinstance(told, dict):
                    entry.serialized_data = self._snapshot(change, {name: sorted(held[name])})
                    held[name] = held[name] ^ set(told["keys"])
            entry.save(update_fields=["cid", "serialized_data"])

    def write(self, change):
        """Write what the book says of a record into the history."""
        model, after, before = self._model(change), dict(change.after), change.before or {}
        names = after.pop("names", [])
        relations = {field.name for field in model._meta.many_to_many} & after.keys()
        columns = {field.name: key for key in after.keys() - relations if (field := _field(model, key))}
        left = {name: after[key] for name, key in columns.items()}
        if change.before is None:
            told = {name: [None, value] for name, value in left.items() if value not in (None, "")}
            self._write(change, CREATE, told, left)
        elif left:
            self._write(change, UPDATE, {name: [before[key], after[key]] for name, key in columns.items()}, left)
        for name in sorted(relations):
            was = set(before.get(name, []))
            for verb, keys in (("delete", was - set(after[name])), ("add", set(after[name]) - was)):
                if keys:
                    m2m = {"type": "m2m", "operation": verb, "objects": [], "keys": sorted(keys)}
                    self._write(change, UPDATE, {name: m2m}, {name: after[name]})
        self._write_spellings(change, names)

    def _write(self, change, action, told, left):
        self._create(change.model, change.key, change.label, action, told, self._snapshot(change, left))

    def _write_spellings(self, change, names):
        rows = self.apps.get_model("cities", "CityName").objects.filter(city=change.key) if names else []
        keys = {row.text: row.pk for row in rows}
        for text in names:
            fields = {"city": int(change.key), "text": text}
            snapshot = {"model": "cities.cityname", "pk": keys.get(text), "fields": fields}
            told = {name: [None, value] for name, value in fields.items()}
            self._create("cities.CityName", str(keys.get(text, f"{change.key}:{text}")), text, CREATE, told, snapshot)

    def _create(self, label, key, name, action, told, snapshot):
        by, cohort = self.recording.published_by, self.recording.cohort
        last = f"–{cohort.last_year}" if cohort and cohort.last_year else ""
        years = f"{cohort.year if cohort else self.recording.year}{last}"
        self.entries.create(
            content_type=self._kind(label), object_pk=key[:255], object_id=int(key) if key.isdecimal() else None,
            object_repr=name, action=action, changes=told, serialized_data=snapshot, cid=self.act, actor=by,
            actor_email=by.email if by else None, timestamp=self.recording.published_at,
            additional_data={"reason": PUBLISHED, "facts": {"years": years}},
        )  # fmt: skip

    def _snapshot(self, change, fields):
        key = int(change.key) if change.key.isdecimal() else change.key
        return {"model": change.model.lower(), "pk": key, "fields": fields}

    def _entries_about(self, change):
        """Those of the publication, and those by which a later one was set right when an earlier one went."""
        about = {"content_type": self._kind(change.model), "object_pk": change.key}
        entries = list(self.own.filter(**about).order_by("pk"))
        set_right = self.entries.filter(**about, additional_data__reason=TAKEN_BACK, action=UPDATE).order_by("pk")
        return entries + [entry for entry in set_right if set(entry.changes or ()) == {"announced_again"}]

    def _spellings(self, change):
        """Those by which spellings came with a new city."""
        if change.before is not None or "names" not in change.after:
            return []
        kind = self._kind("cities.CityName")
        return list(self.own.filter(content_type=kind, action=CREATE, serialized_data__fields__city=int(change.key)))

    def _kind(self, label):
        app, model = label.lower().split(".")
        return self.apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label=app, model=model)[0]

    def _model(self, change):
        return self.apps.get_model(change.model)


def _told(entries):
    """What entries say of one record: whether it is new, its values before and after, and what relations gained."""
    told = {"is_new": False, "before": {}, "left": {}, "added": defaultdict(set), "removed": defaultdict(set)}
    for entry in entries:
        if entry.action == CREATE:
            told["is_new"], told["left"] = True, dict((entry.serialized_data or {}).get("fields", {}))
            continue
        for name, change in (entry.changes or {}).items():
            if isinstance(change, dict):
                gained, lost = ("added", "removed") if change["operation"] == "add" else ("removed", "added")
                told[gained][name] |= set(change.get("keys", ()))
                told[lost][name] -= set(change.get("keys", ()))
            else:
                told["before"].setdefault(name, change[0])
                told["left"][name] = change[1]
    return told


def _field(model, key):
    """The field of which the book kept this column or relation; None where the registry has it no longer."""
    fields = [*model._meta.concrete_fields, *model._meta.many_to_many]
    return next((field for field in fields if key in (field.attname, field.name)), None)


def _is_same(field, one, other):
    one, other = (None if value in (None, "") else field.to_python(value) for value in (one, other))
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return round(one, field.decimal_places) == round(other, field.decimal_places)
    return one == other
