"""People at work in the back office."""

from django.contrib.auth.models import Group, User
from django.test import Client

from gnlc.roles import set_up_roles


def at_work(role):
    """A browser in which somebody of that role has signed in; `superuser` is a role too."""
    set_up_roles()
    person = User.objects.create(username=role, is_staff=True, is_superuser=role == "superuser")
    if role != "superuser":
        person.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(person)
    return client


def editable(response):
    """The names of the fields that a form lets this person write."""
    return set(response.context["adminform"].form.fields)


def listed(response):
    """The records that a list shows."""
    return list(response.context["cl"].result_list)


def sentences(response):
    """What a form says is wrong."""
    return [sentence for errors in response.context["adminform"].form.errors.values() for sentence in errors]


def no_inlines(*prefixes):
    """What a browser sends for tables inside a form to which nothing was added."""
    return {f"{prefix}-{count}_FORMS": "0" for prefix in prefixes for count in ("TOTAL", "INITIAL")}
