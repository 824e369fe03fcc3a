"""A round that was taken back and is recorded again keeps what people said and decided about its lines."""

from admissions.desk.decisions.decide import decide, describe, join, separate
from admissions.desk.decisions.lines import leave_out_line, read_line
from admissions.desk.lists.groups import leave_group, take_group
from admissions.desk.lists.receive import record_again
from admissions.desk.release.control import differing_numbers
from admissions.desk.release.publish import hindrances, publish
from admissions.desk.release.take_back import take_back
from admissions.models import Award, Intake, IntakeGroup, IntakeLine
from cities.models import City, Country
from tests.admissions.desk.rounds import lines_of, listed, meaning, round_of
from tests.factories import AdmissionFactory, CityFactory, RecordingFactory, UserFactory


def again(recording):
    """The round recorded again, after it was published and taken back."""
    published = publish(recording)
    take_back(published, reason="A wrong day.")
    published.refresh_from_db()
    return record_again(published, by=UserFactory(username="again"))


def decisions(recording):
    entries = recording.entries.select_related("city", "decided_by")
    return [(str(each), each.decision, each.reason, each.decided_by and each.decided_by.username) for each in entries]


def entry(recording, name):
    return recording.entries.get(name_en=name)


def decided(recording, name, decision, **facts):
    found = entry(recording, name)
    return decide(found, decision, version=found.version, by=facts.pop("by", None), **facts)


def test_decisions_are_kept_with_their_reasons_persons_and_names():
    hind = UserFactory(username="hind")
    member = AdmissionFactory(city__name_en="Agadir", cohort__year=2019).city
    recording = round_of("Fez (Morocco)", "Agadir (Morocco)", "Maroua (Cameroon)", "Atlantis (Morocco)")
    decided(recording, "Agadir", "existing", by=hind, city=member)
    decided(recording, "Fez", "left_out", by=hind, reason="Withdrew in March.")
    made = decided(recording, "Atlantis", "homonym", by=hind)
    describe(made, version=made.version, by=hind, name_fr="Atlantide", kind="district")
    new = again(recording)

    assert sorted(decisions(new)) == [
        ("Agadir", "existing", "", "hind"), ("Atlantis", "homonym", "", "hind"),
        ("Fez", "left_out", "Withdrew in March.", "hind"), ("Maroua", "new", "", None),
    ]  # fmt: skip
    atlantis = entry(new, "Atlantis")
    assert (atlantis.name_fr, atlantis.kind, atlantis.is_named_by_person) == ("Atlantide", "district", True)
    assert entry(new, "Agadir").city == member
    assert entry(new, "Fez").decided_at == entry(recording, "Fez").decided_at
    assert hindrances(new) == []


def test_what_nobody_decided_is_matched_as_in_any_round():
    recording = round_of("Fez (Morocco)")
    published = publish(recording)
    take_back(published, reason="A wrong day.")
    published.refresh_from_db()
    city = CityFactory(name_en="Fez", geonames_id=2548885)
    assert meaning(record_again(published, by=None)) == [("Fez", "existing", city.slug)]


def test_a_city_that_stayed_is_the_one_that_its_entry_means():
    recording = round_of("Bikok (Cameroon)")
    decided(recording, "Bikok", "new")
    published = publish(recording)
    Award.objects.create(year=2027, city=City.objects.get(), name_as_announced="Bikok")
    take_back(published, reason="A wrong day.")
    published.refresh_from_db()
    new = record_again(published, by=None)
    assert meaning(new) == [("Bikok", "existing", "bikok")]
    publish(new)
    assert City.objects.count() == 1


