"""Which texts somebody works on: a query string that grid, list, page of a text and files share."""

from functools import reduce
from operator import or_
from urllib.parse import urlencode

import django_filters
from django import forms
from django.conf import settings
from django.contrib.auth import get_permission_codename
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from admissions.models import Cohort
from cities.models import City, Country
from records.models import TranslationState
from records.search.folding import sort_key
from records.translation.states import translated_models

SOURCE_LANGUAGE = settings.LANGUAGES[0][0]
OPEN = "open"


def has_permission(user, action, model):
    return user.has_perm(f"{model._meta.app_label}.{get_permission_codename(action, model._meta)}")


def may_write(user, model, language):
    """Whether somebody writes a model's texts in a language; the first language is left to whoever changes records."""
    may_translate = language != SOURCE_LANGUAGE and has_permission(user, "translate", model)
    return may_translate or has_permission(user, "change", model)


def models_for(user):
    """The models of which somebody may write texts in any language."""
    return [model for model in translated_models() if may_write(user, model, "")]


def kind_name(model):
    return str(capfirst(model._meta.verbose_name_plural))


class Selection(django_filters.FilterSet):
    """Filters over `TranslationState`. What cannot be understood is said and filters nothing."""

    kind = django_filters.ChoiceFilter(method="by_kind", label=_("Kind of record"))
    language = django_filters.ChoiceFilter(choices=settings.LANGUAGES, label=_("Language"))
    state = django_filters.ChoiceFilter(
        method="by_state", label=_("State"), choices=[(OPEN, _("anything to do")), *TranslationState.State.choices]
    )
    country = django_filters.ModelChoiceFilter(
        queryset=Country.objects.none(), to_field_name="code", method="by_country", label=_("Country")
    )
    cohort = django_filters.ModelChoiceFilter(
        queryset=Cohort.objects.all(), to_field_name="slug", method="by_cohort", label=_("Cohort")
    )
    since = django_filters.DateFilter(
        field_name="changed_at",
        lookup_expr="date__gte",
        label=_("Changed since"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    key = django_filters.CharFilter(max_length=40, widget=forms.HiddenInput)

    class Meta:
        model = TranslationState
        fields = []

    def __init__(self, data, *, user, without=()):
        self.models = {model._meta.label_lower: model for model in models_for(user)}
        super().__init__(data, TranslationState.objects.of_kind(*self.models.values()))
        kinds = [(label, kind_name(model)) for label, model in self.models.items()]
        self.filters["kind"].extra["choices"] = sorted(kinds, key=lambda kind: sort_key(kind[1]))
        self.filters["country"].queryset = Country.objects.with_cities().sorted_by_name()
        for name in without:
            del self.filters[name]

    def by_kind(self, texts, name, label):
        return texts.of_kind(self.models[label])

    def by_state(self, texts, name, state):
        return texts.open() if state == OPEN else texts.filter(state=state)

    def by_country(self, texts, name, country):
        """Texts of the country, of its cities, and of what is about them."""
        found = texts.on_pages_of(City.objects.in_country(country.code))
        found |= texts.on_pages_of(Country.objects.filter(pk=country.pk))
        return found | self._naming(texts, country=country)

    def by_cohort(self, texts, name, cohort):
        """Texts of the cohort itself and of what belongs to it, as news do, and those about the cities it admitted."""
        admitted = City.objects.filter(admissions__in=cohort.admissions.admitted())
        found = texts.on_pages_of(admitted) | texts.on_pages_of(Cohort.objects.filter(pk=cohort.pk))
        return found | self._naming(texts, cohort=cohort)

    def _naming(self, texts, **facts):
        """Texts of the records that say this of themselves, as `country=morocco` or `cohort=of_2020`."""
        (name,) = facts
        naming = [model for model in self.models.values() if any(name == field.name for field in model._meta.fields)]
        return reduce(or_, (texts.of_records(model._base_manager.filter(**facts)) for model in naming), texts.none())

    @property
    def query(self):
        """The query string of the filters that are set, as in `kind=cities.city&language=fr`."""
        sent = self.data.copy() if self.data else {}
        return urlencode({name: sent[name] for name in self.filters if sent.get(name)})
