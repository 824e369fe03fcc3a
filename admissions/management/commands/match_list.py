"""Look at how a published list would be read and matched."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from admissions.intake.decode import Unreadable, read_file
from admissions.intake.decode.remarks import asides_of, sentences
from admissions.intake.match import Registry, candidates, without_doubt
from admissions.intake.parse import parse
from admissions.intake.parse.unread import why_unread


class Command(BaseCommand):
    help = (
        "Report how each line of a list (XLSX, ODS, CSV, DOCX, ODT, HTML, TXT) would be read and matched. Writes "
        "nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, metavar="FILE")
        parser.add_argument("--language", default="en", help="In which language the list is written: en, fr, ar.")

    def handle(self, *, path, language, **options):
        try:
            text, remarks, groups = read_file(path.name, path.read_bytes())
        except OSError as error:
            raise CommandError(_("%(file)s cannot be opened.") % {"file": path}) from error
        except Unreadable as error:
            raise CommandError(str(error)) from error
        reading = parse(text, language, groups=groups, asides=asides_of(remarks))
        registry = Registry.of({line.country_code for line in reading.cities})
        counts = {"known": 0, "new": 0, "unsure": 0, "unread": 0}
        for line in reading.lines:
            if line.kind == "city":
                found = candidates(line.name, line.country_code, registry=registry)
                counts[outcome(without_doubt(found))] += 1
                self.stdout.write(f"{line.number:>4}  {line.name}, {line.country_code} → {self._meaning(found)}")
            elif line.kind == "unread":
                counts["unread"] += 1
                unread = self.style.WARNING(_("cannot be read"))
                why = why_unread(line.raw, line.name, line.country_text, line.country_code)
                self.stdout.write(f"{line.number:>4}  {line.name or line.raw} → {unread}: {why}")
        for sentence in sentences(remarks):
            self.stdout.write(self.style.WARNING(sentence))
        self.stdout.write(
            self.style.SUCCESS(_("%(known)d known, %(new)d new, %(unsure)d to decide, %(unread)d not read.") % counts)
        )

    def _meaning(self, found):
        decision = without_doubt(found)
        if decision:
            return meaning(decision)
        return self.style.WARNING(" | ".join(f"{meaning(candidate)}?" for candidate in found[:3]))


def outcome(decision):
    """Under which count a line falls."""
    return "unsure" if decision is None else "new" if decision.is_new else "known"


def meaning(candidate):
    """The candidate in words: its name, how sure it is and why; a plus sign for a city that is not recorded yet."""
    return f"{'+ ' if candidate.is_new else ''}{candidate.name} ({candidate.score:.0%}, {candidate.reason})"
