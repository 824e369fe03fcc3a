"""The charts of one record, with the addresses of their files."""

from dataclasses import replace

from django.urls import reverse

from cities.models import Country
from records.as_of import today

from . import cohort, country, network


def charts_of(record, as_of=None):
    """{name: chart} of a country or of a cohort, as of a day if one is given, else today."""
    own, view, key = kind_of(record)
    return {
        name: replace(build(record, as_of or today()), address=file_address(view, key, name, as_of=as_of))
        for name, build in own.items()
    }


def chart_of_the_network(name, as_of=None):
    """One of the charts of the page of statistics, as of a day or today."""
    address = file_address("statistics-file", name, as_of=as_of)
    return replace(network.CHARTS[name](as_of or today()), address=address)


def kind_of(record):
    """The charts of such a record, the name of their address, and what stands in it for the record."""
    if isinstance(record, Country):
        return country.CHARTS, "country-file", record.code.lower()
    return cohort.CHARTS, "cohort-file", record.slug


def file_address(view, *args, as_of=None):
    """The address of a file of numbers, of a day if one was asked for."""
    return reverse(view, args=args) + (f"?as_of={as_of.isoformat()}" if as_of else "")
