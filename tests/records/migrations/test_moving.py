"""Models that change their app or their name, in a small registry of walks through towns."""

import pytest
from django.db import connection, migrations, models
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState

from records.migrations._moving import MoveModel, RenameModel
from tests.support.own_database import own_database

KEY = ("id", models.BigAutoField(primary_key=True))
MODELS = {
    "towns": [
        migrations.CreateModel("Town", [KEY, ("name", models.CharField(max_length=20))]),
        migrations.CreateModel(
            "Walk",
            [
                KEY,
                ("slug", models.SlugField(unique=True)),
                ("minutes", models.PositiveSmallIntegerField(default=30)),
                ("start", models.ForeignKey("towns.Town", models.CASCADE, related_name="+")),
                ("towns", models.ManyToManyField("towns.Town")),
                ("after", models.ForeignKey("self", models.CASCADE, null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["minutes"], name="walk_minutes")],
                "constraints": [models.CheckConstraint(condition=models.Q(minutes__gt=0), name="walk_takes_time")],
            },
        ),
        migrations.CreateModel("Photo", [KEY, ("walk", models.ForeignKey("towns.Walk", models.CASCADE))]),
    ],
    "floor": [
        migrations.CreateModel("PageReads", [KEY, ("model", models.CharField(max_length=40))]),
        migrations.CreateModel("LoadedRow", [KEY, ("model", models.CharField(max_length=40))]),
        migrations.CreateModel("HistoryEntry", [KEY, ("serialized_data", models.JSONField(null=True))]),
    ],
}
MOVE = MoveModel("towns", "Walk")
NAMES = ["towns.Walk", "towns.Town", "towns.Walkway", "towns.walk"]


@pytest.fixture
def state(django_db_setup, django_db_blocker, tmp_path):
    """The tables and rows of the small registry, with content types and permissions."""
    with django_db_blocker.unblock(), own_database(tmp_path / "walks.sqlite3") as own:
        executor = MigrationExecutor(own)
        state = executor.migrate([key for key in executor.loader.graph.leaf_nodes() if key[0] == "auth"])
        state = ProjectState(state.models, real_apps=set())
        for app, operations in MODELS.items():
            for operation in operations:
                state = done(operation, app, state)
        fill(state.apps)
        yield state


def fill(apps):
    town = apps.get_model("towns", "Town").objects.create(name="Fez")
    walk = apps.get_model("towns", "Walk").objects.create(slug="gates", start=town)
    walk.towns.add(town)
    apps.get_model("towns", "Photo").objects.create(walk=walk)
    kind = apps.get_model("contenttypes", "ContentType").objects.create(app_label="towns", model="walk")
    permissions = apps.get_model("auth", "Permission").objects
    group = apps.get_model("auth", "Group").objects.create(name="guides")
    for codename in ("change_walk", "sidewalk"):
        group.permissions.add(permissions.create(codename=codename, name=codename, content_type=kind))
    for name in NAMES:
        for model in ("PageReads", "LoadedRow"):
            apps.get_model("floor", model).objects.create(model=name)
        apps.get_model("floor", "HistoryEntry").objects.create(serialized_data={"model": name.lower(), "pk": 1})
    apps.get_model("floor", "HistoryEntry").objects.create(serialized_data=None)


def done(operation, app, state):
    after = state.clone()
    operation.state_forwards(app, after)
    with connection.schema_editor(atomic=True) as editor:
        operation.database_forwards(app, editor, state, after)
    return after


def undone(operation, app, before, after):
    with connection.schema_editor(atomic=True) as editor:
        operation.database_backwards(app, editor, after, before)


def names_of_tables():
    return {name for name in connection.introspection.table_names() if name.startswith(("towns", "paths", "floor"))}


def schema():
    """{table: names of its indexes and constraints, and of its sequence}."""
    found = {}
    with connection.cursor() as cursor:
        for table in names_of_tables():
            constraints = connection.introspection.get_constraints(cursor, table)
            sequences = connection.introspection.get_sequences(cursor, table)
            found[table] = sorted(constraints), [each.get("name") for each in sequences]
    return found


def contents(state):
    """All rows by their tables, and what is known by the name of a model."""
    rows = {}
    for model in state.apps.get_models(include_auto_created=True):
        if model._meta.db_table in connection.introspection.table_names():
            rows[model._meta.db_table] = sorted(model._base_manager.values_list(), key=lambda row: row[0])
    return rows


def labels(state, model):
    return list(state.apps.get_model("floor", model).objects.order_by("pk").values_list("model", flat=True))


