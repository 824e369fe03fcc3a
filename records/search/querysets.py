"""Questions about names and words: what is called so or nearly so, in which order, and which texts hold a word."""

from difflib import get_close_matches
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import get_language

from records.search.folding import readings, search_words

MOST_WORDS = 8  # of a search; each asks more questions


def sort_column():
    """The column that orders names as a reader of the active language expects."""
    return f"sort_{get_language() or 'en'}"


class Named:
    """For a QuerySet of records whose names, in any language and script, are their `names`."""

    @staticmethod
    def short_form(text):
        """A name without words that only say what kind of thing has it; "" where there are none."""
        return ""

    def sorted_by_name(self):
        return self.order_by(sort_column(), "pk")

    def named(self, text, names=None):
        """Those with a name that contains every word, or all words run together, at the beginning of a word.

        Where nothing at all is called so, words that say what kind of thing has the name are left out.
        What is looked through are their public names, unless others are given: the staff search in all.
        """
        return self._called_one_of(self.words_meant(text, names), names)

    def words_meant(self, text, names=None):
        """The words that are looked for, a list for each of the text's `readings`."""
        spelled = [search_words(reading) for reading in readings(text)]
        short = self.short_form(text)
        if short and not type(self)(self.model)._called_one_of(spelled, names).exists():
            return [search_words(self.short_form(reading)) for reading in readings(text)]
        return spelled

    def _called_one_of(self, spelled, names):
        called = [self._called(words, names) for words in spelled if words]
        return self.filter(reduce(or_, called)) if called else self.none()

    def named_nearly(self, text, number=3):
        """Those with a name a letter or two away from the text, nearest first; for somebody who mistyped."""
        name, owner = _names_of(self.model)
        spellings = {key.rsplit(" ", 1)[-1]: pk for key, pk in name.objects.public().values_list("key", owner.attname)}
        meant = dict.fromkeys("".join(search_words(each)) for each in (text, self.short_form(text)))
        near = [key for each in meant if each for key in get_close_matches(each, spellings, n=number, cutoff=0.75)]
        found = self.in_bulk([spellings[key] for key in near])
        return list(dict.fromkeys(found[spellings[key]] for key in near if spellings[key] in found))[:number]

    def _called(self, words, names):
        return has_name(self.model, words, names=names)


class Mentioning:
    """For a QuerySet of records whose texts, in every language they have, are kept folded in their `key`."""

    def mentioning(self, text):
        """Those of which every word begins a word of their texts, or of a name of a place they are about.

        Any script and spelling will do.
        """
        spelled = [search_words(reading)[:MOST_WORDS] for reading in readings(text)]
        found = self
        for words in zip(*spelled, strict=False):
            said = [Q(key__contains=f" {word}") | self._about_place(word) for word in dict.fromkeys(words)]
            found = found.filter(reduce(or_, said))
        return found

    def _about_place(self, word):
        """A condition: a city or country they are about has a name in which a word begins so."""
        return Q()


def _names_of(model):
    field = model._meta.get_field("names")
    return field.related_model, field.field


def has_name(model, words, key=None, names=None):
    """A condition: a record of the model has a name that contains every word; a public one, or one of `names`.

    The record is the one that is asked for, or that of the `key`.
    """
    name, owner = _names_of(model)
    names = name.objects.public() if names is None else names
    each_word = Q(*(Q(key__contains=f" {word}") for word in words))
    together = Q(key__contains=f" {''.join(words)}")
    return Q(Exists(names.filter(each_word | together, **{owner.name: key or OuterRef("pk")})))
