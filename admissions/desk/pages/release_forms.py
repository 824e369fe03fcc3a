"""What people fill in before a round is published: its numbers, and the instant of publication."""

from datetime import UTC, date
from zoneinfo import available_timezones

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from admissions.desk.release.control import differing_numbers
from admissions.desk.release.publish import instant_in
from admissions.models import Recording
from cities.models import Country
from records.admin.forms import RecordForm


class NumbersForm(RecordForm):
    """What the release declares, and why the found numbers differ from it."""

    class Meta:
        model = Recording
        fields = [
            "title_en",
            "title_fr",
            "title_ar",
            "announced_on",
            "announced_cities",
            "announced_countries",
            "network_cities_before",
            "network_cities_after",
            "network_countries_after",
            "network_citizens_after",
            "difference",
        ]
        widgets = {
            "announced_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "difference": forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        }

    def __init__(self, data=None, **kwargs):
        super().__init__(data, **kwargs)
        for code, label in Country.Region.choices:
            self.fields[f"region_{code}"] = forms.IntegerField(
                label=label, min_value=0, max_value=999, required=False,
                initial=self.instance.announced_by_region.get(code),
            )  # fmt: skip
        for language in ("en", "fr", "ar"):
            title = self.fields[f"title_{language}"]
            title.widget.attrs |= {"lang": language, "dir": "rtl" if language == "ar" else "ltr"}
            if self.instance.cohort:
                del self.fields[f"title_{language}"]

    @property
    def facts(self):
        return [field for field in self if field.name != "difference" and not _is_of_region(field.name)]

    @property
    def regions(self):
        return [field for field in self if _is_of_region(field.name)]

    @property
    def reason(self):
        return [self["difference"]]

    def clean_announced_on(self):
        day = self.cleaned_data["announced_on"]
        if day and day < date(2015, 9, 1):
            raise forms.ValidationError(_("Membership opened only in September 2015."))
        return day

    def _in_words(self, name):
        if not _is_of_region(name):
            return super()._in_words(name)
        return "–" if self._now[name] is None else self._now[name]

    def save(self, commit=True):
        """Save these fields and no other: somebody may be publishing."""
        recording = self.instance
        regions = {code: self.cleaned_data[f"region_{code}"] for code in Country.Region.values}
        recording.announced_by_region = {code: number for code, number in regions.items() if number is not None}
        if "difference" in self.changed_data:
            recording.difference_language = get_language()
        recording.difference_for = differing_numbers(recording)
        own = [name for name in self.Meta.fields if name in self.fields]
        recording.save(update_fields=[*own, "announced_by_region", "difference_language", "difference_for"])
        return recording


SEAT = "Europe/Paris"  # UNESCO's


def _is_of_region(name):
    return name.startswith("region_")


def time_zones(own=()):
    """Time zones by the names of places: first those that are usual here, Paris, UTC and a person's own; then all."""
    usual = list(dict.fromkeys([SEAT, "UTC", *own]))
    others = [name for name in sorted(available_timezones()) if _is_a_place(name) and name not in usual]
    return [(label, [(name, name) for name in names]) for label, names in ((_("Usual"), usual), (_("All"), others))]


def _is_a_place(name):
    return "/" in name and not name.startswith(("Etc/", "SystemV/", "US/", "posix/", "right/"))


class ScheduleForm(forms.Form):
    """When to publish, on the clocks of a named time zone; `cleaned_data["instant"]` is the instant meant."""

    local = forms.DateTimeField(
        label=_("Day and hour"), widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    )
    time_zone = forms.ChoiceField(label=_("in the time zone"), choices=time_zones)

    def __init__(self, *args, own_zones=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].choices = time_zones(own_zones)

    def clean(self):
        local, zone = self.cleaned_data.get("local"), self.cleaned_data.get("time_zone")
        if not local or not zone:
            return
        local = local.replace(tzinfo=None)
        if not 2015 <= local.year <= 2100:
            self.add_error("local", _("Choose a year between 2015 and 2100."))
            return
        instant = instant_in(local, zone)
        # Where clocks are put forward, an hour of that night does not exist.
        if instant.astimezone(UTC).astimezone(instant.tzinfo).replace(tzinfo=None) != local:
            self.add_error("local", _("Clocks in this time zone never show this hour: they are put forward then."))
        elif instant <= timezone.now():
            self.add_error("local", _("This instant has passed; choose a later one, or publish now."))
        self.cleaned_data["instant"] = instant
