"""Make the registry ready to be served."""

import hashlib
import socket
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.files.storage import storages
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils.translation import gettext as _

from admissions.membership.recompute import begin_day
from admissions.models import Admission


class Command(BaseCommand):
    help = "Bring database, translations, static files and roles up to date. Repeatable; does only what is missing."

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000, help="The port of this machine that will be served.")

    def handle(self, *, port, **options):
        refuse_taken(port)
        site = f"http://127.0.0.1:{port}"
        settings.VAR_DIR.mkdir(exist_ok=True)
        self.stdout.write(_("Preparing the registry ..."))
        call_command("migrate", verbosity=0)
        # Before files are loaded: what they change in English makes the translations known until then out of date.
        call_command("take_stock")
        call_command("load_registry")
        self._compare_memberships()
        call_command("compile_locale")
        call_command("make_renditions")
        self._collect_static()
        call_command("set_up_roles")
        storages["documents"].close_to_others()
        if settings.LOCAL:
            call_command("create_first_account", address=site + reverse("admin:index"))
        self.stdout.write(self.style.SUCCESS(_("Ready: %(address)s") % {"address": f"{site}/"}))

    def _compare_memberships(self):
        for difference in begin_day(Admission.objects.all()):
            sentence = _("Kept with other days than it has, and set right: %(difference)s") % {
                "difference": difference
            }
            self.stdout.write(self.style.WARNING(sentence))

    def _collect_static(self):
        # Collecting compresses every file again, changed or not, and takes seconds.
        fingerprint, note = fingerprint_of_static_sources(), Path(settings.STATIC_ROOT, "sources.sha256")
        if not note.exists() or note.read_text() != fingerprint:
            self.stdout.write(_("Collecting and compressing the static files ..."))
            call_command("collectstatic", interactive=False, verbosity=0)
            note.write_text(fingerprint)


def refuse_taken(port):
    """Raise CommandError if no server could listen on the port."""
    with socket.socket() as probe:
        # As servers do, so that a port given back a moment ago counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise CommandError(
                _("Port %(port)d cannot be used (%(reason)s). Choose another one, for example PORT=%(other)d.")
                % {"port": port, "reason": error.strerror, "other": port + 1}
            ) from error


def fingerprint_of_static_sources():
    """Changes with the contents of any static file and with the way they are stored."""
    digest = hashlib.sha256(repr(settings.STORAGES["staticfiles"]).encode())
    for finder in get_finders():
        for path, storage in finder.list(ignore_patterns=[]):
            with storage.open(path) as file:
                digest.update(path.encode() + file.read())
    return digest.hexdigest()
