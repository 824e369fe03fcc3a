"""What people decide about entries and lines, also two people at once."""

import pytest

from admissions.desk.decisions.decide import (
    DecidedMeanwhileError,
    RefusedError,
    decide,
    describe,
    join,
    look_up,
    reopen,
    separate,
)
from admissions.desk.decisions.lines import leave_out_line, read_line
from admissions.desk.release.publish import publish, schedule, unschedule
from admissions.models import IntakeLine, RoundEntry
from cities.models import Country
from tests.admissions.desk.rounds import NEXT_YEAR, lines_of, listed, meaning, round_of
from tests.factories import CityFactory, UserFactory


@pytest.fixture
def amina():
    return UserFactory(username="amina")


@pytest.fixture
def recording():
    """A round with two lists and an entry for Fez, one for Agadir and one for Bikok."""
    recording = round_of("Fez (Morocco)", "Agadir (Morocco)", "Bikok (Cameroon)")
    listed(recording, "Fès (Maroc)", "Agadir (Maroc)", "Bikok (Cameroun)", language="fr")
    return recording


def entry_of(recording, name):
    return recording.entries.get(name_en=name)


def test_a_decision_keeps_who_took_it_and_the_version_grows(recording, amina):
    seen = entry_of(recording, "Fez")
    assert (seen.is_automatic, seen.makes_a_city) == (True, True)
    entry = decide(seen, "existing", version=seen.version, by=amina, city=CityFactory(slug="fez"))

    assert (entry.pk, entry.decision, entry.city.slug, entry.geonames_id, entry.decided_by, entry.version) == (
        seen.pk, "existing", "fez", None, amina, seen.version
    )  # fmt: skip
    assert (entry.is_automatic, entry.is_open, entry.decided_at is None) == (False, False, False)


def test_a_decision_in_view_of_an_older_one_overwrites_nothing(recording, amina):
    first, second = entry_of(recording, "Fez"), entry_of(recording, "Fez")
    decide(first, "left_out", version=first.version, by=amina, reason="Withdrew.")
    with pytest.raises(DecidedMeanwhileError) as refusal:
        decide(second, "new", version=second.version, by=UserFactory())

    assert (
        str(refusal.value)
        == "This entry was changed meanwhile, by somebody else or in another tab. Nothing was overwritten."
    )
    assert refusal.value.entry == first
    assert RoundEntry.objects.values_list("decision", "reason", "decided_by").get(pk=first.pk) == (
        "left_out", "Withdrew.", amina.pk
    )  # fmt: skip


def test_every_deed_about_an_entry_needs_the_version_that_was_shown(recording, amina):
    fez, agadir = entry_of(recording, "Fez"), entry_of(recording, "Agadir")
    describe(entry_of(recording, "Fez"), version=fez.version, by=amina, name_ar="فاس")
    before = list(recording.entries.values())
    for deed in (
        lambda seen: reopen(fez, **seen),
        lambda seen: describe(fez, kind="district", **seen),
        lambda seen: look_up(fez, "Agadir", **seen),
        lambda seen: join(fez, agadir, **seen),
        lambda seen: decide(fez, "new", geonames_id=agadir.geonames_id, **seen),
    ):
        with pytest.raises(DecidedMeanwhileError):
            deed({"version": 1, "by": amina})

    assert list(recording.entries.values()) == before
    assert lines_of(recording) == [["Fez", "Fès"], ["Agadir"] * 2, ["Bikok"] * 2]


def test_deciding_about_an_entry_that_is_gone_says_so(recording, amina):
    gone = entry_of(recording, "Fez")
    join(entry_of(recording, "Fez"), entry_of(recording, "Agadir"), version=gone.version, by=amina)
    with pytest.raises(DecidedMeanwhileError) as refusal:
        reopen(gone, version=gone.version, by=amina)

    assert refusal.value.entry is None


