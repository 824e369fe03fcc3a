"""The days from which and until which an admission counts are stored; no day, no membership."""

from datetime import date

from django.db import migrations, models
from django.utils import timezone

OPENED = date(2026, 11, 21)


def today():
    return timezone.now().date()


def store_days(apps, schema_editor):
    """A cohort without a day counts from the end of its year if that was over when this was first asked: today."""
    cohort_model, admission_model = (apps.get_model("admissions", name) for name in ("Cohort", "Admission"))
    for cohort in cohort_model.objects.all():
        end = date(cohort.last_year or cohort.year, 12, 31)
        cohort.counts_from = cohort.announced_on or (end if end < cohort.recorded_on else None)
        cohort.save(update_fields=["counts_from"])
    for admission in admission_model.objects.select_related("cohort"):
        if admission.cohort:
            begins = admission.admitted_on or admission.cohort.counts_from
        else:
            begins = admission.admitted_on or admission.member_by or OPENED
        over = admission.annulled_on or admission.ended_on
        admission.counts_from = begins
        admission.counts_until = max(begins, over) if begins and over else None
        admission.save(update_fields=["counts_from", "counts_until"])
    now = today()
    running = admission_model.objects.filter(counts_from__lte=now).exclude(counts_until__lte=now)
    stored = apps.get_model("cities", "City").objects.filter(pk__in=running.values("city"))
    stored.update(member_today=True)


def give_each_cohort_a_day(apps, schema_editor):
    """Before, a cohort without a day counted from the end of its year, whichever."""
    for cohort in apps.get_model("admissions", "Cohort").objects.filter(counts_from=None):
        cohort.counts_from = date(cohort.last_year or cohort.year, 12, 31)
        cohort.save(update_fields=["counts_from"])


class Migration(migrations.Migration):

    dependencies = [
        ("admissions", "0011_validators_and_sentences"),
        ("cities", "0019_member_today"),
    ]

    operations = [
        migrations.AddField(
            "cohort", "recorded_on", models.DateField(default=today, editable=False), preserve_default=False
        ),
        migrations.AlterField(
            "cohort", "counts_from", models.DateField(db_index=True, editable=False, null=True)
        ),
        migrations.AddField("admission", "counts_from", models.DateField(db_index=True, editable=False, null=True)),
        migrations.AddField("admission", "counts_until", models.DateField(db_index=True, editable=False, null=True)),
        migrations.RunPython(store_days, give_each_cohort_a_day),
    ]
