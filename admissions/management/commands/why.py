"""Say which record makes a city a member on a day."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from admissions.membership.why import lines, why
from cities.models import City
from records.as_of import DayField, today


class Command(BaseCommand):
    help = "Say what a city was on a day, and which record makes it a member, or why none does. Writes nothing."

    def add_arguments(self, parser):
        parser.add_argument("city", help="The address of the city, as in fez.")
        parser.add_argument("day", nargs="?", help="A day written as 2020-09-23; without it, today.")

    def handle(self, *, city, day, **options):
        for line in lines(why(self._city(city), self._day(day))):
            self.stdout.write(line)

    def _city(self, slug):
        city = City.objects.filter(slug=slug.lower()).first()
        if city is None:
            near = ", ".join(near.slug for near in City.objects.named_nearly(slug.replace("-", " ")))
            sentence = _("There is no city with the address “%(slug)s”.") % {"slug": slug}
            raise CommandError(f"{sentence} {_('Near it: %(names)s') % {'names': near}}" if near else sentence)
        return city

    def _day(self, text):
        try:
            return DayField().to_python(text) or today()
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