def test_a_decision_can_be_taken_back_and_taken_otherwise(recording, amina):
    entry = entry_of(recording, "Bikok")
    entry = decide(entry, "left_out", version=entry.version, by=amina, reason="  Withdrew.  ")
    assert (entry.decision, entry.reason) == ("left_out", "Withdrew.")

    entry = reopen(entry, version=entry.version, by=amina)
    assert (entry.decision, entry.reason, entry.is_open) == ("open", "", True)

    entry = decide(entry, "new", version=entry.version, by=amina, geonames_id=2233805)
    assert (entry.decision, entry.geonames_id) == ("new", 2233805)

    entry = decide(entry, "homonym", version=entry.version, by=amina)
    assert (entry.decision, entry.geonames_id) == ("homonym", None)


def test_leaving_out_needs_a_reason(recording, amina):
    entry = entry_of(recording, "Fez")
    with pytest.raises(RefusedError, match="Say why this entry is left out."):
        decide(entry, "left_out", version=entry.version, by=amina, reason="  ")
    with pytest.raises(RefusedError, match="Say why this line is left out."):
        leave_out_line(IntakeLine.objects.first(), reason=" ", by=amina)

    assert meaning(recording)[0] == ("Fez", "new", 2548885)


def test_choosing_the_city_that_another_entry_stands_for_joins_the_two(recording, amina):
    city = CityFactory(slug="fez")
    fez, agadir = entry_of(recording, "Fez"), entry_of(recording, "Agadir")
    fez = decide(fez, "existing", version=fez.version, by=UserFactory(), city=city)
    joined = decide(agadir, "existing", version=agadir.version, by=amina, city=city)

    assert (joined, joined.version, joined.decided_by) == (fez, fez.version + 1, amina)
    assert meaning(recording) == [("Fez", "existing", "fez"), ("Bikok", "new", None)]
    assert lines_of(recording) == [["Fez", "Agadir", "Fès", "Agadir"], ["Bikok", "Bikok"]]


@pytest.mark.parametrize("decision", ["new", "homonym"])
def test_choosing_the_place_that_another_entry_stands_for_joins_the_two(recording, amina, decision):
    bikok = entry_of(recording, "Bikok")
    joined = decide(bikok, decision, version=bikok.version, by=amina, geonames_id=2561668)

    assert joined == entry_of(recording, "Agadir")
    assert meaning(recording) == [("Fez", "new", 2548885), ("Agadir", "new", 2561668)]


def test_an_entry_that_is_joined_gives_the_names_that_the_other_lacks(amina):
    recording = round_of("Fez (Morocco)")
    listed(recording, "Agadir (Maroc)", language="fr")
    fez, agadir = recording.entries.all()
    joined = join(agadir, fez, version=agadir.version, by=amina)

    assert (joined, joined.name_en, joined.name_fr) == (fez, "Fez", "Agadir")
    assert lines_of(recording) == [["Fez", "Agadir"]]


def test_joining_keeps_what_somebody_decided_about_the_other_meanwhile(recording, amina):
    bikok, seen = entry_of(recording, "Bikok"), entry_of(recording, "Agadir")
    decide(entry_of(recording, "Agadir"), "left_out", version=seen.version, by=amina, reason="Withdrew.")
    with pytest.raises(DecidedMeanwhileError) as refusal:
        join(bikok, seen, version=bikok.version, by=amina)

    assert (refusal.value.entry.pk, refusal.value.entry.decision) == (seen.pk, "left_out")
    assert lines_of(recording) == [["Fez", "Fès"], ["Agadir"] * 2, ["Bikok"] * 2]


def test_separating_a_line_undoes_a_joining(recording, amina):
    agadir = entry_of(recording, "Agadir")
    fez = join(agadir, entry_of(recording, "Fez"), version=agadir.version, by=amina)
    separate(IntakeLine.objects.get(name="Agadir", intake__language="en"), by=amina)

    assert lines_of(recording) == [["Fez", "Fès", "Agadir"], ["Bikok"] * 2, ["Agadir"]]
    separated = recording.entries.last()
    separate(IntakeLine.objects.get(name="Agadir", intake__language="fr"), by=amina)
    other = recording.entries.last()
    join(other, separated, version=other.version, by=amina)

    assert lines_of(recording) == [["Fez", "Fès"], ["Bikok"] * 2, ["Agadir"] * 2]
    assert meaning(recording) == [("Fez", "new", 2548885), ("Bikok", "new", None), ("Agadir", "open", None)]
    assert recording.entries.get(pk=fez.pk).version == fez.version + 2


