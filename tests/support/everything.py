"""The pages of a registry with one of everything, each opened once by a process, however many stories read it."""

from typing import NamedTuple

from django.test import Client

from tests.one_of_everything import one_of_everything
from tests.rendering import queries_while_rendering


class Page(NamedTuple):
    status_code: int
    headers: dict
    content: bytes
    asked_while_rendering: list  # pairs of a template and an SQL query


class Everything:
    """`everything.page("/fr/cities/fez/")` of a registry whose texts are in all three languages, and nobody writes."""

    def __init__(self, databases, blocker):
        self.databases, self.blocker, self.client, self.opened = databases, blocker, Client(), {}
        with blocker.unblock():
            databases.fill("everything", lambda: one_of_everything("en", "fr", "ar"))

    def page(self, address):
        if address not in self.opened:
            with self.blocker.unblock(), self.databases.holding("everything"), queries_while_rendering() as asked:
                response = self.client.get(address)
                content = b"".join(response) if response.streaming else response.content
            self.opened[address] = Page(response.status_code, dict(response.headers), content, asked)
        return self.opened[address]
