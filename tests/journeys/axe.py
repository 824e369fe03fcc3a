"""What axe, a checker of accessibility, finds on the page that a browser shows."""

from axe_playwright_python.sync_playwright import Axe

AXE = Axe().axe_script
# Off by default in axe, as a rule of WCAG 2.2: what is touched is large enough or far enough from the next.
ON = {"target-size": {"enabled": True}}


def violations(page, without=(), outside=()):
    """Each as `rule: element`, with everything unfolded that can be.

    `without` names rules, and `outside` elements, by their selectors, that are not looked at.
    """
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    rules = ON | {rule: {"enabled": False} for rule in without}
    options = {"resultTypes": ["violations"], "preload": False, "iframes": False, "rules": rules}
    found = page.evaluate(
        "async ([exclude, options]) => (await axe.run({ exclude }, options)).violations", [list(outside), options]
    )
    return [f"{rule['id']}: {node['html']}" for rule in found for node in rule["nodes"]]
