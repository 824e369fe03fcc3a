"""Groups beside the lists of a round: what stands in them, and the answer whether they are taken."""

from dataclasses import dataclass

from django.contrib import messages
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from admissions.desk.lists.groups import leave_group, take_group
from admissions.models import IntakeGroup, IntakeLine
from records.exceptions import RefusedError

from .base import DeskPage
from .words import joined


@dataclass(frozen=True)
class ShownGroup:
    """A group with the lines that name something in it, read or not."""

    group: IntakeGroup
    lines: list


def shown_groups(recording):
    """The groups beside the lists in use, those without an answer first, in two queries."""
    groups = IntakeGroup.objects.in_use().filter(intake__recording=recording)
    groups = sorted(groups.select_related("intake", "answered_by"), key=lambda group: not group.is_open)
    lines = IntakeLine.objects.of_lists_in_use().exclude(group="").filter(intake__recording=recording)
    by_group = {}
    for line in lines.filter(kind__in=["city", "unread"]).select_related("country", "intake"):
        by_group.setdefault((line.intake_id, line.group), []).append(line)
    return [ShownGroup(group, by_group.get((group.intake_id, group.words), [])) for group in groups]


class GroupView(DeskPage):
    """The answer to the question whether a group is taken."""

    http_method_names = ["post"]

    @cached_property
    def group(self):
        groups = IntakeGroup.objects.filter(intake__recording=self.recording)
        return self.find(groups.select_related("intake__recording"), self.kwargs["group"])

    def in_words(self, data):
        return joined(
            f"“{self.group.words}”", _("Take them into the list") if "take" in data else _("Leave them aside")
        )

    def way_back(self):
        return f"{self.recording.get_absolute_url()}#group-{self.group.pk}"

    def post(self, request, key, group):
        group = self.group
        words = {"words": group.words}
        try:
            if "take" in request.POST:
                take_group(group.intake, group.words, by=request.user)
                self.note(_("Took what stands under “%(words)s”.") % words)
                messages.success(request, _("What stands under “%(words)s” is part of the list now.") % words)
            elif "leave" in request.POST:
                leave_group(group.intake, group.words, by=request.user)
                self.note(_("Left aside what stands under “%(words)s”.") % words)
                messages.success(request, _("What stands under “%(words)s” is left aside, and kept.") % words)
        except RefusedError as error:
            self.explain(error)
        return self.to_desk("#beside")
