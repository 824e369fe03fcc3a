"""The tag that shows a chart."""

from django import template
from django.utils.translation import get_language

register = template.Library()


@register.inclusion_tag("components/charts/_chart.html")
def chart(drawn):
    """A chart with its words, its numbers as a table, and a link to the file of them."""
    return {"chart": drawn, "LANGUAGE_CODE": get_language()}
