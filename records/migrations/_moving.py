"""Operations of migrations that give a model another app or another name, with all that is known of it by its name."""

from django.contrib.contenttypes.models import ContentType
from django.db import migrations
from django.db.migrations.operations.base import Operation
from django.db.migrations.utils import get_references

from ._naming import rename_after_tables

# Where the label of a model is kept as text, such as `cities.City`.
LABELS = [("pagereads", "model"), ("loadedrow", "model"), ("recordedchange", "model")]
# Where records are kept as JSON, which begins with the label.
SNAPSHOTS = [("historyentry", "serialized_data")]


class MoveModel(Operation):
    """Move a model from another app to the one whose migration this is.

    Its table and those of its many-to-many relations are renamed, no row is copied. Its content type and permissions
    stay the same rows, so that groups, histories, texts and suggestions go on pointing to them. One operation instead
    of a CreateModel and a DeleteModel in two apps: between those the model would be in both, or in none.

    The migration has to depend on the last one of the other app, on `auth` and on `contenttypes`.
    """

    reversible = True

    def __init__(self, from_app, name):
        self.from_app, self.name = from_app, name
        super().__init__()

    def describe(self):
        return f"Move model {self.name} from {self.from_app}"

    @property
    def migration_name_fragment(self):
        return f"{self.name.lower()}_from_{self.from_app}"

    def references_model(self, name, app_label):
        return True

    def state_forwards(self, app_label, state):
        former = self.from_app, self.name.lower()
        moved = state.models[former].clone()
        moved.app_label = app_label
        state.add_model(moved)
        for referring, name, field, reference in list(get_references(state, former)):
            changed = field.clone()
            if reference.to:
                changed.remote_field.model = f"{app_label}.{self.name}"
            if reference.through:
                changed.remote_field.through = f"{app_label}.{self.name}"
            state.alter_field(referring.app_label, referring.name_lower, name, changed, preserve_default=True)
        state.remove_model(*former)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        self._move(schema_editor, (from_state.apps, self.from_app), (to_state.apps, app_label))

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        self._move(schema_editor, (from_state.apps, app_label), (to_state.apps, self.from_app))

    def _move(self, editor, before, after):
        (old_apps, old_app), (new_apps, new_app) = before, after
        old, new = old_apps.get_model(old_app, self.name), new_apps.get_model(new_app, self.name)
        alias = editor.connection.alias
        if not self.allow_migrate_model(alias, new):
            return
        former = dict(_tables(old, new))
        for table, was in former.items():
            editor.alter_db_table(new, was, table)
        rename_after_tables(editor, new, former)
        rename_everywhere(new_apps, alias, old._meta, new._meta)


class RenameModel(migrations.RenameModel):
    """Give a model another name in its app, wherever it is known by its name."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        """Backwards it is called with both names exchanged."""
        super().database_forwards(app_label, schema_editor, from_state, to_state)
        old = from_state.apps.get_model(app_label, self.old_name)
        new = to_state.apps.get_model(app_label, self.new_name)
        alias = schema_editor.connection.alias
        if self.allow_migrate_model(alias, new):
            rename_after_tables(schema_editor, new, dict(_tables(old, new)))
            rename_everywhere(to_state.apps, alias, old._meta, new._meta)


def _tables(old, new):
    """(new name, former name) of the tables of a model, its own and those of its relations, that change theirs."""
    pairs = [(new, old)]
    for relation in old._meta.local_many_to_many:
        pairs.append((new._meta.get_field(relation.name).remote_field.through, relation.remote_field.through))
    tables = [(now._meta.db_table, was._meta.db_table) for now, was in pairs]
    return [(now, was) for now, was in tables if now != was]


def rename_everywhere(apps, alias, old, new):
    """Write the new name of a model, given by the `_meta` of before and after, wherever the old one is kept."""
    types = apps.get_model("contenttypes", "ContentType").objects.using(alias)
    types.filter(app_label=old.app_label, model=old.model_name).update(app_label=new.app_label, model=new.model_name)
    ContentType.objects.clear_cache()
    if old.model_name != new.model_name:
        _rename_permissions(apps, alias, old, new)
    for model, column in _keeping(apps, LABELS):
        rows = model._base_manager.using(alias)
        for was, now in ((old.label, new.label), (old.label_lower, new.label_lower)):
            rows.filter(**{column: was}).update(**{column: now})
    for model, column in _keeping(apps, SNAPSHOTS):
        rows = model._base_manager.using(alias)
        for key, kept in list(rows.filter(**{f"{column}__model": old.label_lower}).values_list("pk", column)):
            rows.filter(pk=key).update(**{column: kept | {"model": new.label_lower}})


def _rename_permissions(apps, alias, old, new):
    """The codename of a permission is its verb with the name of the model."""
    permissions = apps.get_model("auth", "Permission").objects.using(alias)
    of_model = permissions.filter(content_type__app_label=new.app_label, content_type__model=new.model_name)
    for permission in of_model.filter(codename__endswith=f"_{old.model_name}"):
        permission.codename = permission.codename.removesuffix(old.model_name) + new.model_name
        permission.save(update_fields=["codename"])


def _keeping(apps, places):
    """Those of the places that there are at this point of the migrations, in whichever app."""
    wanted = dict(places)
    for model in apps.get_models():
        column = wanted.get(model._meta.model_name)
        if column and any(field.name == column for field in model._meta.concrete_fields):
            yield model, column
