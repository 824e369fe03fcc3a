"""Bring the files of photos in order."""

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from records.photos.tending import forgotten, photos, tend


class Command(BaseCommand):
    help = (
        "Make the renditions that photos lack, and clean those kept as they came. Repeatable. "
        "Tells which files no record and no history refers to; --delete removes them."
    )

    def add_arguments(self, parser):
        parser.add_argument("--delete", action="store_true", help="Remove the files that nobody refers to.")

    def handle(self, *, delete, **options):
        every, made, wrong = list(photos()), 0, 0
        for done, photo in enumerate(every, start=1):
            number, sentence = tend(photo)
            made += number
            if sentence:
                wrong += 1
                self.stdout.write(self.style.WARNING(f"{photo.instance} ({photo.name}): {sentence}"))
            if self.stdout.isatty():
                self.stdout.write(f"\r{done}/{len(every)}", ending="\n" if done == len(every) else "")
        counts = {"photos": len(every), "made": made, "wrong": wrong}
        self.stdout.write(_("Photos: %(photos)d, files made: %(made)d, photos with faults: %(wrong)d.") % counts)
        self._tell_forgotten(list(forgotten()), delete)

    def _tell_forgotten(self, files, delete):
        for storage, name in files:
            self.stdout.write(name)
            if delete:
                storage.delete(name)
        if files:
            text = _("Nobody refers to these files: %(number)d, removed: %(removed)d.")
            self.stdout.write(text % {"number": len(files), "removed": len(files) if delete else 0})
