"""Texts on their way through the workbench."""

from records.models import TranslationState

TEXTS = "/admin/workbench/texts/"


def to_check():
    return TranslationState.objects.filter(state="to_check").most_urgent_first()


def shown(response):
    return [(str(row.record), row.state.column, row.state.state) for row in response.context["rows"]]


def seen(client, key):
    return client.get(f"{TEXTS}{key}/").context["seen"]


def send(client, key, query="", **facts):
    return client.post(f"{TEXTS}{key}/{query}", {"seen": seen(client, key)} | facts)


def boxes(response):
    """What the boxes of a list send."""
    return [f"{row.pk}-{row.seen}" for row in response.context["rows"]]


def told(response):
    return [str(message) for message in response.context["messages"]]
