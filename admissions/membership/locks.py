"""The one order in which deeds about membership hold rows, so that no two of them wait for each other.

Admissions come first, then cohorts, then cities, and of each kind the lower key. Whoever holds an admission may ask
for its cohort, as a correction that refers to it does, and turns its city last. Where a deed writes several of a kind,
it holds all of them before it writes the first. `hold_before` of a model says so where one record is held.
"""

from django.db.models import Q

from cities.models import City
from records.locking import hold_all


def hold(*, cities, cohorts):
    """Hold all admissions of these cities and of these cohorts, then the cohorts, then the cities, by their keys."""
    admission = City._meta.get_field("admissions").related_model
    cohort = admission._meta.get_field("cohort").related_model
    hold_all(admission._base_manager.filter(Q(city__in=cities) | Q(cohort__in=cohorts)))
    hold_all(cohort._base_manager.filter(pk__in=cohorts))
    hold_all(City._base_manager.filter(pk__in=cities))
