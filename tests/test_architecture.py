"""What holds for the whole tree."""

import ast
import inspect
import re
from importlib import import_module
from pathlib import Path

import pytest
from django.db.models import Manager, Model, QuerySet

from tests.support.mirror import subject_of

ROOT = Path(__file__).parent.parent
APPS = ["records", "cities", "admissions", "news", "gnlc"]
MODULES = [path for app in APPS for path in (ROOT / app).rglob("*.py")]
TEMPLATES = list((ROOT / "templates").rglob("*.html"))
TAGS = [path for path in MODULES if path.parent.name == "templatetags" and path.stem != "__init__"]
TESTS = [path.relative_to(ROOT) for path in sorted((ROOT / "tests").rglob("test_*.py"))]
UNDER_PAGES = ("charts", "maps", "seo", "share_images", "templatetags")
TRANSLATED = "name|title|summary|profile|basis|event|note|rule|parties|theme|outcome_document|city_name|photo_alt"


def named(path):
    return str(path.relative_to(ROOT))


def in_files(paths, look):
    """{file: what was found there}, without those in which nothing was. A case a file would take ten times as long."""
    return {named(path): found for path in paths if (found := look(path))}


def matches(paths, pattern):
    return in_files(paths, lambda path: re.findall(pattern, path.read_text(encoding="utf-8")))


