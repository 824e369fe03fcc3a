"""Create the groups of the back office."""

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from gnlc.roles import set_up_roles


class Command(BaseCommand):
    help = "Give the groups registrar, editor and translator exactly the permissions of gnlc/roles.py. Repeatable."

    def handle(self, **options):
        outcomes = set_up_roles()
        for group, added, taken in outcomes:
            if not (added or taken):
                continue
            self.stdout.write(
                _("%(group)s: %(added)d permissions added, %(taken)d taken away")
                % {"group": f"{group.name:<10}", "added": added, "taken": taken}
            )
        self.stdout.write(
            self.style.SUCCESS(_("%(number)d groups are as they should be.") % {"number": len(outcomes)})
        )
