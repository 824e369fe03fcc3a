"""Markup as readers see it: how its lines are broken does not count."""


def in_one_line(text):
    """With one space in place of all that stands between two words."""
    return " ".join(text.split())
