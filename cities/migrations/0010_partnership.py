"""Cities do things together, and initiatives are found by their words."""

from django.db import migrations, models

import records.validators
from records.search.folding import texts_key


def fill(apps, schema_editor):
    for initiative in apps.get_model("cities", "Initiative").objects.all():
        texts = [getattr(initiative, f"{field}_{code}") for field in ("name", "summary") for code in ("en", "fr", "ar")]
        initiative.key = texts_key(*texts)
        initiative.save(update_fields=["key"])


class Migration(migrations.Migration):

    dependencies = [
        ('cities', '0009_suggestion'),
    ]

    operations = [
        migrations.AddField(
            model_name='initiative',
            name='key',
            field=models.TextField(default='', editable=False),
        ),
        migrations.CreateModel(
            name='Partnership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=80, unique=True, verbose_name='short name')),
                ('kind', models.CharField(choices=[('support', 'Support on the way into the network'), ('charter', 'Charter of several cities'), ('exchange', 'Exchange of experience'), ('project', 'Joint project'), ('twinning', 'Town twinning')], max_length=12, verbose_name='kind')),
                ('title', models.CharField(max_length=150, validators=[records.validators.validate_visible], verbose_name='title')),
                ('title_en', models.CharField(max_length=150, null=True, validators=[records.validators.validate_visible], verbose_name='title')),
                ('title_fr', models.CharField(max_length=150, null=True, validators=[records.validators.validate_visible], verbose_name='title')),
                ('title_ar', models.CharField(max_length=150, null=True, validators=[records.validators.validate_visible], verbose_name='title')),
                ('summary', models.TextField(blank=True, verbose_name='summary')),
                ('summary_en', models.TextField(blank=True, null=True, verbose_name='summary')),
                ('summary_fr', models.TextField(blank=True, null=True, verbose_name='summary')),
                ('summary_ar', models.TextField(blank=True, null=True, verbose_name='summary')),
                ('since', models.DateField(blank=True, null=True, verbose_name='since')),
                ('since_precision', models.CharField(blank=True, choices=[('day', 'day'), ('month', 'month'), ('year', 'year')], max_length=5, verbose_name='known to the')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('until_precision', models.CharField(blank=True, choices=[('day', 'day'), ('month', 'month'), ('year', 'year')], max_length=5, verbose_name='known to the')),
                ('cities', models.ManyToManyField(related_name='partnerships', to='cities.city', verbose_name='cities')),
                ('sources', models.ManyToManyField(related_name='partnerships', to='cities.source', verbose_name='sources')),
            ],
            options={
                'verbose_name': 'partnership between cities',
                'verbose_name_plural': 'partnerships between cities',
                'ordering': ['slug'],
                'abstract': False,
                'default_permissions': ('add', 'change', 'delete', 'view', 'translate'),
                'constraints': [models.CheckConstraint(condition=models.Q(('title_en__gt', '')), name='partnership_has_english_title', violation_error_message='The English title is missing.'), models.CheckConstraint(condition=models.Q(('kind__in', ['support', 'charter', 'exchange', 'project', 'twinning'])), name='partnership_kind_known'), models.CheckConstraint(condition=models.Q(('since', None), ('until', None), ('until__gte', models.F('since')), _connector='OR'), name='partnership_ends_after_it_starts', violation_error_message='A partnership does not end before it starts.'), models.CheckConstraint(condition=models.Q(models.Q(('since', None), ('since_precision', '')), models.Q(('since__isnull', False), ('since_precision__gt', '')), _connector='OR'), name='partnership_since_whole', violation_error_message='Say how exactly the beginning is known, or give no date.'), models.CheckConstraint(condition=models.Q(models.Q(('until', None), ('until_precision', '')), models.Q(('until__isnull', False), ('until_precision__gt', '')), _connector='OR'), name='partnership_until_whole', violation_error_message='Say how exactly the end is known, or give no date.')],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