def test_a_model_moves_with_its_rows_its_relations_and_whoever_points_to_it(state):
    after = done(MOVE, "paths", state)
    assert names_of_tables() == {
        "towns_town", "towns_photo", "paths_walk", "paths_walk_towns", "floor_pagereads", "floor_loadedrow",
        "floor_historyentry",
    }  # fmt: skip
    walk = after.apps.get_model("paths", "Walk").objects.get()
    assert (walk.slug, walk.start.name, [town.name for town in walk.towns.all()]) == ("gates", "Fez", ["Fez"])
    assert after.apps.get_model("towns", "Photo").objects.get().walk == walk
    assert ("towns", "walk") not in after.models


def test_rows_that_are_added_later_get_keys_of_their_own(state):
    after = done(MOVE, "paths", state)
    walks, town = after.apps.get_model("paths", "Walk").objects, after.apps.get_model("towns", "Town").objects.get()
    first = walks.get()
    second = walks.create(slug="walls", start=town, after=first)
    second.towns.add(town)
    assert [walk.pk for walk in walks.order_by("pk")] == [first.pk, first.pk + 1]


def test_content_type_and_permissions_stay_the_same_rows(state):
    def kept(apps):
        group = apps.get_model("auth", "Group").objects.get()
        kinds = apps.get_model("contenttypes", "ContentType").objects.filter(model="walk")
        permissions = group.permissions.order_by("codename").values_list("pk", "codename", "content_type")
        return list(kinds.values_list("pk", flat=True)), list(permissions)

    before = kept(state.apps)
    after = done(MOVE, "paths", state)
    assert kept(after.apps) == before
    assert after.apps.get_model("contenttypes", "ContentType").objects.get(model="walk").app_label == "paths"


@pytest.mark.parametrize("model", ["PageReads", "LoadedRow"])
def test_the_stored_name_is_the_new_one_as_it_was_written_and_of_this_model_only(state, model):
    after = done(MOVE, "paths", state)
    assert labels(after, model) == ["paths.Walk", "towns.Town", "towns.Walkway", "paths.walk"]


def test_snapshots_of_the_history_name_the_new_app(state):
    after = done(MOVE, "paths", state)
    entries = after.apps.get_model("floor", "HistoryEntry").objects.order_by("pk")
    kept = [
        entry.serialized_data and (entry.serialized_data["model"], entry.serialized_data["pk"]) for entry in entries
    ]
    assert kept == [("paths.walk", 1), ("towns.town", 1), ("towns.walkway", 1), ("paths.walk", 1), None]


def test_the_move_is_reversible(state):
    tables, rows = schema(), contents(state)
    after = done(MOVE, "paths", state)
    undone(MOVE, "paths", state, after)
    assert (schema(), contents(state)) == (tables, rows)


def test_what_keeps_names_may_move_itself(state):
    after = done(MoveModel("floor", "PageReads"), "paths", state)
    last = done(MOVE, "paths", after)
    kept = last.apps.get_model("paths", "PageReads").objects.order_by("pk").values_list("model", flat=True)
    assert list(kept) == ["paths.Walk", "towns.Town", "towns.Walkway", "paths.walk"]


def test_another_model_may_take_the_former_name(state):
    after = done(MOVE, "paths", state)
    another = migrations.CreateModel("Walk", [field for field in MODELS["towns"][1].fields if field[0] != "after"])
    last = done(another, "towns", after)
    assert {"towns_walk", "towns_walk_towns", "paths_walk", "paths_walk_towns"} <= names_of_tables()
    assert last.apps.get_model("towns", "Walk").objects.count() == 0


def test_names_in_the_database_are_those_of_tables_made_anew(state):
    after = done(MOVE, "paths", state)
    moved = schema()
    assert [name for names, _sequence in moved.values() for name in names if "_fk_towns_walk" in name] == []
    walk = after.apps.get_model("paths", "Walk")
    with connection.schema_editor() as editor:
        editor.delete_model(after.apps.get_model("towns", "Photo"))
        editor.delete_model(walk)
    with connection.schema_editor() as editor:
        editor.create_model(walk)
    anew = schema()
    assert {name: moved[name] for name in anew} == anew


def test_a_model_gets_another_name_wherever_it_is_known_and_back(state):
    operation = RenameModel("Walk", "Stroll")
    tables, rows = schema(), contents(state)
    after = done(operation, "towns", state)
    assert labels(after, "PageReads") == ["towns.Stroll", "towns.Town", "towns.Walkway", "towns.stroll"]
    (kind,) = after.apps.get_model("contenttypes", "ContentType").objects.all()
    permissions = after.apps.get_model("auth", "Group").objects.get().permissions
    assert kind.model == "stroll"
    assert sorted(permissions.values_list("codename", flat=True)) == ["change_stroll", "sidewalk"]
    assert after.apps.get_model("towns", "Stroll").objects.get().towns.get().name == "Fez"
    undone(operation, "towns", state, after)
    assert (schema(), contents(state)) == (tables, rows)
