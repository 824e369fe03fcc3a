"""Sources are found by their words, in any spelling."""

from django.db import migrations, models

from records.search.folding import texts_key


def fill(apps, schema_editor):
    for source in apps.get_model("cities", "Source").objects.all():
        source.key = texts_key(source.title, source.publisher)
        source.save(update_fields=["key"])


class Migration(migrations.Migration):

    dependencies = [
        ('cities', '0012_copies_of_sources'),
    ]

    operations = [
        migrations.AddField(
            model_name='source',
            name='key',
            field=models.TextField(default='', editable=False),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
