"""The table in a list: what each of its columns holds, as it is proposed and as a person says."""

from django.db import transaction
from django.utils.translation import gettext as _

from admissions.intake.parse.tables.columns import ROLES
from records.exceptions import RefusedError

from .receive import groups_of, read_list, receive, set_aside


def read_with(intake, roles=None):
    """The `Reading` of a list as received, its columns holding what `roles` say, or as they are proposed.

    `columns` of it is the `Proposal` for its table, or None if there is none. Raises `Unreadable`.
    """
    return read_list(intake.text, intake.language, groups_of(intake), intake.remarks, roles)


@transaction.atomic
def read_by_columns(intake, roles, *, by):
    """Read a list anew, its columns holding what a person says: a key of `ROLES` for each. Returns the list read so.

    A list as received is never overwritten: the former reading is set aside, and the same text received again. Roles
    by which it is read already change nothing. Raises `RefusedError` if the round is at rest or no column is said to
    hold cities, and `Unreadable` if no city is found so.
    """
    if not set(roles) <= set(ROLES) or "city" not in roles:
        raise RefusedError(_("Say which column holds the cities."))
    if list(roles) == intake.columns:
        return intake
    set_aside(intake, by=by)
    return receive(
        intake.recording, intake.text, language=intake.language, source=intake.source, by=by,
        file_name=intake.file_name, file=bytes(intake.file), remarks=intake.remarks, groups=groups_of(intake),
        columns=list(roles), all_the_same=True,
    )  # fmt: skip