def test_entries_that_people_joined_or_separated_are_so_again():
    recording = round_of("Fez (Morocco)", "Granada (Spain)")
    listed(recording, "Ville de Fès (Maroc)", "Granada (Espagne)", language="fr")
    for each in list(recording.entries.filter(country="MA").exclude(name_en="Fez")):
        join(each, entry(recording, "Fez"), version=each.version, by=None)
    line = recording.entries.get(country="ES").lines.get(intake__language="fr")
    parted = separate(line, by=None)
    decide(parted, "left_out", version=parted.version, by=None, reason="Twice.")
    rest = recording.entries.filter(country="ES").exclude(pk=parted.pk).get()
    decide(rest, "new", version=rest.version, by=None, geonames_id=2517117)
    before = sorted(lines_of(recording))
    new = again(recording)
    assert sorted(lines_of(new)) == before == [["Fez", "Ville de Fès"], ["Granada"], ["Granada"]]
    assert sorted(new.entries.filter(country="ES").values_list("decision", "reason")) == [
        ("left_out", "Twice."), ("new", ""),
    ]  # fmt: skip


def test_lines_that_people_read_or_left_out_are_so_again():
    hind, morocco = UserFactory(username="hind"), Country.objects.get(pk="MA")
    recording = round_of("Fez (Morocco)", "Agadir Safi (Moroco!!)", "Somewhere (Nowhere)")
    two, nowhere = IntakeLine.objects.unread().order_by("position")
    read_line(two, name="Agadir; Safi", country=morocco, by=hind)
    leave_out_line(nowhere, reason="No such country.", by=hind)
    for each in recording.entries.undecided():
        decide(each, "new", version=each.version, by=hind)
    new = again(recording)
    facts = ["kind", "name", "reason", "set_by__username"]
    lines = [list(each.lines.order_by("position").values_list(*facts)) for each in Intake.objects.order_by("pk")]
    assert lines[0] == lines[1]
    assert [line for line in lines[1] if line[3]] == [
        ("city", "Agadir", "", "hind"), ("left_out", "Somewhere (Nowhere)", "No such country.", "hind"),
        ("city", "Safi", "", "hind"),
    ]  # fmt: skip
    assert (IntakeLine.objects.unread().count(), hindrances(new)) == (0, [])


def test_groups_beside_a_list_are_answered_as_they_were():
    hind = UserFactory(username="hind")
    recording = RecordingFactory()
    intake = listed(
        recording, "Fez (Morocco)", "Agadir (Morocco)", "Maroua (Cameroon)", groups={2: "Refused", 3: "Late"}
    )
    leave_group(intake, "Refused", by=hind)
    take_group(intake, "Late", by=hind)
    new = again(recording)
    answers = IntakeGroup.objects.filter(intake__recording=new).values_list("words", "answer", "answered_by__username")
    assert list(answers) == [("Refused", "left", "hind"), ("Late", "taken", "hind")]
    assert sorted(str(each) for each in new.entries.all()) == ["Fez", "Maroua"]


def test_a_line_that_reads_otherwise_today_is_asked_anew():
    hind = UserFactory(username="hind")
    recording = round_of("Fez (Morocco)", "Bikok (Cameroon)")
    decided(recording, "Bikok", "left_out", by=hind, reason="Withdrew.")
    published = publish(recording)
    take_back(published, reason="A wrong day.")
    IntakeLine.objects.filter(name="Bikok").update(name="Bikok II")
    published.refresh_from_db()
    assert sorted(decisions(record_again(published, by=None))) == [
        ("Bikok", "open", "", None),
        ("Fez", "new", "", None),
    ]


def test_why_the_numbers_differ_is_kept_as_long_as_they_differ_in_the_same_way():
    recording = round_of("Fez (Morocco)", announced_cities=2)
    recording.difference, recording.difference_language = "One withdrew.", "en"
    recording.difference_for = differing_numbers(recording)
    recording.save()
    new = again(recording)
    assert (new.difference, new.difference_language, hindrances(new)) == ("One withdrew.", "en", [])
    listed(new, "Agadir (Morocco)", "Bikok (Cameroon)")
    new.refresh_from_db()
    sentence = "The numbers differ otherwise than when the reason was written: look at it and save it again."
    assert sentence in hindrances(new)
