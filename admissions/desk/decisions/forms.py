"""What the forms about an entry of a round send: one small form for each deed, found by the name of its button."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from admissions.intake.gazetteer import places_of
from admissions.models import RoundEntry
from cities.models import City, Country
from records.exceptions import RefusedError
from records.validators import validate_visible

from .decide import decide, describe, join, look_up, reopen

Decision = RoundEntry.Decision
NOT_OFFERED = gettext_lazy("This choice is not offered.")
# A page that we made never sends these.
NEVER_SENT = dict.fromkeys(
    ["required", "invalid", "invalid_choice", "min_value", "max_value", "max_length"], NOT_OFFERED
)


def other_countries(entry):
    """The codes of the countries other than its own whose cities are proposed for the entry."""
    return [candidate["country"] for candidate in entry.candidates if candidate.get("country")]


def kind_of_a_city():
    return forms.ChoiceField(choices=[("", ""), *City.Kind.choices], required=False, error_messages=NEVER_SENT)


class DeedForm(forms.Form):
    """One deed about an entry, in view of the `version` of it that was shown."""

    version = forms.IntegerField(min_value=1, max_value=2**31, error_messages=NEVER_SENT)

    def __init__(self, data, *, entry):
        super().__init__(data)
        self.entry = entry

    def carry_out(self, by):
        """Do it, and return the entry that stands for the city then. Raises as the functions in `decide` do."""
        facts = dict(self.cleaned_data)
        return self.deed(by=by, version=facts.pop("version"), **facts)


class NewCityForm(DeedForm):
    """A city that no registry and no gazetteer knows."""

    decision = Decision.NEW
    kind = kind_of_a_city()

    def deed(self, *, kind, by, version, **place):
        made = decide(self.entry, self.decision, by=by, version=version, **place)
        return describe(made, by=by, version=made.version, kind=kind) if kind else made


class HomonymForm(NewCityForm):
    """A city that is another place than the one of the same name in the registry."""

    decision = Decision.HOMONYM


class PlaceForm(NewCityForm):
    """A city that is new here, at a place of the gazetteer, by its number."""

    place = forms.CharField(max_length=80, error_messages=NEVER_SENT)

    def clean_place(self):
        number = self.cleaned_data["place"]
        codes = [self.entry.country_id, *other_countries(self.entry)] if number.isdecimal() else []
        place = None
        for country in Country.objects.filter(code__in=codes):
            found = places_of(country.code).numbered(int(number))
            if found:
                self.country, place = country, found
        if place is None:
            raise forms.ValidationError(_("This place is not in the gazetteer."))
        known = City.objects.filter(geonames_id=place.geonames_id).first()
        if known:
            raise forms.ValidationError(_("This place is in the registry already, as %(city)s.") % {"city": known})
        return place

    def deed(self, *, place, **facts):
        return super().deed(geonames_id=place.geonames_id, country=self.country, **facts)


class CityForm(DeedForm):
    """A city of the registry, by its address; of the country under which it is listed, or of one that is proposed."""

    city = forms.CharField(max_length=80, error_messages=NEVER_SENT)

    def clean_city(self):
        codes = [self.entry.country_id, *other_countries(self.entry)]
        cities = City.objects.filter(country__in=codes).select_related("country")
        city = cities.filter(slug=self.cleaned_data["city"]).first()
        if city is None:
            raise forms.ValidationError(_("This city is not in the registry any more."))
        return city

    def deed(self, **facts):
        return decide(self.entry, Decision.EXISTING, **facts)


class JoinForm(DeedForm):
    """Another entry of the round, by its number, that means the same city."""

    same_as = forms.CharField(max_length=80, error_messages=NEVER_SENT)

    def clean_same_as(self):
        key = self.cleaned_data["same_as"]
        others = self.entry.recording.entries.exclude(pk=self.entry.pk)
        other = others.filter(pk=key).first() if key.isdecimal() else None
        if other is None:
            raise forms.ValidationError(_("The other entry is gone."))
        return other

    def deed(self, *, same_as, **facts):
        return join(self.entry, same_as, **facts)


class LeaveOutForm(DeedForm):
    """Not a city of this round, for a reason."""

    reason = forms.CharField(max_length=250, required=False)  # the deed asks for it in its own words

    def deed(self, **facts):
        return decide(self.entry, Decision.LEFT_OUT, **facts)


class ReopenForm(DeedForm):
    """To be decided anew."""

    def deed(self, **facts):
        return reopen(self.entry, **facts)


class LookUpForm(DeedForm):
    """What another name may mean."""

    name = forms.CharField(max_length=120, error_messages={"required": gettext_lazy("Write the name to look for.")})

    def deed(self, **facts):
        return look_up(self.entry, **facts)


def name_of_a_city():
    return forms.CharField(max_length=120, required=False, validators=[validate_visible])


class DescribeForm(DeedForm):
    """Names and kind of body of a city that will be new."""

    name_en, name_fr, name_ar = name_of_a_city(), name_of_a_city(), name_of_a_city()
    kind = kind_of_a_city()

    def deed(self, **facts):
        return describe(self.entry, **facts)


# By the name of the button, or of the field, that says what is to be done.
DEEDS = {
    "city": CityForm,
    "place": PlaceForm,
    "new": NewCityForm,
    "homonym": HomonymForm,
    "same_as": JoinForm,
    "leave_out": LeaveOutForm,
    "reopen": ReopenForm,
    "look_up": LookUpForm,
    "describe": DescribeForm,
}


def deed_in(data):
    """The name of the deed that a form sends; "" if it sends none, or more than one."""
    found = [name for name in DEEDS if name in data]
    return found[0] if len(found) == 1 else ""


def carry_out(entry, data, *, by):
    """Do what a form about an entry sends and return the entry that stands for the city then.

    Raises `RefusedError` with what is wrong in words, and as `decide` does.
    """
    name = deed_in(data)
    if not name:
        raise RefusedError(str(NOT_OFFERED))
    form = DEEDS[name](data, entry=entry)
    if not form.is_valid():
        raise RefusedError(" ".join(sentence for errors in form.errors.values() for sentence in errors))
    return form.carry_out(by)
