"""The forms about an entry: one for each deed, with a sentence for what cannot be."""

import pytest

from admissions.desk.decisions.decide import decide
from admissions.models import RoundEntry
from tests.admissions.desk.decisions.deeds import send
from tests.admissions.desk.rounds import meaning, round_of
from tests.back_office import at_work
from tests.factories import AdmissionFactory, CityFactory, CountryFactory


@pytest.fixture
def registrar(db):
    return at_work("registrar")


def test_a_candidate_is_taken_and_the_entry_comes_back_alone(registrar):
    for code in ("CL", "DO"):
        CountryFactory(code=code)
    (entry,) = round_of("Santiago (Mexico)").entries.all()
    number = entry.candidates[0]["geonames_id"]
    response = send(registrar, entry, "place", number)

    assert meaning(entry.recording) == [("Santiago", "new", number)]
    assert response.headers["X-Undecided"] == "0"
    assert response.content.decode().count("<article") == 1


def test_a_city_of_the_registry_is_taken_by_its_address(registrar):
    city = AdmissionFactory(city__name_en="Fez", city__slug="fez", cohort__year=2019).city
    (entry,) = round_of("Fez (Morocco)").entries.all()
    html = registrar.get(entry.recording.get_absolute_url()).content.decode()
    assert "A member already, admitted 2019: it will be recorded as announced again." in html

    send(registrar, entry, "city", "fez")
    assert meaning(entry.recording) == [("Fez", "existing", city.slug)]


@pytest.mark.parametrize(
    ("deed", "about", "facts", "sentence"),
    [
        ("city", "atlantis", {}, "This city is not in the registry any more."),
        ("city", "granada", {}, "This city is not in the registry any more."),
        ("city", "", {}, "This choice is not offered."),
        ("city", "f\0z", {}, "Null characters are not allowed."),
        ("city", "z" * 81, {}, "This choice is not offered."),
        ("place", "1", {}, "This place is not in the gazetteer."),
        ("place", "-1", {}, "This place is not in the gazetteer."),
        ("place", "9" * 80, {}, "This place is not in the gazetteer."),
        ("place", "Fez", {}, "This place is not in the gazetteer."),
        ("same_as", "x", {}, "The other entry is gone."),
        ("same_as", "999999999999999999999", {}, "The other entry is gone."),
        ("leave_out", "1", {}, "Say why this entry is left out."),
        ("leave_out", "1", {"reason": " "}, "Say why this entry is left out."),
        ("look_up", "1", {}, "Write the name to look for."),
        ("look_up", "1", {"name": " "}, "Write the name to look for."),
        ("paint", "1", {}, "This choice is not offered."),
        ("new", "1", {"homonym": "1"}, "This choice is not offered."),
        ("homonym", "1", {"kind": "planet"}, "This choice is not offered."),
        ("describe", "1", {"kind": "planet"}, "This choice is not offered."),
        ("new", "1", {"kind": "planet"}, "This choice is not offered."),
        ("new", "1", {"version": "x"}, "This choice is not offered."),
        ("new", "1", {"version": ""}, "This choice is not offered."),
        ("reopen", "1", {"version": "0"}, "This choice is not offered."),
        ("new", "1", {"version": "9" * 400}, "This choice is not offered."),
        (
            "describe",
            "1",
            {"name_en": "\u202eFez"},
            "Remove the invisible character U+202E; it would change how the text reads.",
        ),
    ],
)
def test_a_deed_that_cannot_be_is_refused_with_a_sentence(registrar, deed, about, facts, sentence):
    CityFactory(slug="granada", country__code="ES")
    for code in ("CL", "DO"):
        CountryFactory(code=code)
    (entry,) = round_of("Santiago (Mexico)").entries.all()
    assert f'role="alert">{sentence}<' in send(registrar, entry, deed, about, **facts).content.decode()
    assert RoundEntry.objects.get() == entry
    assert RoundEntry.objects.get().version == 1


def test_what_somebody_else_decided_meanwhile_is_shown_and_not_overwritten(registrar):
    for code in ("CL", "DO"):
        CountryFactory(code=code)
    (entry,) = round_of("Santiago (Mexico)").entries.all()
    decide(entry, "left_out", version=1, by=None, reason="Not in the final list.")
    entry.version = 1
    html = send(registrar, entry, "new").content.decode()

    assert "This entry was changed meanwhile, by somebody else or in another tab. Nothing was overwritten." in html
    assert "Not in the final list." in html
    assert RoundEntry.objects.get().decision == "left_out"


