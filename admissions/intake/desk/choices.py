"""From what a form about an entry sends to the decision it means."""

from django import forms
from django.utils.translation import gettext as _

from admissions.intake.gazetteer import places_of
from admissions.models import Entry
from cities.models import City
from records.exceptions import RefusedError

from .decide import decide, describe, join, look_up, reopen

Decision = Entry.Decision


class DescribeForm(forms.ModelForm):
    """Names and kind of a city that will be new."""

    class Meta:
        model = Entry
        fields = ["name_en", "name_fr", "name_ar", "kind"]


class ChoiceForm(forms.Form):
    """One choice about an entry: `choice` is a word, for some with a colon and what it is about."""

    version = forms.IntegerField(min_value=1, max_value=2**31)
    choice = forms.RegexField(r"^[a-z_]+(:[\w-]{1,80})?$")
    kind = forms.ChoiceField(choices=[("", ""), *City.Kind.choices], required=False)
    reason = forms.CharField(max_length=250, required=False)
    name = forms.CharField(max_length=120, required=False)


def choose(entry, data, *, by):
    """Carry out one choice and return the entry that stands for the city then. Raises as `decide` does."""
    form = ChoiceForm(data)
    if not form.is_valid():
        raise RefusedError(_("This choice is not offered."))
    facts = form.cleaned_data
    word, _colon, about = facts["choice"].partition(":")
    deed = _DEEDS.get(word)
    if deed is None:
        raise RefusedError(_("This choice is not offered."))
    return deed(entry, about, facts, data, {"version": facts["version"], "by": by})


def _city(entry, slug, facts, data, seen):
    city = City.objects.filter(slug=slug, country=entry.country).first()
    if city is None:
        raise RefusedError(_("This city is not in the registry any more."))
    return decide(entry, Decision.EXISTING, city=city, **seen)


def _place(entry, number, facts, data, seen):
    place = places_of(entry.country_id).numbered(int(number)) if number.isdecimal() else None
    if place is None:
        raise RefusedError(_("This place is not in the gazetteer."))
    known = City.objects.filter(geonames_id=place.geonames_id).first()
    if known:
        raise RefusedError(_("This place is in the registry already, as %(city)s.") % {"city": known})
    return _make(entry, Decision.NEW, facts, seen, geonames_id=place.geonames_id)


def _new(entry, about, facts, data, seen):
    return _make(entry, Decision.NEW, facts, seen)


def _homonym(entry, about, facts, data, seen):
    return _make(entry, Decision.HOMONYM, facts, seen)


def _make(entry, decision, facts, seen, **place):
    decided = decide(entry, decision, **place, **seen)
    if facts["kind"]:
        decided = describe(decided, version=decided.version, by=seen["by"], kind=facts["kind"])
    return decided


def _entry(entry, key, facts, data, seen):
    other = entry.recording.entries.filter(pk=key).exclude(pk=entry.pk).first() if key.isdecimal() else None
    if other is None:
        raise RefusedError(_("The other entry is gone."))
    return join(entry, other, **seen)


def _leave_out(entry, about, facts, data, seen):
    return decide(entry, Decision.LEFT_OUT, reason=facts["reason"], **seen)


def _open(entry, about, facts, data, seen):
    return reopen(entry, **seen)


def _look_up(entry, about, facts, data, seen):
    if not facts["name"].strip():
        raise RefusedError(_("Write the name to look for."))
    return look_up(entry, facts["name"], **seen)


def _describe(entry, about, facts, data, seen):
    form = DescribeForm(data, instance=Entry(pk=entry.pk, recording=entry.recording, country=entry.country))
    if not form.is_valid():
        raise RefusedError(" ".join(sentence for errors in form.errors.values() for sentence in errors))
    return describe(entry, **form.cleaned_data, **seen)


_DEEDS = {
    "city": _city,
    "place": _place,
    "new": _new,
    "homonym": _homonym,
    "entry": _entry,
    "leave_out": _leave_out,
    "open": _open,
    "look_up": _look_up,
    "describe": _describe,
}
