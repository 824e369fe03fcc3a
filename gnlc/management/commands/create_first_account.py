"""Give somebody who tries the registry out a way into its back office."""

import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _


class Command(BaseCommand):
    help = "Create the account `admin` in local mode unless there is an administrator, and show its password once."

    def add_arguments(self, parser):
        parser.add_argument("--address", default="http://127.0.0.1:8000/admin/", help="Where the back office is.")

    def handle(self, *, address, **options):
        if not settings.LOCAL:
            raise CommandError(_("A first account is made in local mode only. Use createsuperuser here."))
        users = get_user_model().objects
        if users.filter(is_superuser=True).exists():
            return
        password = secrets.token_urlsafe(12)
        users.create_superuser("admin", password=password)
        self.stdout.write(
            boxed(
                _("Back office: %(address)s") % {"address": address},
                _("Name: %(name)s") % {"name": "admin"},
                _("Password: %(password)s") % {"password": password},
                _("The password is shown only this once."),
            )
        )


def boxed(*lines):
    width = max(map(len, lines))
    edge = f"+{'-' * (width + 2)}+"
    return "\n".join([edge, *(f"| {line:<{width}} |" for line in lines), edge])
