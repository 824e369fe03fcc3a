"""UNESCO's region, offered as the lists print it where the registry has none."""

import pytest

from admissions.desk.lists.receive import set_aside
from admissions.desk.lists.regions import OfferedRegion, offered_regions, record_region
from admissions.desk.release.publish import schedule
from cities.models import Country
from records.exceptions import RefusedError
from records.models import HistoryEntry
from tests.admissions.desk.rounds import NEXT_YEAR, listed, round_of
from tests.back_office import at_work
from tests.factories import CountryFactory, UserFactory

AFRICA, ASIA = Country.Region.AFRICA, Country.Region.ASIA_PACIFIC


@pytest.fixture
def kiribati(db):
    return CountryFactory(code="KI", name_en="Kiribati", name_fr="Kiribati", name_ar="كيريباتي", region="")


@pytest.fixture
def recording(kiribati):
    return round_of("Asia and the Pacific", "Betio (Kiribati)", "Arab States", "Fez (Morocco)")


def test_a_region_is_offered_for_a_country_that_has_none(recording, kiribati):
    assert offered_regions(recording) == [OfferedRegion(kiribati, (ASIA,))]


def test_lists_that_disagree_offer_both(recording, kiribati):
    listed(recording, "Afrique", "Betio (Kiribati)", language="fr")

    assert offered_regions(recording) == [OfferedRegion(kiribati, (ASIA, AFRICA))]


def test_what_a_list_does_not_print_is_not_offered(kiribati):
    recording = round_of("Betio (Kiribati)", "Arab States", "Fez (Morocco)")

    assert offered_regions(recording) == []
    with pytest.raises(RefusedError, match="No list of this round prints this region"):
        record_region(recording, kiribati, AFRICA, by=UserFactory())


def test_a_list_that_is_set_aside_offers_nothing(recording):
    set_aside(recording.intakes.get(), by=None)

    assert offered_regions(recording) == []


def test_the_region_is_recorded_with_its_source_and_asked_no_more(recording, kiribati):
    person = UserFactory()
    record_region(recording, kiribati, ASIA, by=person)
    record_region(recording, kiribati, ASIA, by=person)

    kiribati.refresh_from_db()
    assert (kiribati.region, offered_regions(recording)) == ("asia_pacific", [])
    entry = HistoryEntry.objects.get_for_object(kiribati).first()
    assert (entry.actor, entry.additional_data["reason"]) == (person, "As printed in “%(source)s”")
    assert entry.additional_data["facts"] == {"source": str(recording.intakes.get().source)}


def test_a_region_that_the_registry_has_is_never_overwritten(recording):
    morocco = Country.objects.get(code="MA")
    listed(recording, "Africa", "Agadir (Morocco)")
    with pytest.raises(RefusedError):
        record_region(recording, morocco, AFRICA, by=UserFactory())

    morocco.refresh_from_db()
    assert morocco.region == "arab_states"


def test_a_round_at_rest_records_no_region(recording, kiribati):
    schedule(recording, NEXT_YEAR, "UTC")
    with pytest.raises(RefusedError):
        record_region(recording, kiribati, ASIA, by=UserFactory())


def test_a_button_of_the_desk_records_it(recording, kiribati):
    client = at_work("registrar")
    desk = recording.get_absolute_url()
    assert [offered.country for offered in client.get(desk).context["regions"]] == [kiribati]
    client.post(desk.replace("change/", "region/"), {"country": "KI", "region": "asia_pacific"})
    kiribati.refresh_from_db()
    assert kiribati.region == "asia_pacific"


@pytest.mark.parametrize("sent", [{}, {"country": "XX", "region": "africa"}, {"country": "KI", "region": "mars"}])
def test_a_form_that_no_page_sends_records_nothing(recording, kiribati, sent):
    answer = at_work("registrar").post(recording.get_absolute_url().replace("change/", "region/"), sent)
    assert answer.status_code == 302
    kiribati.refresh_from_db()
    assert kiribati.region == ""
