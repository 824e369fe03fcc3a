"""Publish a recording in a process of its own, and say what the register held before, after, and after once more.

    python -m tests.admissions.desk.release.publish_and_die DATABASE RECORDING [third_admission | all_but_the_end]

With a last word the process kills itself: at the third admission, or when everything is written and not committed.
"""

import json
import os
import signal
import sys
from unittest.mock import patch

import django
from django.conf import settings


def main(database, key, moment=None):
    settings.DATABASES["default"]["NAME"] = database
    django.setup()

    from admissions.desk.release.publish import publish
    from admissions.models import Admission, Recording
    from tests.admissions.desk.rounds import register

    def states():
        return list(Recording.objects.values_list("state", flat=True))

    recording = Recording.objects.get(pk=key)
    if moment:
        model, number = {"third_admission": (Admission, 3), "all_but_the_end": (Recording, 2)}[moment]
        with patch.object(model, "save", dying_at(number, model.save)):
            publish(recording)
    said = [states(), register()]
    for _ in range(2):
        publish(recording)
        said += [states(), register()]
    json.dump(said, sys.stdout, default=str)


def dying_at(number, save):
    """A way to save at which the process dies the n-th time, when it is done."""
    done = []

    def save_or_die(record, *args, **kwargs):
        save(record, *args, **kwargs)
        done.append(record)
        if len(done) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    return save_or_die


if __name__ == "__main__":
    main(*sys.argv[1:])
