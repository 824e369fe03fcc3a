from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [('admissions', '0014_round_entry')]

    operations = [
        migrations.AddField('recording', 'kept', models.JSONField(default=list, editable=False)),
    ]
