"""The refusal of a deed."""


class RefusedError(ValueError):
    """A deed that cannot be done; its message is one sentence for the person who asked for it."""
