"""The cities of a round by list: how each list calls them, and which it does not name."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from admissions.models import Intake, IntakeLine, RoundEntry

from .base import DeskPage


@dataclass(frozen=True)
class Row:
    """A city with its lines in each list, in the order of the lists; none where the list lacks it."""

    entry: RoundEntry
    cells: list[tuple[Intake, list[IntakeLine]]]

    @property
    def holes(self):
        """The lists that do not name the city."""
        return [intake for intake, lines in self.cells if not lines]


def matrix(recording):
    """The lists in use and a `Row` for each city that counts, in four queries."""
    intakes = list(recording.intakes.in_use().select_related("source"))
    entries = recording.entries.counting().select_related("country").prefetch_related("lines__intake")
    rows = []
    for entry in entries.sorted_by_country():
        own = {intake.pk: [] for intake in intakes}
        for line in entry.lines.all():
            own[line.intake_id].append(line)
        rows.append(Row(entry, [(intake, own[intake.pk]) for intake in intakes]))
    return intakes, rows


def lacking(shown, intakes):
    """How many of the entries, as `present.show` has them, are not named by each of the lists in use."""
    used = {intake.pk for intake in intakes if intake.set_aside_at is None}
    named = [{line.intake_id for line in each.lines} for each in shown if each.entry.decision != "left_out"]
    return sum(lists != used for lists in named)


class MatrixView(DeskPage):
    """City by list, with its holes; `?holes=1` leaves out the cities that every list names."""

    page = gettext_lazy("Cities by list")
    permission = "admissions.view_recording"
    template_name = "admin/desk/matrix.html"

    def get_context_data(self, **kwargs):
        intakes, rows = matrix(self.recording)
        only_holes = self.request.GET.get("holes") == "1"
        return super().get_context_data(
            intakes=intakes,
            rows=[row for row in rows if row.holes] if only_holes else rows,
            holes=sum(bool(row.holes) for row in rows),
            only_holes=only_holes,
            **kwargs,
        )
