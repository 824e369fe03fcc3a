"""The questions people ask about admissions; those about days read what is stored with each."""

from django.db import transaction
from django.db.models import Count, Q

from admissions.membership.days import days_of
from admissions.membership.standing import standing
from cities.member_today import turn
from records.as_of import today
from records.querysets import RecordQuerySet
from records.search.querysets import sort_column


class AdmissionQuerySet(RecordQuerySet):
    """Questions about days read what is stored with each admission: see `admissions.membership`."""

    def admitted(self):
        """Admissions that stand, whether the membership goes on or has ended."""
        return self.filter(status="admitted")

    def public_by(self, day):
        """Admissions that had become public by that day, whatever became of them since."""
        return self.filter(counts_from__lte=day)

    def public(self):
        """Those that are public today."""
        return self.public_by(today())

    def announced_by(self, day):
        """Admissions that stood on that day, whether the membership went on or had ended."""
        return self.public_by(day).filter(Q(annulled_on=None) | Q(annulled_on__gt=day))

    def annulled_by(self, day):
        """Admissions that had been announced and withdrawn by a correction by that day."""
        return self.public_by(day).filter(annulled_on__lte=day)

    def standing_on(self, day):
        """Memberships that went on on that day."""
        return self.public_by(day).filter(Q(counts_until=None) | Q(counts_until__gt=day))

    def without_day(self):
        """Those of which no day is known: they count nowhere and are not public."""
        return self.filter(counts_from=None)

    def never_ending(self):
        """Memberships that have a day and of which no end is known: a city has one at most, announced again or not."""
        return self.admitted().filter(ended_on=None, counts_from__isnull=False)

    def standing(self, day):
        """What a city with these admissions was on a day, a `Standing`. Asks for nothing that is prefetched."""
        return standing(self, day)

    def bulk_create(self, objs, *args, **kwargs):
        """Each with the days from which and until which it counts; their cities may be members from now on."""
        objs = list(objs)
        for admission in objs:
            admission.counts_from, admission.counts_until = days_of(admission)
        with transaction.atomic(savepoint=False):
            made = super().bulk_create(objs, *args, **kwargs)
            self._turn({admission.city_id for admission in objs})
        return made

    def delete(self):
        """Delete them; their cities may be members no longer."""
        with transaction.atomic(savepoint=False):
            keys = set(self.order_by().values_list("city_id", flat=True))
            deleted = super().delete()
            self._turn(keys)
        return deleted

    def _turn(self, keys):
        turn(self.model._meta.get_field("city").related_model.objects.filter(pk__in=keys))

    delete.alters_data = True
    delete.queryset_only = True

    def number_by_cohort_and(self, column):
        """{(cohort, value of the column): number of cities}, such as by `city__country__region`. One query."""
        pairs = self.order_by().values_list("cohort", column)
        return {(cohort, value): n for cohort, value, n in pairs.annotate(Count("city", distinct=True))}

    def annulled(self):
        """Admissions that were announced and withdrawn by a correction."""
        return self.filter(status="annulled")

    def of_country(self, country):
        return self.filter(city__country=country)

    def sorted_by_country(self):
        """By country, then by city, in the order a reader of the active language expects."""
        return self.order_by(f"city__country__{sort_column()}", f"city__{sort_column()}", "pk")
