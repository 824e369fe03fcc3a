from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [('admissions', '0015_groups_beside_lists')]

    operations = [
        migrations.AddField('recording', 'kept', models.JSONField(default=list, editable=False)),
    ]
