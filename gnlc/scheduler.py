"""The clock of the server: what was scheduled happens at its instant, in whichever process is awake."""

import atexit
import logging
import threading
from itertools import count

from django.db import close_old_connections

from admissions.desk.release.publish import publish_due
from admissions.membership.recompute import begin_day
from admissions.models import Admission
from cities.member_today import is_turned
from gnlc.workbench.interface.compiled import read_anew
from records.page_views import counting

SECONDS = 5  # between two looks; each is one small query
LOOKS_A_MINUTE = 12
logger = logging.getLogger(__name__)


def start():
    """Look for rounds that are due in a thread beside the requests, as long as this process lives.

    Several processes may do so at once: a round is published by the first and found published by the others.
    The words of the interface that were changed meanwhile are read anew, and cities are turned to members of the day
    when one begins. The reads that this process counted are
    written each minute, and when it ends.
    """
    read_words()
    keep_members()
    threading.Thread(target=_tick, name="clock", daemon=True).start()
    atexit.register(write_reads)


def _tick():
    pause = threading.Event()
    for number in count(1):
        if pause.wait(SECONDS):
            return
        look()
        read_words()
        keep_members()
        if number % LOOKS_A_MINUTE == 0:
            write_reads()


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


def read_words():
    """Use the words of the interface that were compiled since the last look. What goes wrong is logged."""
    try:
        for language in read_anew():
            logger.info("The words of the interface were read anew: %s", language)
    except Exception:
        logger.exception("Reading the words of the interface failed; those of before are used.")


def keep_members():
    """When a day begins, in UTC, cities begin to be members and cease to be. What was stored otherwise is logged."""
    if is_turned():
        return
    close_old_connections()
    try:
        for difference in begin_day(Admission.objects.all()):
            logger.warning("An admission was kept with other days than it has: %s", difference)
    except Exception:
        logger.exception("Turning the members of the day failed; it will be tried again.")
    finally:
        close_old_connections()


def write_reads():
    """Write the reads that were counted. What goes wrong is logged; the counts are kept for the next time."""
    close_old_connections()
    try:
        counting.write()
    except Exception:
        logger.exception("Writing the reads of pages failed; it will be tried again.")
    finally:
        close_old_connections()
