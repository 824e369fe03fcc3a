"""News is found by its words."""

from django.db import migrations, models

from records.search.folding import texts_key


def fill(apps, schema_editor):
    for item in apps.get_model("news", "NewsItem").objects.all():
        item.key = texts_key(item.title, item.publisher, item.summary_en, item.summary_fr, item.summary_ar)
        item.save(update_fields=["key"])


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0003_photos_and_archives'),
    ]

    operations = [
        migrations.AddField(
            model_name='newsitem',
            name='key',
            field=models.TextField(default='', editable=False),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
