"""The page of agreements: what public bodies and UNESCO signed, and which cities were admitted since."""

from django.views.generic import ListView

from admissions.models import Agreement
from cities.models import City
from gnlc.pages.public import PublicPage
from records.as_of import today
from records.search.querysets import sort_column


class AgreementListView(PublicPage, ListView):
    """Agreements by country, each with the cities it speaks of and those of the country admitted after its day."""

    template_name = "admissions/agreement_list.html"

    def get_queryset(self):
        agreements = Agreement.objects.select_related("country").order_by(f"country__{sort_column()}", "slug")
        return agreements.prefetch_related("cities__admissions__cohort", "sources")

    def get_context_data(self, **kwargs):
        agreements = list(self.object_list)
        countries = {agreement.country_id for agreement in agreements}
        members = City.objects.members().filter(country__in=countries).sorted_by_name()
        members = list(members.prefetch_related("admissions__cohort"))
        for agreement in agreements:
            agreement.admitted_since = [city for city in members if _came_after(agreement, city)]
        return super().get_context_data(agreements=agreements, day=today(), **kwargs)


def _came_after(agreement, city):
    """Whether the city is of the same country and was first admitted on that day or later, as far as is known."""
    if agreement.signed_on is None or city.country_id != agreement.country_id:
        return False
    admitted = [
        admission for admission in city.admissions.all() if admission.counts_from and not admission.annulled_on
    ]
    dated = bool(admitted) and all(admission.cohort or admission.admitted_on for admission in admitted)
    return dated and min(admission.counts_from for admission in admitted) >= agreement.signed_on
