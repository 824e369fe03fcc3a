"""A round that somebody works on at the desk."""

from records.locking import locked


def open_to_changes(recording, by=None):
    """The round as it is now, held until the end of the transaction; whoever works on it is noted.

    Raises `RefusedError` unless lists, decisions and numbers can still change.
    """
    held = locked(recording)
    held.refuse_unless_next("change")
    if by:
        held.prepared_by.add(by)
    return held
