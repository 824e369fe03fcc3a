"""What there is to do, counted by kind of record and language."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib.contenttypes.models import ContentType

from gnlc.workbench.selection import kind_name
from records.models import TranslationState
from records.search.folding import sort_key
from records.translation.states import LANGUAGES, completeness

State = TranslationState.State


@dataclass(frozen=True)
class Cell:
    """How many texts of a kind are in a state in a language, and the query string that finds them."""

    language: str
    state: str
    number: int
    query: str


@dataclass(frozen=True)
class Line:
    """A kind of record: how many texts it has, and its cells in the order of languages and states."""

    name: str
    texts: int
    open: int
    cells: list


@dataclass(frozen=True)
class Inventory:
    """Lines for the kinds that have texts, those with most to do first; their languages; how complete all of it is."""

    lines: list
    languages: list
    completeness: list


def inventory(texts, models):
    """The `Inventory` of some texts, in one query. A language has columns where anything is translated into it."""
    counts = texts.counted()
    types = {ContentType.objects.get_for_model(model).pk: model for model in models}
    languages = [each for each in LANGUAGES if any(language == each for _kind, language, _state in counts)]
    lines = [_line(types[pk], _of_kind(counts, pk), languages) for pk in {kind for kind, _language, _state in counts}]
    return Inventory(
        sorted(lines, key=lambda line: (-line.open, sort_key(line.name))), languages, completeness(counts)
    )


def _of_kind(counts, pk):
    return {place: number for place, number in counts.items() if place[0] == pk}


def _line(model, counts, languages):
    numbers = {(language, state): number for (_pk, language, state), number in counts.items()}
    done = {each.language: each.done for each in completeness(counts)}
    cells = []
    for language in languages:
        for state in State:
            number = done[language] if state == State.DONE else numbers.get((language, state), 0)
            query = urlencode({"kind": model._meta.label_lower, "language": language, "state": state.value})
            cells.append(Cell(language, state, number, query if (language, state) in numbers else ""))
    work = sum(number for (_language, state), number in numbers.items() if state != State.DONE)
    return Line(kind_name(model), sum(counts.values()) // (len(LANGUAGES) - 1), work, cells)
