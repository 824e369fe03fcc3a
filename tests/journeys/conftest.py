"""Journeys: what a visitor or a member of staff does, in a real browser."""

from importlib.util import find_spec

import pytest

from tests.run_suites import find_chromium

CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

# Without requirements/browser.txt the journeys cannot even be imported.
collect_ignore_glob = [] if find_spec("playwright") else ["*test_*.py"]


def pytest_itemcollected(item):
    item.add_marker("journey")


@pytest.fixture(scope="session")
def browser():
    """The Chromium of this machine."""
    from playwright.sync_api import sync_playwright

    path = find_chromium() or pytest.skip("no Chromium: apt install chromium")
    with pytest.MonkeyPatch.context() as environment, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread, and Django takes the tests for asynchronous code.
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def visitor(browser):
    """A person with a browser of their own, as in `visitor(address, locale="ar")`: the page they begin on."""
    contexts = []

    def arrive(address, *, locale="en", **options):
        contexts.append(browser.new_context(base_url=str(address), locale=locale, **options))
        contexts[-1].set_default_timeout(10_000)
        return contexts[-1].new_page()

    yield arrive
    for context in contexts:
        context.close()
