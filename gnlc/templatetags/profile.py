"""Tags of the page of a city."""

from django import template

from gnlc.maps import lattice as drawing

register = template.Library()


@register.inclusion_tag("cities/_lattice.html")
def lattice(city):
    """The pattern that stands where a city has no photo."""
    return {"lattice": drawing.lattice(city.slug, city.latitude, city.longitude)}
