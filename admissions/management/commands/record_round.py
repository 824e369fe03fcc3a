"""Record a round from a file, in a terminal, with the functions of the desk."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from admissions.desk.lists.receive import begin, receive
from admissions.desk.pages.present import show
from admissions.desk.release.control import controls
from admissions.desk.release.publish import HinderedError, hindrances, publish
from admissions.forms import LANGUAGES
from admissions.intake.decode import read_file
from admissions.intake.decode.remarks import sentences
from admissions.intake.decode.unreadable import Unreadable
from admissions.intake.parse.unread import why_unread
from admissions.models import Cohort, IntakeGroup, IntakeLine, Recording
from cities.models import Source
from records.exceptions import RefusedError


class Command(BaseCommand):
    help = (
        "Take a list (XLSX, ODS, CSV, DOCX, ODT, HTML, TXT) into the recording of a round, match it, and tell what "
        "became of each city and what is left to decide at the desk. A "
        "second file for the same cohort joins the first."
    )

    def add_arguments(self, parser):
        parser.add_argument("cohort", metavar="COHORT", help="The address of a cohort, or the year of a new round.")
        parser.add_argument("path", type=Path, metavar="FILE")
        parser.add_argument("--source", required=True, help="The short name of the recorded source of the list.")
        parser.add_argument("--language", default="en", choices=LANGUAGES, help="In which language it is written.")
        parser.add_argument("--publish", action="store_true", help="Publish at once if nothing hinders it.")
        parser.add_argument(
            "--all-the-same", action="store_true", help="Take a list that seems to be of another cohort."
        )
        parser.add_argument("--dry-run", action="store_true", help="Write nothing.")

    @transaction.atomic
    def handle(self, *, cohort, path, source, language, dry_run, **options):
        found = Source.objects.filter(slug=source).first()
        if found is None:
            raise CommandError(_("There is no source with the short name %(slug)s.") % {"slug": source})
        if options["publish"] and settings.SECOND_PERSON_PUBLISHES:
            raise CommandError(
                _("Here a second person publishes: leave out --publish; somebody publishes it at the desk.")
            )
        recording = self._recording(cohort)
        try:
            text, remarks, groups = read_file(path.name, path.read_bytes())
            receive(
                recording, text, language=language, source=found, remarks=remarks, groups=groups,
                all_the_same=options["all_the_same"],
            )  # fmt: skip
        except OSError as error:
            raise CommandError(_("%(file)s cannot be opened.") % {"file": path}) from error
        except (Unreadable, RefusedError) as error:
            raise CommandError(str(error)) from error
        for sentence in sentences(remarks):
            self.stdout.write(self.style.WARNING(sentence))
        self._tell(recording)
        if options["publish"]:
            self._publish(recording)
        if dry_run:
            transaction.set_rollback(True)
            self.stdout.write(_("Nothing was written."))

    def _recording(self, name):
        in_work = Recording.objects.filter(slug=name, state=Recording.State.OPEN).first()
        if in_work:
            return in_work
        cohort = Cohort.objects.admitting().filter(slug=name).first()
        if cohort:
            return begin(cohort=cohort)
        if not (name.isascii() and name.isdigit() and 2015 <= int(name) <= 2100):
            raise CommandError(_("%(name)s is no cohort and no year of a new round.") % {"name": name})
        return begin(year=int(name))

    def _tell(self, recording):
        for shown in show(recording.entries.sorted_by_country(), recording):
            entry = shown.entry
            if entry.is_open:
                likely = " | ".join(f"{each.name}?" for each in shown.candidates[:3])
                self.stdout.write(f"{entry}, {entry.country_id} → {self.style.WARNING(likely)}")
            else:
                known = f": {entry.city}" if entry.city else ""
                self.stdout.write(f"{entry}, {entry.country_id} → {entry.get_decision_display()}{known}")
        for line in IntakeLine.objects.unread().filter(intake__recording=recording):
            unread = self.style.WARNING(_("cannot be read"))
            why = why_unread(line.raw, line.name, line.country_text, line.country_id)
            self.stdout.write(f"{line.number:>4}  {line.raw} → {unread}: {why}")
        for group in IntakeGroup.objects.unanswered().filter(intake__recording=recording).with_names():
            beside = self.style.WARNING(_("beside the list, not taken"))
            self.stdout.write(f"“{group.words}” ({group.names}) → {beside}")
        for control in controls(recording):
            mark = self.style.WARNING(" ≠") if control.differs else ""
            self.stdout.write(f"{control.label}: {control.found} / {control.declared}{mark}")
        for sentence in hindrances(recording):
            self.stdout.write(self.style.WARNING(sentence))

    def _publish(self, recording):
        try:
            publish(recording)
        except HinderedError as error:
            raise CommandError(_("Not published, and nothing was written.")) from error
        self.stdout.write(self.style.SUCCESS(_("%(round)s is public.") % {"round": recording}))
