"""Cohorts learn from which day their admissions count."""

from datetime import date

from django.db import migrations, models


def fill(apps, schema_editor):
    for cohort in apps.get_model("admissions", "Cohort").objects.all():
        cohort.counts_from = cohort.announced_on or date(cohort.last_year or cohort.year, 12, 31)
        cohort.save(update_fields=["counts_from"])


class Migration(migrations.Migration):
    dependencies = [("admissions", "0002_recording")]

    operations = [
        migrations.AddField("cohort", "counts_from", models.DateField(editable=False, null=True)),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AlterField("cohort", "counts_from", models.DateField(db_index=True, editable=False)),
    ]
