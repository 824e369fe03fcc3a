"""Which test modules guard a file: those of its name in the mirrored folder, those that import it, or neighbours."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
APPS = ("records", "cities", "admissions", "news", "gnlc")
ALWAYS = "tests/test_architecture.py"
EVERY_PAGE = "tests/walks/test_languages.py"
MANY = 12  # importers: what so many use is guarded by its own tests


def changed_files(root=ROOT):
    """What differs from the last commit, with new files; where nothing does, what the last commit changed."""
    changed = _git(root, "diff", "--name-only", "--diff-filter=d", "HEAD")
    changed += _git(root, "ls-files", "--others", "--exclude-standard")
    return changed or _git(root, "diff", "--name-only", "--diff-filter=d", "HEAD~1", "HEAD")


def tests_of(changed):
    """The test modules for changed files, sorted; browser journeys are not among them."""
    found = {each for path in changed for each in _tests_of(Path(path), ROOT)}
    return sorted(path for path in found if not path.startswith("tests/journeys/"))


def _tests_of(path, root):
    app = path.parts[0]
    if app == "tests":
        if path.name.startswith("test_"):
            return [str(path)]
        if path.parent.name == "support" and _mirrors(path, root):
            return _mirrors(path, root)
        return _importers(".".join(path.with_suffix("").parts), root) if path.suffix == ".py" else []
    if app == "locale":
        return ["tests/test_translations.py"]
    if app == "templates":
        return _rendering(path.relative_to("templates"), root)
    if app not in APPS or path.suffix != ".py":
        return ["tests/gnlc/test_stylesheet.py"] if path.suffix in (".css", ".js") else _mirrors(path, root)
    if path.parent.name == "commands":
        naming = [each for each in _imports(root) if f'"{path.stem}"' in (root / each).read_text(encoding="utf-8")]
        return _mirrors(path, root) + naming
    importers = _importers(".".join(path.with_suffix("").parts), root)
    own = _mirrors(path, root) + (importers if len(importers) <= MANY else [])
    return own or _neighbours(path, root)


def _mirrors(path, root):
    """Those named after a file or its folder: for `cities/admin/city.py` `admin/test_city.py` and `test_admin.py`."""
    return [each for each, subject in _subjects(root).items() if subject in (path, path.parent)]


@cache
def _subjects(root):
    """{test module: the file or the folder after which it is named}."""
    tests = sorted((root / "tests").rglob("test_*.py"))
    return {str(path.relative_to(root)): subject_of(path.relative_to(root), root) for path in tests}


def subject_of(test, root=ROOT):
    """The file or the folder after which a test module is named; None if there is none.

    `tests/cities/test_querysets.py` is named after `cities/querysets.py`, and so is `test_querysets_as_of.py` beside
    it. Commands are found without the two folders in which Django keeps them.
    """
    words = test.stem.removeprefix("test_").split("_")
    folder = root / (test.parent if test.parent.name == "support" else test.parent.relative_to("tests"))
    for length in range(len(words), 0, -1):
        name = "_".join(words[:length])
        for place in (folder, folder / "management" / "commands"):
            for found in (*sorted(place.glob(f"{name}.*")), place / f"_{name}.py", place / name):
                if found.exists() and folder != root:
                    return found.relative_to(root)
    return None


def _neighbours(path, root):
    """All test modules of the nearest folder that has some."""
    for folder in path.parents:
        found = sorted((root / "tests" / folder).glob("test_*.py")) if folder.name else []
        if found:
            return [str(each.relative_to(root)) for each in found]
    return []


def _importers(module, root):
    """The test modules that import a module, or something from it."""
    return [
        path for path, names in _imports(root).items() if any(f"{name}.".startswith(f"{module}.") for name in names)
    ]


@cache
def _imports(root):
    """{test module: the dotted names that it imports}."""
    found = {}
    for path in sorted((root / "tests").rglob("test_*.py")):
        names = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and not node.level:
                names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
            elif isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
        found[str(path.relative_to(root))] = names
    return found


def _rendering(template, root, seen=frozenset()):
    """The tests of the views that name a template, or one that includes it."""

    def naming(paths):
        return [path for path in paths if f'"{template}"' in path.read_text(encoding="utf-8").replace("'", '"')]

    views = naming(path for app in APPS for path in (root / app).rglob("*.py"))
    found = [each for path in views for each in _tests_of(path.relative_to(root), root)]
    for path in naming((root / "templates").rglob("*.html")):
        outer = path.relative_to(root / "templates")
        if outer not in seen:
            found += _rendering(outer, root, seen | {template, outer})
    return found or ([] if seen else [EVERY_PAGE])


def _git(root, *arguments):
    return subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=True).stdout.split()  # noqa: S603, S607
