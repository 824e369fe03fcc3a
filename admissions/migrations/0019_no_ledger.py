from django.db import migrations


def forget_kind(apps, editor):
    """Nobody has permissions for a kind of record that is no more."""
    kinds = apps.get_model('contenttypes', 'ContentType').objects.filter(app_label='admissions', model='recordedchange')
    apps.get_model('auth', 'Permission').objects.filter(content_type__in=kinds).delete()
    kinds.delete()


class Migration(migrations.Migration):

    dependencies = [
        ('admissions', '0018_one_journal'),
        ('auth', '0012_alter_user_first_name_max_length'),
        ('contenttypes', '0002_remove_content_type_name'),
    ]

    operations = [
        migrations.DeleteModel('RecordedChange'),
        migrations.RunPython(forget_kind, migrations.RunPython.noop),
    ]
