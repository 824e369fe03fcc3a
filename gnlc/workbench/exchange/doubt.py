"""Whether a tool says that a translation is finished: only what is said to be done is taken as done."""

import re

TO_CHECK = "gnlc:to-check"
DONE_12 = {"translated", "final", "signed-off"}  # XLIFF 1.2, state
DONE_20 = {"translated", "reviewed", "final"}  # XLIFF 2.0, 4.3.1.30; what says nothing is `initial`
OWN_WORK = {"", "exact-match", "id-match"}  # XLIFF 1.2, state-qualifier; the others are suggestions or rejected
MACHINE_OR_DRAFT = re.compile(
    r"\bn?mt\b|machine|auto|draft|fuzzy|reject|unspecified|notstarted|partial|pretrans", re.I
)
SAID_BY_TOOLS = {"conf", "status", "origin", "origin-system"}


def is_doubtful_12(unit, target, is_copy):
    """Of a trans-unit with its target, which may be a copy of the source that nobody called a translation."""
    state = target.get("state", "")
    is_done = state in DONE_12 or (not state and not (is_copy and unit.get("approved") != "yes"))
    is_own = target.get("state-qualifier", "") in OWN_WORK
    return unit.get("approved") == "no" or not is_done or not is_own or _is_draft(unit)


def is_doubtful_20(unit, segments):
    """Of a unit with those of its segments that hold words."""
    return any(_is_open(segment) for segment in segments) or _is_draft(unit)


def _is_open(segment):
    state, more = segment.get("state", "initial"), segment.get("subState", "")
    return state not in DONE_20 or bool(more and not (more == TO_CHECK and state != "translated"))


def _is_draft(unit):
    """Whether a tool's own attribute says that a machine wrote a text, or that it is a draft."""
    for element in unit.iter():
        for name, value in element.items():
            space, _brace, local = name.rpartition("}")
            if local.lower().startswith("mtconf") or (
                (space or local == "origin") and local in SAID_BY_TOOLS and MACHINE_OR_DRAFT.search(value)
            ):
                return True
    return False
