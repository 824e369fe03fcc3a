from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [('admissions', '0016_language_that_a_list_looks_like')]

    operations = [
        migrations.AddField('recording', 'kept', models.JSONField(default=list, editable=False)),
    ]
