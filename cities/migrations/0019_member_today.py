"""Which cities are members today, as a column."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("cities", "0018_validators_and_sentences")]

    operations = [
        migrations.AddField("city", "member_today", models.BooleanField(default=False, editable=False)),
        migrations.AddIndex(
            "city",
            models.Index(condition=models.Q(("member_today", True)), fields=["country"], name="city_members_today"),
        ),
    ]
