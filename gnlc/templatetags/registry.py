"""Tags and filters that every template of the registry can use."""

from django import template

register = template.Library()
