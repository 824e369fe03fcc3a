"""Questions about names of places."""

from django.db.models import OuterRef

from cities.city_words import without_kind_of_place
from records.search.querysets import MOST_WORDS, Named, has_name


class NamedPlaces(Named):
    """Where nothing is called so, words such as "City of" are left out: Mexico City is no other Mexico."""

    short_form = staticmethod(without_kind_of_place)


class NamedOfACountry(NamedPlaces):
    """The same for records of a country, which people write before or behind the name: Fez Morocco, المغرب فاس."""

    def _called(self, words, names):
        called, words = super()._called(words, names), words[:MOST_WORDS]
        country = self.model._meta.get_field("country").related_model
        for at in range(1, len(words)):
            for own, of_country in ((words[:at], words[at:]), (words[at:], words[:at])):
                called |= super()._called(own, names) & has_name(country, of_country, OuterRef("country"))
        return called
