"""A text names the record on whose page it is read, of whichever kind, instead of a city and a country."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import CharField, F
from django.db.models.functions import Cast


def name_pages(apps, schema_editor):
    """The page of what belongs to a city is that of the city; of what belongs to a country alone, the country's."""
    states = apps.get_model("records", "TranslationState").objects.using(schema_editor.connection.alias)
    types = apps.get_model("contenttypes", "ContentType").objects.using(schema_editor.connection.alias)
    kinds = {each.model: each.pk for each in types.filter(app_label__in=["admissions", "cities"])}
    states.update(page_type=F("content_type"), page_key=F("key"))
    states.exclude(city=None).update(page_type=kinds.get("city"), page_key=Cast("city_id", CharField(max_length=40)))
    agreements = states.filter(content_type=kinds.get("agreement")).exclude(country=None)
    agreements.update(page_type=kinds.get("country"), page_key=F("country_id"))


class Migration(migrations.Migration):

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('records', '0001_from_cities'),
    ]

    operations = [
        migrations.AddField(
            model_name='translationstate',
            name='page_type',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='contenttypes.contenttype'),
        ),
        migrations.AddField(
            model_name='translationstate',
            name='page_key',
            field=models.CharField(default='', max_length=40),
            preserve_default=False,
        ),
        # Backwards `manage.py take_stock` finds city and country again.
        migrations.RunPython(name_pages, migrations.RunPython.noop, elidable=False),
    ]
