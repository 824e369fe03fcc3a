"""Queries that are made while a template renders: there should be none, since views hand over what is shown."""

from contextlib import contextmanager
from unittest import mock

from django.db import connection
from django.template.backends.django import Template


@contextmanager
def queries_while_rendering():
    """A list that fills with (template, SQL) of each query between the start and the end of a page's rendering."""
    asked, render = [], Template.render

    def watched(template, context=None, request=None):
        def note(execute, sql, params, many, context):
            asked.append((template.origin.template_name, sql))
            return execute(sql, params, many, context)

        with connection.execute_wrapper(note):
            return render(template, context, request)

    with mock.patch.object(Template, "render", watched):
        yield asked
