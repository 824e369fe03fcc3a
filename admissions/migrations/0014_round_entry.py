"""An entry of a round is called so. Its table, content type, permissions and all that refers to it go with it."""

from django.db import migrations

VERBS = ("add", "change", "delete", "view")


def rename_permissions(old, new):
    """Django renames the content type by itself, and leaves the permissions of it under their old names."""

    def run(apps, schema_editor):
        permissions = apps.get_model("auth", "Permission").objects.using(schema_editor.connection.alias)
        for verb in VERBS:
            own = permissions.filter(content_type__app_label="admissions", codename=f"{verb}_{old}")
            own.update(codename=f"{verb}_{new}")

    return run


class Migration(migrations.Migration):
    dependencies = [
        ("admissions", "0013_days_in_order"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RenameModel(old_name="Entry", new_name="RoundEntry"),
        migrations.RunPython(rename_permissions("entry", "roundentry"), rename_permissions("roundentry", "entry")),
    ]
