"""What must always be true of the days from which and until which an admission counts."""

import django.db.models.functions.comparison
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('admissions', '0012_days_that_count'),
        ('cities', '0019_member_today'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='admission',
            name='admission_one_current_membership',
        ),
        migrations.AddConstraint(
            model_name='admission',
            constraint=models.UniqueConstraint(condition=models.Q(('announced_again', False), ('counts_from__isnull', False), ('ended_on', None), ('status', 'admitted')), fields=('city',), name='admission_one_current_membership', violation_error_message='This city is a member already: end that membership first, or say that it was announced again.'),
        ),
        migrations.AddConstraint(
            model_name='admission',
            constraint=models.CheckConstraint(condition=models.Q(('counts_until', None), models.Q(('counts_from__isnull', False), ('counts_until__gte', models.F('counts_from'))), _connector='OR'), name='admission_counts_in_order', violation_error_message='The day until which an admission counts is not before the day from which it counts.'),
        ),
        migrations.AddConstraint(
            model_name='admission',
            constraint=models.CheckConstraint(condition=models.Q(('counts_from', None), models.Q(('annulled_on', None), ('counts_until', None), ('ended_on', None)), models.Q(('counts_until', django.db.models.functions.comparison.Greatest(django.db.models.functions.comparison.Coalesce('annulled_on', 'ended_on'), 'counts_from')), ('counts_until__isnull', False), models.Q(('annulled_on', None), ('ended_on', None), _negated=True)), _connector='OR'), name='admission_counts_until_its_end', violation_error_message='An admission counts until its end or its correction, and without one for ever.'),
        ),
        migrations.AddConstraint(
            model_name='admission',
            constraint=models.CheckConstraint(condition=models.Q(('admitted_on', None), models.Q(('counts_from', models.F('admitted_on')), ('counts_from__isnull', False)), _connector='OR'), name='admission_counts_from_its_day', violation_error_message='An admission that has a day of its own counts from that day.'),
        ),
    ]
