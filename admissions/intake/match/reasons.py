"""Why a candidate is proposed or two lines were put together, as a code to keep and a sentence to read."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext_lazy

_SENTENCES = {
    "same_name": gettext_noop("same name"),
    "same_name_en": gettext_noop("same name in English"),
    "same_name_fr": gettext_noop("same name in French"),
    "same_name_ar": gettext_noop("same name in Arabic"),
    "announced": gettext_noop("name as announced in %(number)s"),
    "announced_once": gettext_noop("name as announced before"),
    "spelling": gettext_noop("spelling that is known here"),
    "former": gettext_noop("former name"),
    "city_words": gettext_noop("same name but for words like “City of”"),
    "brackets": gettext_noop("same name but for what tells it from others"),
    "other_brackets": gettext_noop("same name, but told from others in another way"),
    "body": gettext_noop("same name but for a word like “district” or “county”"),
    "gazetteer_spelling": gettext_noop("the gazetteer knows this city under the name"),
    "gazetteer_seat": gettext_noop("its place in the gazetteer has the name"),
    "gazetteer_only": gettext_noop("the only place of the name in the gazetteer"),
    "gazetteer_near": gettext_noop("same name in the gazetteer, close to a city that is recorded here"),
    "gazetteer_province": gettext_noop("same name in the gazetteer, in the province of %(text)s"),
    "gazetteer_division": gettext_noop("same name in the gazetteer, in the province of %(text)s"),
    "similar": gettext_noop("similar name"),
    "part": gettext_noop("a part of the name"),
    "longer": gettext_noop("the name, with more behind or before it"),
    "words": gettext_noop("a word in common"),
    "sound": gettext_noop("sounds alike"),
    "nowhere": gettext_noop("no such name in this country, here or in the gazetteer"),
    "elsewhere": gettext_noop("a city of this name is in another country than the list says"),
    "better_known": gettext_noop("a much larger city of this name is in another country"),
    "one_list": gettext_noop("in one list only"),
    "not_in_each_list": gettext_noop("another list does not name it"),
    "contradiction": gettext_noop("the lists mean different places"),
    "same_city": gettext_noop("each list means the same city"),
    "same_spelling": gettext_noop("same spelling in the lists"),
    "alike": gettext_noop("similar names in the lists"),
    "last_left": gettext_noop("the only ones left of their country"),
    "last_left_alike": gettext_noop("the only ones left of their country, and they sound alike"),
    "unclear": gettext_noop("several lines of the country could belong together"),
    "repeated": gettext_noop("listed before in the same list"),
    "reading": gettext_noop("the line could be read in another way"),
    "reading_leftover": gettext_noop("words of the line are left over"),
    "reading_two_names": gettext_noop("the line may name two cities"),
    "reading_many_words": gettext_noop("the name is long for a name"),
    "reading_two_countries": gettext_noop("two countries stand behind it"),
    "reading_reversed": gettext_noop("its name is that of a country too"),
    "reading_split": gettext_noop("its name may begin in the line above"),
    "reading_mark": gettext_noop("it has a mark of which no note says what it means"),
    "reading_taken_back": gettext_noop("another line that takes something back names it too"),
    "reading_beside_group": gettext_noop("words in its line take a neighbour back"),
    "reading_after_group": gettext_noop("it stands below entries that are beside the list"),
    "reading_under_heading": gettext_noop("it stands under a heading that could not be read"),
    "reading_correction": gettext_noop("it stands in a corrigendum"),
    "reading_apart": gettext_noop("it stands apart from the list"),
    "reading_repeated": gettext_noop("it stands on every page"),
}
# The reasons of what has the listed name itself.
SAME_NAME = frozenset({
    "same_name", "same_name_en", "same_name_fr", "same_name_ar", "announced", "announced_once", "spelling", "former",
    "city_words", "gazetteer_spelling", "gazetteer_only", "gazetteer_near", "gazetteer_province", "gazetteer_division",
    "gazetteer_largest", "gazetteer_several",
})  # fmt: skip
_COUNTED = {
    "letters": ngettext_lazy("one letter differs", "%(number)d letters differ", "number"),
    "gazetteer_largest": ngettext_lazy(
        "same name in the gazetteer, largest of %(number)d place so called",
        "same name in the gazetteer, largest of %(number)d places so called",
        "number",
    ),
    "gazetteer_several": ngettext_lazy(
        "same name in the gazetteer, one of %(number)d place so called",
        "same name in the gazetteer, one of %(number)d places so called",
        "number",
    ),
}


@dataclass(frozen=True)
class Reason:
    """A code with the number or name that its sentence holds; `str()` gives the sentence in the active language."""

    code: str
    number: int | None = None
    text: str = ""

    def __str__(self):
        facts = {"number": self.number, "text": self.text}
        return str((_COUNTED[self.code] if self.code in _COUNTED else _(_SENTENCES[self.code])) % facts)


def reading_doubt(code):
    """The reason for a `doubt` of a `ListedLine`."""
    own = f"reading_{code}"
    return Reason(own if own in _SENTENCES else "reading")
