"""A template as it renders in a language."""

from django.template import Context, Template
from django.utils.translation import override


def rendered(template, language="en", **context):
    with override(language):
        return Template(template).render(Context(context))
