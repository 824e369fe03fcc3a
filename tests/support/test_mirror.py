"""Which tests guard which file, in a small tree."""

from pathlib import Path

import pytest

from tests.support import mirror


@pytest.fixture
def tree(tmp_path):
    for name in (
        "cities/querysets.py", "cities/models/city.py", "cities/data/countries.csv", "cities/migrations/_moving.py",
        "gnlc/management/commands/prepare.py", "tests/support/mirror.py", "tests/cities/test_querysets.py",
    ):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


@pytest.mark.parametrize(
    ("test", "subject"),
    [
        ("tests/cities/test_querysets.py", "cities/querysets.py"),
        ("tests/cities/test_querysets_as_of.py", "cities/querysets.py"),
        ("tests/cities/test_models.py", "cities/models"),
        ("tests/cities/models/test_city.py", "cities/models/city.py"),
        ("tests/cities/data/test_countries.py", "cities/data/countries.csv"),
        ("tests/cities/migrations/test_moving.py", "cities/migrations/_moving.py"),
        ("tests/gnlc/test_prepare.py", "gnlc/management/commands/prepare.py"),
        ("tests/support/test_mirror.py", "tests/support/mirror.py"),
        ("tests/cities/test_city.py", None),
        ("tests/cities/test_as_of.py", None),
        ("tests/test_cities.py", None),
    ],
)
def test_a_test_module_is_named_after_a_file_or_a_folder(tree, test, subject):
    assert mirror.subject_of(Path(test), tree) == (subject and Path(subject))


@pytest.mark.parametrize(
    ("changed", "guarded_by"),
    [
        ("records/loading/following.py", ["tests/records/loading/test_following.py"]),
        ("gnlc/pages/cities/city_map.py", ["tests/gnlc/pages/cities/test_city_map.py"]),
        ("cities/data/countries.csv", ["tests/cities/data/test_countries.py"]),
        ("tests/support/mirror.py", ["tests/support/test_mirror.py"]),
        ("locale/fr/LC_MESSAGES/django.po", ["tests/test_translations.py"]),
        ("tests/journeys/public/test_map.py", []),
        ("README.md", []),
    ],
)
def test_what_guards_a_changed_file(changed, guarded_by):
    assert mirror.tests_of([changed]) == guarded_by
