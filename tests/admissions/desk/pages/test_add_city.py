"""One city more for a cohort, with the same matching behind its name."""

import pytest

from admissions.models import Admission, Recording
from cities.models import City
from tests.back_office import at_work
from tests.factories import AdmissionFactory, CityFactory, CohortFactory, SourceFactory

ADD = "/admin/admissions/recording/add-city/"


@pytest.fixture
def registrar(db):
    return at_work("registrar")


@pytest.fixture
def filled(db):
    cohort = CohortFactory(year=2024, announced_cities=64)
    return {"cohort": cohort.pk, "name": "Fès", "language": "fr", "country": "MA", "source": SourceFactory().pk}


def test_a_name_is_looked_up_before_anything_is_written(registrar, filled):
    CityFactory(name_en="Fez", name_fr="Fès", slug="fez")
    found = registrar.post(ADD, filled).context["candidates"]
    assert [(each.deed, each.about, str(each.reason)) for each in found] == [("city", "fez", "same name in French")]
    assert not Recording.objects.exists()


def test_a_place_known_by_another_name_says_which(registrar, filled):
    found = registrar.post(ADD, filled | {"name": "Mogador"}).context["candidates"]
    assert [(each.name, each.alias) for each in found if each.alias] == [("Essaouira", "Mogador")]


def test_choosing_a_city_adds_it_to_the_cohort_and_publishes_it(registrar, filled):
    city = CityFactory(name_en="Fez", name_fr="Fès", slug="fez")
    response = registrar.post(ADD, filled | {"city": "fez"})

    assert response.url == f"/admin/admissions/cohort/{filled['cohort']}/change/"
    admission = Admission.objects.get()
    assert (admission.city, admission.name_as_announced, admission.cohort.announced_cities) == (city, "Fès", 64)
    assert list(admission.sources.values_list("pk", flat=True)) == [filled["source"]]


def test_a_city_that_is_in_the_cohort_already_gains_the_source(registrar, filled):
    AdmissionFactory(city__slug="fez", city__name_en="Fez", cohort__year=2024)
    response = registrar.post(ADD, filled | {"city": "fez"}, follow=True)
    assert "Fez was in this cohort already; the source was added." in response.content.decode()
    assert Admission.objects.get().sources.count() == 1


def test_a_new_city_comes_with_its_place(registrar, filled):
    registrar.post(ADD, filled | {"place": "2548885"})
    city = City.objects.get()
    assert (city.name_fr, city.geonames_id, float(city.latitude)) == ("Fès", 2548885, 34.03313)


def test_a_late_addition_can_be_taken_back(registrar, filled):
    registrar.post(ADD, filled | {"place": "2548885"})
    recording = Recording.objects.get()
    registrar.post(f"/admin/admissions/recording/{recording.pk}/take-back/", {"reason": "Mistaken."})
    assert (Admission.objects.count(), City.objects.count()) == (0, 0)
    assert "were recalled on" in registrar.get("/en/admissions/2024/").content.decode()


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"source": ""}, "source", "Say where this is from: a recorded source, a publisher or an address."),
        ({"source": "", "publisher": "UNESCO"}, "title", "Give the title of the new source."),
        ({"name": "\u202eFez"}, "name", "Remove the invisible character U+202E; it would change how the text reads."),
        ({"country": "XX"}, "country", "Select a valid choice. That choice is not one of the available choices."),
        ({"cohort": str(2**70)}, "cohort", "Select a valid choice. That choice is not one of the available choices."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(registrar, filled, change, field, sentence):
    response = registrar.post(ADD, filled | change | {"new": "1"})
    assert (response.status_code, response.context["form"].errors[field]) == (422, [sentence])
    assert not Recording.objects.exists()


def test_a_choice_that_is_none_writes_nothing(registrar, filled):
    response = registrar.post(ADD, filled | {"city": "atlantis"})
    assert "This city is not in the registry any more." in response.content.decode()
    assert not Recording.objects.exists()


def test_a_member_is_announced_again(registrar, filled):
    AdmissionFactory(city__slug="fez", city__name_en="Fez", city__name_fr="Fès", cohort__year=2019)
    html = registrar.post(ADD, filled).content.decode()
    assert "A member already, admitted 2019: it will be recorded as announced again." in html
    registrar.post(ADD, filled | {"city": "fez"})
    assert list(Admission.objects.order_by("pk").values_list("announced_again", flat=True)) == [False, True]


def test_where_a_second_person_has_to_publish_the_addition_waits_at_the_desk(registrar, filled, settings):
    settings.SECOND_PERSON_PUBLISHES = True
    response = registrar.post(ADD, filled | {"place": "2548885"})
    assert response.url == Recording.objects.get().get_absolute_url()
    assert not Admission.objects.exists()
