"""How the list of news is narrowed down."""

import django_filters
from django.utils.translation import gettext_lazy as _

from admissions.models import Cohort
from news.models import NewsItem


def languages():
    return [(code, code) for code in NewsItem.objects.public().languages()]


def cohorts():
    return [(slug, slug) for slug in Cohort.objects.in_the_news().values_list("slug", flat=True)]


class NewsFilter(django_filters.FilterSet):
    """News by language and by cohort."""

    language = django_filters.MultipleChoiceFilter(
        label=_("Language"),
        choices=languages,
        error_messages={"invalid_choice": _("There is no news in the language “%(value)s”.")},
    )
    cohort = django_filters.MultipleChoiceFilter(
        field_name="cohort__slug",
        label=_("Cohort"),
        choices=cohorts,
        error_messages={"invalid_choice": _("There is no news about a cohort called “%(value)s”.")},
    )

    class Meta:
        model = NewsItem
        fields = []
