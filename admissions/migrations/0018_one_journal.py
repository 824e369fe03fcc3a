from django.db import migrations

from ._journal import tell_rounds


class Migration(migrations.Migration):

    dependencies = [
        ('admissions', '0017_recording_kept'),
        ('cities', '0019_member_today'),
        ('records', '0001_from_cities'),
        ('contenttypes', '0002_remove_content_type_name'),
    ]

    operations = [migrations.RunPython(tell_rounds, migrations.RunPython.noop)]
