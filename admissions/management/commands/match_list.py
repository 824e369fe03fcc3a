"""Look at how a published list would be read and matched."""

from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from admissions.intake.characters import tidy
from admissions.intake.decode import Unreadable, read_file
from admissions.intake.decode.remarks import asides_of, sentences
from admissions.intake.pair import pair
from admissions.intake.parse import parse
from admissions.intake.parse.aside import why_aside
from admissions.intake.parse.unread import why_unread


class Command(BaseCommand):
    help = (
        "Account for each line of a list (text, table, document or web page) as the desk does: what it names and what "
        "that may mean, what stands beside the list, what cannot be read, what is left aside and why. Writes nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, metavar="FILE")
        parser.add_argument("--language", default="en", help="In which language the list is written: en, fr, ar …")

    def handle(self, *, path, language, **options):
        try:
            text, remarks, groups = read_file(path.name, path.read_bytes())
        except OSError as error:
            raise CommandError(_("%(file)s cannot be opened.") % {"file": path}) from error
        except Unreadable as error:
            raise CommandError(str(error)) from error
        reading = parse(text, language, groups=groups, asides=asides_of(remarks))
        found = {id(each.lines[language]): each for each in pair({language: reading})}
        counts = Counter()
        for line in reading.lines:
            count, words = self._account(line, found.get(id(line)))
            counts[count] += 1
            self.stdout.write(f"{line.number:>4}  {words}")
        for sentence in sentences(remarks):
            self.stdout.write(self.style.WARNING(sentence))
        numbers = {name: counts[name] for name in ("known", "new", "unsure", "unread", "beside", "aside")}
        self.stdout.write(
            self.style.SUCCESS(
                _(
                    "%(known)d known, %(new)d new, %(unsure)d to decide, %(unread)d not read, "
                    "%(beside)d beside the list, %(aside)d left aside."
                )
                % numbers
            )
        )

    def _account(self, line, found):
        """(under which count it falls, what is said of it) for a line, or a part of one."""
        name = tidy(line.name or line.raw)
        if line.kind == "city" and line.group:
            words = _("beside the list, under “%(words)s”") % {"words": line.group}
            return "beside", f"{name}, {line.country_code} → {self.style.WARNING(words)}"
        if line.kind == "city":
            return outcome(found.decision), f"{name}, {line.country_code} → {self._meaning(found)}"
        if line.kind == "unread":
            why = why_unread(line.raw, line.name, line.country_text, line.country_code)
            return "unread", f"{name} → {self.style.WARNING(_('cannot be read'))}: {why}"
        if line.kind == "heading":
            return "heading", _("%(words)s → a heading") % {"words": name}
        why = why_aside(line.aside) or _("It holds no words.")
        return "aside", _("%(words)s → left aside: %(why)s") % {"words": name, "why": why}

    def _meaning(self, found):
        if found.decision:
            return meaning(found.decision)
        return self.style.WARNING(" | ".join(f"{meaning(candidate)}?" for candidate in found.candidates[:3]))


def outcome(decision):
    """Under which count a line falls."""
    return "unsure" if decision is None else "new" if decision.is_new else "known"


def meaning(candidate):
    """The candidate in words: its name, how sure it is and why; a plus sign for a city that is not recorded yet."""
    return f"{'+ ' if candidate.is_new else ''}{candidate.name} ({candidate.score:.0%}, {candidate.reason})"
