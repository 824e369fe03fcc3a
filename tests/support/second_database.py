"""Which tests run on the second database, too, when there is no time for all of them.

What asks no database cannot differ there; and what only reads many pages, or measures, asks the questions that the
tests of each question ask on both databases. Those modules say so themselves:

    pytestmark = pytest.mark.one_database(reason="…")

Models, constraints, querysets, search, loader, locks and migrations never do. Before a change is accepted all tests
run on both databases.
"""

import pytest

DATABASE = {"db", "transactional_db", "live_server", "django_db_setup"}


def pytest_addoption(parser):
    parser.addoption("--second-database", action="store_true", help="Run only what may differ between databases.")


def pytest_configure(config):
    config.addinivalue_line("markers", "one_database(reason): what only one database needs to run, in `make test`")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    if config.getoption("second_database"):
        alike = [item for item in items if not may_differ(item)]
        config.hook.pytest_deselected(items=alike)
        items[:] = [item for item in items if may_differ(item)]


def may_differ(item):
    """Whether a test may have another outcome on another database."""
    asks = DATABASE & set(item.fixturenames) or item.get_closest_marker("django_db")
    return bool(asks) and not item.get_closest_marker("one_database")
