"""Names that a database derives from the names of tables."""

IMPLICIT = ("_pkey", "_key", "_check")  # as PostgreSQL calls what has no name of its own


def rename_after_tables(editor, model, former):
    """Call indexes, constraints and sequences as they would be called if the tables that were renamed were made anew.

    `former` gives the former names of the tables that a model has, itself and for its many-to-many relations, by the
    new ones. Databases keep names that derive from them, and a name is taken once: another model that gets the former
    name could not make its table. SQLite has no way to rename an index, so there the tables are made anew.
    """
    relations = [relation.remote_field.through for relation in model._meta.local_many_to_many]
    own = [each for each in [model, *relations] if each._meta.db_table in former]
    if editor.connection.vendor == "sqlite":
        for each in own:
            editor._remake_table(each)
        return
    referring = [relation.related_model for relation in model._meta.related_objects if not relation.many_to_many]
    for each in dict.fromkeys([*own, *referring]):
        _rename_constraints(editor, each._meta.db_table, former)
    for each in own:
        _rename_sequences(editor, each)


def _rename_constraints(editor, table, former):
    with editor.connection.cursor() as cursor:
        constraints = editor.connection.introspection.get_constraints(cursor, table)
    quote = editor.quote_name
    for name, facts in constraints.items():
        new = _name_today(editor, table, former, name, facts)
        if new != name and facts["index"]:
            editor.execute(f"ALTER INDEX {quote(name)} RENAME TO {quote(new)}")
        elif new != name:
            editor.execute(f"ALTER TABLE {quote(table)} RENAME CONSTRAINT {quote(name)} TO {quote(new)}")


def _rename_sequences(editor, model):
    table = model._meta.db_table
    with editor.connection.cursor() as cursor:
        sequences = editor.connection.introspection.get_sequences(cursor, table, model._meta.local_fields)
    for sequence in sequences:
        old, new = sequence["name"], f"{table}_{sequence['column']}_seq"
        if old != new:
            editor.execute(f"ALTER SEQUENCE {editor.quote_name(old)} RENAME TO {editor.quote_name(new)}")


def _name_today(editor, table, former, name, facts):
    was, columns = former.get(table, table), facts["columns"]
    suffixes = {suffix: suffix for suffix in ("", "_like", "_uniq")}
    if facts["foreign_key"]:
        target, key = facts["foreign_key"]
        suffixes[f"_fk_{former.get(target, target)}_{key}"] = f"_fk_{target}_{key}"
    for then, now in suffixes.items():
        if columns and name == editor._create_index_name(was, columns, then):
            return editor._create_index_name(table, columns, now)
    if name.startswith(f"{was}_") and name.endswith(IMPLICIT):
        return table + name.removeprefix(was)
    return name
