"""Tags for the pages of every app: charts."""

from dataclasses import replace

from django import template
from django.utils.translation import get_language

from gnlc.pages import tones
from gnlc.pages.statistics import network, records
from records.as_of import today

register = template.Library()


@register.inclusion_tag("components/charts/_chart.html")
def chart(drawn):
    """A chart with its words, its numbers as a table, and a link to the file of them."""
    return {"chart": drawn, "LANGUAGE_CODE": get_language()}


register.simple_tag(records.charts_of)


@register.simple_tag
def chart_of_the_network(name, as_of=None):
    """One of the charts of the page of statistics, as of a day or today."""
    address = records.file_address("statistics-file", name, as_of=as_of)
    return replace(network.CHARTS[name](as_of or today()), address=address)


@register.simple_tag
def toned(cohorts):
    """[(cohort, the class of its colour)]"""
    numbers = tones.tones()
    return [(cohort, f"tone-{numbers.get(cohort.slug, tones.NO_COHORT)}") for cohort in cohorts]
