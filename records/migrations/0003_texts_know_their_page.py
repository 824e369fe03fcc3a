import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('records', '0002_page_of_a_text'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='translationstate',
            name='city',
        ),
        migrations.RemoveField(
            model_name='translationstate',
            name='country',
        ),
        migrations.AlterField(
            model_name='translationstate',
            name='page_type',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='contenttypes.contenttype'),
        ),
        migrations.AddIndex(
            model_name='translationstate',
            index=models.Index(fields=['page_type', 'page_key'], name='translation_page'),
        ),
    ]
