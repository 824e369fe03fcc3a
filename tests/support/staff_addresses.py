"""Every address of the back office, worked out from its table of contents and from what its lists declare."""

import re
from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.urls import URLPattern, get_resolver

from admissions.models import Document, Intake, IntakeGroup, IntakeLine, Nomination, Recording, RoundEntry
from cities.models import Source
from records.models import Suggestion, TranslationState
from tests.support.marks import STEM

ELSEWHERE = ("login/", "logout/", "(?P<url>.*)$")  # nothing is told there
QUESTIONS = {"changelist": ["", f"?q={STEM}", "?_facets=True"]}
ASKED = {"workbench/texts/": ["", f"?q={STEM}&state=open"], "workbench/download/": ["?format=po&language=ar"]}


def routes(patterns, above=""):
    """Pairs of a route below that of the back office, as `cities/city/<path:object_id>/change/`, and its name."""
    for pattern in patterns:
        route = above + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route, pattern.name or ""
        else:
            yield from routes(pattern.url_patterns, route)


def addresses(key_of):
    """All of them. `key_of` gives the key of a record of a model, under which it is asked for."""
    [office] = [each for each in get_resolver().url_patterns if str(each.pattern) == "admin/"]
    found = []
    for route, name in routes(office.url_patterns):
        if route not in ELSEWHERE:
            paths = _filled(route, key_of)
            asked = ASKED.get(route) or QUESTIONS.get(name.rpartition("_")[2]) or [""]
            found += [f"/admin/{path}{question}" for path in paths for question in asked]
    return [*dict.fromkeys(found), *_offered()]


def _filled(route, key_of):
    """The addresses of a route; a parameter that is not known here is not covered."""
    plain = re.sub(r"[\\^$]", "", re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<\1>", route))
    pages = {f"{each._meta.app_label}/{each._meta.model_name}": pages for each, pages in admin.site._registry.items()}
    above = pages.get("/".join(plain.split("/")[:2]))
    if plain.startswith("r/"):
        kinds = (Nomination, Recording, Source)
        return [f"r/{ContentType.objects.get_for_model(kind).pk}/{key_of(kind)}/" for kind in kinds]
    known = {
        "app_label": ["admissions", "cities"], "language": ["fr"], "path": ["en/"], "name": [_file(key_of)],
        "intake": [key_of(Intake)], "line": [key_of(IntakeLine)], "entry": [key_of(RoundEntry)],
        "group": [key_of(IntakeGroup)],
        "rest": [f"{key_of(Suggestion)}/change/"],  # where suggestions stood before
        "key": [key_of(above.model if above else TranslationState)],
        "verb": [act.verb for act in getattr(above, "acts", ())][:1],
    }  # fmt: skip
    if above:
        known |= {name: [key_of(above.model)] for name in ("object_id", "id")}
    paths = [plain]
    while "<" in paths[0]:
        name = re.search(r"<(?:\w+:)?(\w+)>", paths[0]).group(1)
        paths = [re.sub(r"<[^>]*>", str(value), path, count=1) for path in paths for value in known[name]]
    return paths


def _file(key_of):
    document = Document.objects.filter(pk=key_of(Document)).first()
    return document.file.name if document else "none.pdf"


def _offered():
    """What is offered while somebody types in any field of any form."""
    for model, pages in admin.site._registry.items():
        for field in pages.autocomplete_fields:
            asked = {"app_label": model._meta.app_label, "model_name": model._meta.model_name, "field_name": field}
            for term in ("", STEM):
                yield f"/admin/autocomplete/?{urlencode(asked | {'term': term})}"
