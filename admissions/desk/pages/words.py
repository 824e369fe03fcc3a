"""Decisions at the desk in a sentence each, before they are carried out."""

from django.utils.translation import gettext as _

from admissions.desk.decisions.forms import deed_in
from admissions.intake.characters import tidy
from admissions.models import RoundEntry
from cities.models import City, Country
from records.admin.choosing import could_be_key

Decision = RoundEntry.Decision
DECISIONS = {
    "city": Decision.EXISTING,
    "place": Decision.NEW,
    "new": Decision.NEW,
    "homonym": Decision.HOMONYM,
    "leave_out": Decision.LEFT_OUT,
    "reopen": Decision.OPEN,
}
MOST = 200  # characters of what a form sends


def joined(*parts):
    return " · ".join(str(part)[:MOST] for part in parts if part)


def words_of_entry(entry, data):
    """What a form about an entry would do: the entry, the decision, and what it is about."""
    deed = deed_in(data)
    facts = [_what(deed), *_details(entry, deed, data)] if deed else []
    return joined(f"{entry} ({entry.country})", *facts)


def _what(deed):
    if deed in DECISIONS:
        return DECISIONS[deed].label
    others = {
        "same_as": _("The same city as another entry of this round:"),
        "look_up": _("Look for another name"),
        "describe": _("Names and kind of body"),
    }
    return others[deed]


def _details(entry, deed, data):
    about = data[deed].replace("\0", "")
    if deed == "city":
        return [City.objects.filter(slug=about, country=entry.country_id).first()]
    if deed == "place":
        return [each["name"] for each in entry.candidates if str(each["geonames_id"]) == about][:1]
    if deed == "same_as":
        others = entry.recording.entries.filter(pk=about) if about.isdecimal() and len(about) < 10 else []
        return list(others)
    kind = dict(City.Kind.choices).get(data.get("kind"), "")
    return [*(data.get(name, "") for name in ("reason", "name", "name_en", "name_fr", "name_ar")), kind]


def words_of_line(line, data):
    """What a form about a line would do: the line, and what it is said to be."""
    raw = f"“{tidy(line.raw)}”"
    if "separate" in data:
        return _("“%(name)s” is another city") % {"name": line.name}
    if "leave_out" in data:
        return joined(raw, _("left out"), data.get("reason"))
    code = data.get("country", "")
    country = Country.objects.filter(code=code).first() if could_be_key(Country, code) else None
    return joined(raw, _("Read it so"), data.get("name"), country)