def test_a_new_city_is_given_its_kind_and_names(registrar):
    (entry,) = round_of("Goyang (Republic of Korea)").entries.all()
    send(registrar, entry, "new", kind="county")
    entry.refresh_from_db()
    send(registrar, entry, "describe", name_en="Goyang County", name_fr="", name_ar="غويانغ", kind="county")
    entry.refresh_from_db()
    assert (entry.name_en, entry.name_ar, entry.kind, entry.decision) == ("Goyang County", "غويانغ", "county", "new")


def test_another_name_is_looked_up(registrar):
    (entry,) = round_of("The white city (Morocco)").entries.all()
    send(registrar, entry, "look_up", name="Tétouan")
    entry.refresh_from_db()
    assert entry.candidates[0]["name"] == "Tétouan"


def test_without_a_script_a_choice_leads_back_to_its_entry(registrar):
    for code in ("CL", "DO"):
        CountryFactory(code=code)
    (entry,) = round_of("Santiago (Mexico)").entries.all()
    desk = entry.recording.get_absolute_url()
    response = registrar.post(f"{desk.removesuffix('change/')}entry/{entry.pk}/", {"version": 1, "new": "1"})
    assert response.url == f"{desk}#entry-{entry.pk}"


def test_two_entries_become_one_by_a_button_and_one_is_decided_anew(registrar):
    recording = round_of("Santiago (Mexico)", "San Juan (Mexico)")
    first, second = recording.entries.all()
    send(registrar, second, "same_as", first.pk)
    first.refresh_from_db()
    assert [str(entry) for entry in recording.entries.all()] == ["Santiago"]

    send(registrar, first, "leave_out", reason="Not in the final list.")
    first.refresh_from_db()
    assert (first.decision, first.reason) == ("left_out", "Not in the final list.")
    send(registrar, first, "reopen")
    first.refresh_from_db()
    assert (first.decision, first.reason) == ("open", "")


def test_a_place_that_the_registry_has_already_is_no_new_city(registrar):
    CityFactory(name_en="Elsewhere", geonames_id=2548885)
    (entry,) = round_of("Fez (Morocco)").entries.all()
    html = send(registrar, entry, "place", "2548885").content.decode()
    assert "This place is in the registry already, as Elsewhere." in html


def test_a_homonym_is_made_with_its_kind(registrar):
    for code in ("CL", "DO"):
        CountryFactory(code=code)
    (entry,) = round_of("Santiago (Mexico)").entries.all()
    send(registrar, entry, "homonym", kind="district")
    entry.refresh_from_db()
    assert (entry.decision, entry.kind, entry.geonames_id) == ("homonym", "district", None)


def test_every_candidate_of_the_page_can_be_taken_as_its_button_sends_it(registrar):
    for code in ("CL", "DO"):
        CountryFactory(code=code)
    (entry,) = round_of("Santiago (Mexico)").entries.all()
    [shown] = registrar.get(entry.recording.get_absolute_url()).context["undecided"]
    for candidate in shown.candidates:
        entry.refresh_from_db()
        send(registrar, entry, candidate.deed, candidate.about)
        entry.refresh_from_db()
        assert (entry.is_open, str(entry.geonames_id)) == (False, candidate.about)
        assert entry.country_id == (candidate.country.pk if candidate.country else "MX")


def test_a_city_listed_under_another_country_is_shown_with_its_own_and_brings_it(registrar):
    for code, name in (("TN", "Tunisia"), ("MA", "Morocco")):
        CountryFactory(code=code, name_en=name)
    fez = CityFactory(slug="fez", name_en="Fez", country__code="MA", geonames_id=2548885)
    (entry,) = round_of("Fez (Tunisia)").entries.all()
    page = registrar.get(entry.recording.get_absolute_url()).content.decode()
    assert "in another country: Morocco" in page
    assert "a city of this name is in another country than the list says" in page

    send(registrar, entry, "city", "fez")
    entry.refresh_from_db()
    assert (entry.city, entry.country_id) == (fez, "MA")

    send(registrar, entry, "reopen", "1")
    entry.refresh_from_db()
    assert (entry.city, entry.country_id) == (None, "TN")