def test_separated_lines_stay_apart_when_another_list_comes(recording, amina):
    separate(IntakeLine.objects.get(name="Fès"), by=amina)
    listed(recording, "المغرب: فاس", language="ar")

    assert lines_of(recording) == [["Fez"], ["Agadir"] * 2, ["Bikok"] * 2, ["Fès"], ["فاس"]]


def test_the_only_line_of_an_entry_cannot_be_separated(amina):
    recording = round_of("Fez (Morocco)")
    with pytest.raises(RefusedError, match="This entry has one line only."):
        separate(IntakeLine.objects.get(), by=amina)

    assert lines_of(recording) == [["Fez"]]


def test_another_name_can_be_looked_up(recording, amina):
    bikok = entry_of(recording, "Bikok")
    found = look_up(bikok, "Maroua", version=bikok.version, by=amina)

    assert [(candidate["geonames_id"], candidate["name"]) for candidate in found.candidates][:1] == [
        (2228373, "Maroua")
    ]
    assert (found.decision, found.geonames_id) == ("new", None)


def test_a_line_that_could_not_be_read_can_be_read_by_a_person(amina):
    recording = round_of("Fez (Morocco)", "Fez, the old town (Barbary)", "Bikok (Cameroon)")
    listed(recording, "Agadir (Maroc)", language="fr")
    assert list(IntakeLine.objects.unread().values_list("raw", flat=True)) == ["Fez, the old town (Barbary)"]
    line = IntakeLine.objects.unread().get()
    read_line(line, name="Agadir", country=Country.objects.get(code="MA"), by=amina)

    assert lines_of(recording) == [["Fez"], ["Bikok"], ["Agadir", "Agadir"]]
    line.refresh_from_db()
    assert (line.raw, line.kind, line.set_by) == ("Fez, the old town (Barbary)", "city", amina)


def test_a_line_that_is_left_out_makes_no_entry(recording, amina):
    for line in IntakeLine.objects.filter(name="Bikok"):
        leave_out_line(line, reason=" A slip of the pen. ", by=amina)

    assert meaning(recording) == [("Fez", "new", 2548885), ("Agadir", "new", 2561668)]
    assert set(IntakeLine.objects.filter(kind="left_out").values_list("reason", "set_by", "entry")) == {
        ("A slip of the pen.", amina.pk, None)
    }


def test_nothing_changes_while_a_round_is_scheduled_or_public(recording, amina):
    stale = list(recording.entries.all())  # as a page has it that was opened before
    line = IntakeLine.objects.get(name="Fès")
    deeds = [
        lambda: decide(stale[0], "new", version=stale[0].version, by=amina),
        lambda: reopen(stale[0], version=stale[0].version, by=amina),
        lambda: describe(stale[0], version=stale[0].version, by=amina, kind="district"),
        lambda: join(stale[0], stale[1], version=stale[0].version, by=amina),
        lambda: look_up(stale[0], "Agadir", version=stale[0].version, by=amina),
        lambda: separate(line, by=amina),
        lambda: read_line(line, name="Agadir", country=line.country, by=amina),
        lambda: leave_out_line(line, reason="Withdrew.", by=amina),
    ]
    schedule(recording, NEXT_YEAR, "UTC")
    for state in ("to be published", "published"):
        before = list(RoundEntry.objects.values()), list(IntakeLine.objects.values())
        for deed in deeds:
            with pytest.raises(RefusedError, match=f"This round is “{state}”; it cannot be changed."):
                deed()
        assert (list(RoundEntry.objects.values()), list(IntakeLine.objects.values())) == before
        publish(recording)


def test_a_round_that_is_put_back_to_work_can_be_changed_again(recording, amina):
    schedule(recording, NEXT_YEAR, "UTC")
    unschedule(recording)
    fez = entry_of(recording, "Fez")

    assert decide(fez, "left_out", version=fez.version, by=amina, reason="Withdrew.").decision == "left_out"
