"""The clock of the server."""

import logging

import pytest

from admissions.models import Admission
from gnlc import scheduler


@pytest.fixture
def deeds(monkeypatch):
    """What looking and writing do, with connections given back before and after."""
    found = []
    monkeypatch.setattr(scheduler, "close_old_connections", lambda: found.append("connections"))
    monkeypatch.setattr(scheduler, "publish_due", lambda: found.append("publish") or ["Admissions of 2026"])
    monkeypatch.setattr(scheduler.counting, "write", lambda: found.append("reads"))
    return found


def test_a_look_publishes_what_is_due_and_keeps_no_connection(deeds, caplog):
    caplog.set_level(logging.INFO, "gnlc.scheduler")
    scheduler.look()
    assert deeds == ["connections", "publish", "connections"]
    assert caplog.messages == ["Published at its instant: Admissions of 2026"]


def test_the_clock_goes_on_when_a_look_fails(deeds, monkeypatch, caplog):
    def fail():
        raise OSError("no database")

    monkeypatch.setattr(scheduler, "publish_due", fail)
    scheduler.look()
    assert deeds == ["connections", "connections"]
    assert caplog.messages == ["Publishing what is due failed; it will be tried again."]


def test_writing_the_reads_keeps_no_connection_and_goes_on_when_it_fails(deeds, monkeypatch, caplog):
    scheduler.write_reads()
    assert deeds == ["connections", "reads", "connections"]

    def fail():
        raise OSError("no database")

    monkeypatch.setattr(scheduler.counting, "write", fail)
    scheduler.write_reads()
    assert deeds[3:] == ["connections", "connections"]
    assert caplog.messages == ["Writing the reads of pages failed; it will be tried again."]


def test_words_that_cannot_be_read_leave_those_of_before(monkeypatch, caplog):
    def fail():
        raise OSError("half a file")

    monkeypatch.setattr(scheduler, "read_anew", fail)
    scheduler.read_words()
    assert caplog.messages == ["Reading the words of the interface failed; those of before are used."]


def test_the_thread_looks_again_and_again_and_reads_are_written_each_minute_and_at_the_end(monkeypatch):
    looks = []

    class Thread:
        def __init__(self, target, name, daemon):
            self.target, self.daemon = target, daemon

        def start(self):
            looks.append(("daemon", self.daemon))
            self.target()

    class Pause:
        def wait(self, seconds):
            return looks.count("look") == 27

    monkeypatch.setattr(scheduler.threading, "Thread", Thread)
    monkeypatch.setattr(scheduler.threading, "Event", Pause)
    monkeypatch.setattr(scheduler, "look", lambda: looks.append("look"))
    monkeypatch.setattr(scheduler, "read_words", lambda: looks.append("words"))
    monkeypatch.setattr(scheduler, "keep_members", lambda: looks.append("members"))
    monkeypatch.setattr(scheduler, "write_reads", lambda: looks.append("write"))
    monkeypatch.setattr(scheduler.atexit, "register", lambda deed: looks.append("at exit") or deed())
    scheduler.start()
    each = ["look", "words", "members"]
    minute = [*each * 12, "write"]
    assert looks == ["words", "members", ("daemon", True), *minute, *minute, *each * 3, "at exit", "write"]


def test_members_are_turned_once_a_day_and_what_was_stored_otherwise_is_told(monkeypatch, caplog):
    asked, turned = [], iter([False, False, True])
    monkeypatch.setattr(scheduler, "close_old_connections", lambda: None)
    monkeypatch.setattr(scheduler, "is_turned", lambda: next(turned))
    monkeypatch.setattr(scheduler, "begin_day", lambda admissions: asked.append(admissions.model) or ["Fez: … → …"])
    scheduler.keep_members()

    def fail(admissions):
        raise OSError("no database")

    monkeypatch.setattr(scheduler, "begin_day", fail)
    scheduler.keep_members()
    scheduler.keep_members()
    assert asked == [Admission]
    assert caplog.messages == [
        "An admission was kept with other days than it has: Fez: … → …",
        "Turning the members of the day failed; it will be tried again.",
    ]