def imported_apps(path):
    """The apps that a module imports from."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module.split(".")[0]


def test_imports_point_one_way():
    def upwards(path):
        rank = APPS.index(path.relative_to(ROOT).parts[0])
        return [app for app in imported_apps(path) if app in APPS[rank + 1 :]]

    assert in_files(MODULES, upwards) == {}


# Names of upper apps that strings in lower ones hold: {file: (names, reason)}.
KNOWN_NAMES = {
    "templates/admissions/_cohort_notes.html": (
        {"news/_campaign.html", "news/_item.html"}, "the page of a cohort shows the news about it",
    ),
    "templates/cities/_related.html": (
        {"admissions/_agreement.html", "news/_conference.html", "news/_event.html", "news/_item.html"},
        "the page of a city shows what the upper apps know of it",
    ),
    "templates/cities/city_detail.html": (
        {"admissions/_correction.html", "gnlc/share.js"}, "the page of a city shows corrections, and can be shared",
    ),
    "templates/cities/country_detail.html": (
        {"admissions/_agreement.html"}, "the page of a country shows its agreements",
    ),
}  # fmt: skip


def upper_names(path, text):
    """The labels of models, addresses and templates of upper apps that stand in strings of a file, as contracts of
    imports cannot see: `"news.Event"`, `"news:events"`, `"news/_event.html"`."""
    app = next((part for part in path.relative_to(ROOT).parts if part in APPS), APPS[-1])
    upper = "|".join(APPS[APPS.index(app) + 1 :])
    return set(re.findall(rf"[\"']((?:{upper})[.:/][\w./:-]+)[\"']", text)) if upper else set()


def test_no_string_names_what_is_of_an_upper_app():
    files = [path for path in [*MODULES, *TEMPLATES] if "migrations" not in path.parts]
    found = in_files(files, lambda path: upper_names(path, path.read_text(encoding="utf-8")))
    assert found == {path: names for path, (names, _reason) in KNOWN_NAMES.items()}


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("records/x.py", 'get_model("cities.City")', {"cities.City"}),
        ("records/x.py", 'ForeignKey("news.Event")', {"news.Event"}),
        ("cities/x.py", "reverse('news:events')", {"news:events"}),
        ("templates/cities/x.html", '{% include "news/_item.html" %}', {"news/_item.html"}),
        ("admissions/x.py", '"admissions.Cohort", "cities:city"', set()),
        ("gnlc/x.py", '"news.Event"', set()),
    ],
)
def test_a_string_that_names_an_upper_app_is_seen(path, text, found):
    assert upper_names(ROOT / path, text) == found


def test_what_pages_show_knows_no_page():
    def pages(path):
        nodes = ast.walk(ast.parse(path.read_text("utf-8")))
        imported = [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
        return [module for module in imported if module.startswith("gnlc.pages")]

    assert in_files([path for path in MODULES if path.parts[-2] in UNDER_PAGES], pages) == {}


@pytest.mark.parametrize("path", TAGS, ids=named)
def test_no_template_tag_knows_a_model_or_a_queryset(path):
    """Views ask and hand over what is shown; a tag that could ask would do it once a page, or once a line."""
    module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    tags = [*module.register.tags.values(), *module.register.filters.values()]
    called = [each for each in map(inspect.unwrap, [*vars(module).values(), *tags]) if inspect.isfunction(each)]
    known = vars(module) | {name: each for function in called for name, each in function.__globals__.items()}
    assert [name for name, each in known.items() if _asks(each)] == []


def _asks(thing):
    return isinstance(thing, (Manager, QuerySet)) or (
        inspect.isclass(thing) and issubclass(thing, (Model, Manager, QuerySet))
    )


def test_every_template_is_used():
    used = set()
    for path in [*MODULES, *TEMPLATES]:
        used |= set(re.findall(r"[\"']((?:[\w-]+/)*_?[\w-]+\.html)[\"']", path.read_text(encoding="utf-8")))
    by_django = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html", "base.html"}
    unused = {str(path.relative_to(ROOT / "templates")) for path in TEMPLATES} - used - by_django
    assert {template for template in unused if not template.startswith("admin/")} == set()


def test_no_template_trusts_a_text_to_be_markup():
    assert matches(TEMPLATES, r"\|\s*safe\b|autoescape\s+off") == {}


def test_no_query_reads_the_bare_column_of_a_translated_field():
    asking = "F|Lower|Upper|Max|Min|Count|Coalesce|values|values_list|order_by|annotate"
    reading = rf"\b(?:{asking})\([^)]*[\"'](?:\w+__)?(?:{TRANSLATED})[\"']"
    assert matches(MODULES, reading) == {}


def test_templates_have_no_inline_style_or_script():
    assert matches(TEMPLATES, r"\sstyle=|<style|<script(?![^>]*\ssrc=)|\son\w+=|javascript:") == {}


def test_one_tag_writes_data_blocks_and_nothing_else_writes_scripts():
    """`<script type="application/ld+json">` is data: no browser executes it, and the policy of the site allows it."""
    assert matches(MODULES, r"<script[^>]*>") == {"gnlc/templatetags/seo.py": ['<script type="application/ld+json">']}


def test_public_pages_write_dates_and_numbers_as_cldr_does():
    public = [path for path in TEMPLATES if "admin" not in path.parts]
    assert matches(public, r"\|(?:date(?!:\"Y-m-d\")|time|floatformat(?!:\"3u\")|intcomma|localize)") == {}


def test_long_lines_of_templates_are_rare():
    long = [named(path) for path in TEMPLATES for line in path.read_text("utf-8").splitlines() if len(line) > 160]
    assert len(long) <= 16, long


def test_a_file_is_a_room():
    files = [path for path in [*MODULES, *TEMPLATES] if "migrations" not in path.parts]
    lines = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert {path: number for path, number in lines.items() if number > 250} == {}


def test_no_address_of_a_package_registry_is_kept_with_the_requirements():
    for path in (ROOT / "requirements").iterdir():
        assert re.findall(r"https?://|index-url|find-links", path.read_text(encoding="utf-8")) == []


# Test modules that guard no one module, by their folder; at the root stand those that read files of the whole tree.
NAMED_AFTER_NO_MODULE = {
    "tests": "read every file of a kind",
    "tests/walks": "what holds on every page, in every form, for every kind of record",
    "tests/journeys": "are named after what a person does",
    "tests/gnlc/from_0_4": "look at all that a database of an earlier version holds",
    "tests/admissions/desk": "tell a round from its lists to its recall",
    "tests/admissions/intake": "read lists, whichever part of the reading they need",
}


def test_a_test_module_is_named_after_the_module_that_it_guards():
    def is_excepted(path):
        folders = [str(folder) for folder in path.parents]
        return folders[0] == "tests" or set(folders[:-2]) & set(NAMED_AFTER_NO_MODULE)

    # Rename or move it: `subject_of` tells how names are understood.
    assert [str(path) for path in TESTS if not is_excepted(path) and not subject_of(path)] == []
