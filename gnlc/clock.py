"""The clock of the server: what was scheduled happens at its instant, in whichever process is awake."""

import logging
import threading

from django.db import close_old_connections

from admissions.intake.desk.publish import publish_due

SECONDS = 5  # between two looks; each is one small query
logger = logging.getLogger(__name__)


def start():
    """Look for rounds that are due in a thread beside the requests, as long as this process lives.

    Several processes may do so at once: a round is published by the first and found published by the others.
    """
    threading.Thread(target=_tick, name="clock", daemon=True).start()


def _tick():
    pause = threading.Event()
    while not pause.wait(SECONDS):
        look()


def look():
    """Publish what is due. What goes wrong is logged, and tried again at the next look."""
    close_old_connections()
    try:
        for recording in publish_due():
            logger.info("Published at its instant: %s", recording)
    except Exception:
        logger.exception("Publishing what is due failed; it will be tried again.")
    finally:
        close_old_connections()
