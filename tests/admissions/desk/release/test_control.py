"""Control totals: what the lists name against what they declare."""

from admissions.desk.decisions.decide import decide
from admissions.desk.release.control import Control, controls, crowded_countries, differing_numbers
from admissions.desk.release.publish import hindrances, publish
from cities.models import City
from tests.admissions.desk.rounds import decided_round, listed, published_round, round_of
from tests.factories import AdmissionFactory, AnnulledAdmissionFactory, CityFactory, CohortFactory

LIST = ("Africa", "Bikok (Cameroon)", "Maroua (Cameroon)", "Arab States", "Fez (Morocco)", "Agadir (Morocco)")


def test_without_declared_numbers_there_is_nothing_to_differ_from():
    recording = round_of(*LIST)

    assert controls(recording) == [Control("cities", "Cities", 4, None), Control("countries", "Countries", 2, None)]
    assert differing_numbers(recording) == []


def test_cities_countries_and_regions_are_counted_beside_what_is_declared():
    recording = round_of(
        *LIST, announced_cities=4, announced_countries=3,
        announced_by_region={"africa": 2, "arab_states": 3, "asia_pacific": 1},
    )  # fmt: skip

    assert [(each, each.differs) for each in controls(recording)] == [
        (Control("cities", "Cities", 4, 4), False),
        (Control("countries", "Countries", 2, 3), True),
        (Control("africa", "Africa", 2, 2), False),
        (Control("arab_states", "Arab States", 2, 3), True),
        (Control("asia_pacific", "Asia and the Pacific", 0, 1), True),
    ]
    assert differing_numbers(recording) == [["countries", 2, 3], ["arab_states", 2, 3], ["asia_pacific", 0, 1]]


def test_several_lists_count_each_city_once_and_what_is_left_out_not_at_all():
    recording = round_of(*LIST, announced_cities=3, announced_by_region={"africa": 1})
    listed(recording, "Bikok (Cameroun)", "Fès (Maroc)", language="fr")
    bikok = recording.entries.get(name_en="Bikok")
    decide(bikok, "left_out", version=bikok.version, by=None, reason="Withdrew.")

    assert controls(recording) == [
        Control("cities", "Cities", 3, 3),
        Control("countries", "Countries", 2, None),
        Control("africa", "Africa", 1, 1),
    ]


def after(recording):
    """The control of the network's size."""
    return controls(recording)[-1]


def test_the_network_before_and_the_new_cities_make_the_network_after():
    recording = round_of(*LIST, network_cities_before=296, network_cities_after=300)

    assert after(recording) == Control("network", "Cities in the network after it", 300, 300)


def test_the_network_after_is_not_controlled_without_both_numbers():
    assert len(controls(round_of(*LIST, network_cities_before=296))) == 2
    assert len(controls(round_of(*LIST, network_cities_after=300))) == 2


def test_a_city_that_is_a_member_already_does_not_add_to_the_network():
    member = AdmissionFactory(city=CityFactory(name_en="Fez"), cohort__year=2019).city
    AdmissionFactory(city=member, cohort__year=2020, announced_again=True)
    former = AdmissionFactory(city__name_en="Agadir", ended_on="2021-01-01", end_reason="withdrew").city
    annulled = AnnulledAdmissionFactory(city__name_en="Bikok", city__country__code="CM").city
    recording = round_of(*LIST, network_cities_before=297, network_cities_after=300)
    for city in (member, former, annulled):
        entry = recording.entries.get(name_en=city.name_en)
        decide(entry, "existing", version=entry.version, by=None, city=city)

    assert after(recording) == Control("network", "Cities in the network after it", 300, 300)


def test_a_city_that_stands_in_this_very_cohort_adds_to_the_network_after_it():
    cohort = CohortFactory(year=2024)
    AdmissionFactory(city=CityFactory(name_en="Fez"), cohort=cohort)
    recording = round_of(*LIST, cohort=cohort, year=2024, network_cities_before=352, network_cities_after=356)

    assert recording.entries.filter(decision="existing").count() == 1
    assert after(recording) == Control("network", "Cities in the network after it", 356, 356)


def test_the_controls_of_a_round_are_the_same_when_it_is_public():
    recording = decided_round(*LIST, network_cities_before=296, network_cities_after=300, announced_cities=4)
    before = controls(recording)
    published = publish(recording)

    assert controls(published) == before
    assert differing_numbers(published) == []


def test_more_than_three_cities_of_a_country_are_shown_and_hinder_nothing():
    recording = decided_round(*LIST, "Essaouira (Morocco)")
    assert crowded_countries(recording.entries.all()) == {}

    listed(recording, "Ksar el-Kebir (Morocco)")
    for entry in recording.entries.undecided():
        decide(entry, "new", version=entry.version, by=None)
    assert crowded_countries(recording.entries.all()) == {"MA": 4}
    assert hindrances(recording) == []


def test_a_published_round_counts_in_the_next_one():
    published_round("Fez (Morocco)")
    recording = round_of("Fez (Morocco)", year=2028, network_cities_before=300, network_cities_after=300)
    entry = recording.entries.get()
    assert entry.decision == "open"

    decide(entry, "existing", version=entry.version, by=None, city=City.objects.get(slug="fez"))
    assert after(recording) == Control("network", "Cities in the network after it", 300, 300)
