"""Which record makes a city a member on a day, told in sentences."""

from datetime import date
from io import StringIO
from itertools import chain

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils.translation import override

from admissions.membership.why import lines, why
from records.as_of import today
from tests.back_office import at_work
from tests.factories import AdmissionFactory, AnnulledAdmissionFactory, CityFactory, CohortFactory, UserFactory

pytestmark = pytest.mark.django_db
DAY = date(2022, 1, 1)


def told(city, day=DAY):
    return list(lines(why(city, day)))


def fez(**facts):
    return AdmissionFactory(city__slug="fez", city__name_en="Fez", **facts).city


def test_a_member_is_told_since_when_and_by_which_record():
    assert told(fez()) == [
        "Fez on 1 January 2022: member, since 14 February 2020.",
        (
            "Admission “Fez · 2020”: It counts from 14 February 2020, the day on which its cohort was announced. "
            "On that day it makes the city a member."
        ),
    ]


def test_before_the_day_it_is_no_member_yet():
    assert told(fez(admitted_on=date(2023, 5, 1))) == [
        "Fez on 1 January 2022: no member yet; it is to be one from 1 May 2023 on.",
        (
            "Admission “Fez · 2020”: It counts from 1 May 2023, a day of admission of its own. "
            "On that day it did not count yet."
        ),
    ]


def test_a_former_member_is_told_until_when_and_why():
    assert told(fez(ended_on=date(2021, 6, 1), end_reason="withdrew")) == [
        "Fez on 1 January 2022: no member any more; it was one from 14 February 2020 until 1 June 2021.",
        (
            "Admission “Fez · 2020”: It counts from 14 February 2020, the day on which its cohort was announced. "
            "The membership ends on 1 June 2021: withdrew. On that day it counted no longer."
        ),
    ]


@pytest.mark.parametrize(
    ("annulled_on", "sentence"),
    [
        (date(2020, 2, 15), "A correction annulled it: from 15 February 2020 on it counts no longer."),
        (date(2020, 2, 14), "A correction annulled it on 14 February 2020, so that it never counted."),
    ],
)
def test_an_annulled_admission_is_told_with_its_correction(annulled_on, sentence):
    city = AnnulledAdmissionFactory(city__name_en="Fez", annulled_on=annulled_on).city
    verdict, reason = told(city)
    assert verdict == "Fez on 1 January 2022: no member; its admission was annulled by a correction."
    assert sentence in reason


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"cohort": None, "member_by": date(2019, 3, 1)}, "1 March 2019, a day on which a source shows the city"),
        ({"cohort": None}, "21 November 2026, the day on which this register opened: no source names a day."),
        ({"cohort__announced_on": None}, "31 December 2020, the end of its year: no source names a day"),
    ],
)
def test_each_ground_of_a_first_day_has_its_sentence(facts, sentence):
    assert f"It counts from {sentence}" in told(fez(**facts))[1]


def test_without_a_day_the_sentence_says_what_is_missing():
    cohort = CohortFactory(year=2022, announced_on=None, recorded_on=date(2022, 12, 1))
    assert told(fez(cohort=cohort), date(2026, 1, 1)) == [
        "Fez on 1 January 2026: no member, and it had never been one.",
        (
            "Admission “Fez · 2022”: It counts nowhere and is not public: its cohort has no day of announcement, and "
            "the year was not over when the cohort was recorded here, on 1 December 2022."
        ),
    ]


def test_a_city_without_any_admission_says_so():
    assert told(CityFactory(name_en="Fez"))[1:] == ["No admission of this city is recorded."]


def test_the_command_tells_the_same_and_takes_today_where_no_day_is_given():
    city, out = fez(), StringIO()
    call_command("why", "fez", "2022-01-01", stdout=out)
    assert out.getvalue().splitlines() == told(city)
    out = StringIO()
    call_command("why", "Fez", stdout=out)
    assert out.getvalue().splitlines() == told(city, today())


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["fez", "2022-02-30"], "“2022-02-30” is not a day: write it as 2020-09-23."),
        (["fez", "yesterday"], "“yesterday” is not a day: write it as 2020-09-23."),
        (["fezz"], "There is no city with the address “fezz”. Near it: fez"),
        (["n’importe"], "There is no city with the address “n’importe”."),
    ],
)
def test_what_cannot_be_asked_is_refused_with_a_sentence(arguments, sentence):
    fez()
    with pytest.raises(CommandError) as refused:
        call_command("why", *arguments, stdout=StringIO())
    assert str(refused.value) == sentence


@pytest.fixture
def registrar():
    return at_work("registrar")


def test_the_form_of_a_city_leads_to_the_same_sentences(registrar):
    city = fez()
    page = f"/admin/cities/city/{city.pk}/membership/"
    assert f'href="{page}"' in registrar.get(f"/admin/cities/city/{city.pk}/change/").content.decode()
    html = registrar.get(page, {"day": "2022-01-01"}).content.decode()
    verdict, reason = told(city)
    assert (verdict in html, reason.partition(": ")[2] in html) == (True, True)
    assert told(city, today())[0] in registrar.get(page).content.decode()


@pytest.mark.parametrize("asked", ["2022-02-30", "soon", "\x00"])
def test_a_day_that_cannot_be_is_said_beside_the_field(registrar, asked):
    page = registrar.get(f"/admin/cities/city/{fez().pk}/membership/", {"day": asked})
    assert (page.status_code, page.context["answer"]) == (200, None)
    assert "is not a day: write it as 2020-09-23." in page.content.decode()


def test_who_may_not_see_admissions_is_not_told(registrar):
    page = f"/admin/cities/city/{fez().pk}/membership/"
    stranger = Client()
    stranger.force_login(UserFactory(username="stranger", is_staff=True))
    assert stranger.get(page).status_code == 403
    assert registrar.get("/admin/cities/city/x/membership/").status_code == 404


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_each_sentence_is_translated(language):
    cohort = CohortFactory(year=2022, announced_on=None, recorded_on=date(2022, 12, 1))
    cities = [
        fez(ended_on=date(2021, 6, 1), end_reason="withdrew"),
        AdmissionFactory(cohort=cohort).city,
        AdmissionFactory(cohort=None).city,
        AnnulledAdmissionFactory().city,
    ]
    english = [told(city) for city in cities]
    with override(language):
        translated = [told(city) for city in cities]
    assert [line for line in chain(*translated) if line in chain(*english)] == []
