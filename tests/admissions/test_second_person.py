"""Where a second person publishes, no way leads one person alone to a public admission."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command

from admissions.models import Admission
from cities.addresses import merge
from cities.models import City
from records.as_of import today
from records.exceptions import RefusedError
from records.models import HistoryEntry
from tests.admissions.desk.rounds import make_countries
from tests.back_office import at_work, no_inlines
from tests.factories import (
    AdmissionFactory,
    CityFactory,
    CohortFactory,
    NominationFactory,
    SourceFactory,
)

DAY_TO_COME = date(2099, 2, 14)
AT_THE_DESK = "prepare this admission at the desk of rounds"
EARLIER = "an earlier day would make public what is not public yet"
ANOTHER = "another city would become a member by this"


@pytest.fixture
def registrar(db, settings):
    settings.SECOND_PERSON_PUBLISHES = True
    return at_work("registrar")


@pytest.fixture
def waiting(db):
    """An admission in a cohort that is announced in many years."""
    admission = AdmissionFactory(cohort__year=2099, cohort__announced_on=DAY_TO_COME)
    for record in (admission, admission.cohort):
        record.sources.add(SourceFactory())
    return admission


def page(record):
    return f"/admin/{record._meta.app_label}/{record._meta.model_name}/{record.pk}/change/"


def send(client, address, **changes):
    """Send the form as it is shown, with some fields changed; what it says is wrong."""
    form = client.get(address).context["adminform"].form
    facts = {field.html_name: field.value() for field in form}
    facts = {name: [getattr(each, "pk", each) for each in value] if isinstance(value, list) else value
             for name, value in facts.items()}  # fmt: skip
    answer = client.post(address, {n: v for n, v in (facts | changes).items() if v is not None} | no_inlines())
    return [] if answer.status_code == 302 else answer.context["adminform"].form.non_field_errors()


def new(city, **facts):
    facts = {"city": city.pk, "name_as_announced": "Fez", "confidence": "listed", **facts}
    return facts | {"sources": [SourceFactory().pk]}


def test_the_form_of_a_new_admission_says_where_to_prepare_it(registrar):
    html = registrar.get("/admin/admissions/admission/add/").content.decode()
    assert AT_THE_DESK in html


@pytest.mark.parametrize("facts", [{}, {"admitted_on": "2020-02-14"}, {"member_by": "2020-02-14"}])
def test_an_admission_is_not_added_alone(registrar, facts):
    cohort = {} if "member_by" in facts else {"cohort": CohortFactory().pk}
    [sentence] = send(registrar, "/admin/admissions/admission/add/", **new(CityFactory(), **facts, **cohort))
    assert AT_THE_DESK in sentence
    assert not Admission.objects.exists()


@pytest.mark.parametrize("change", ["admitted_on", "cohort"])
def test_an_admission_does_not_become_public_by_a_change_of_one_person(registrar, waiting, change):
    facts = {"admitted_on": "2020-02-14", "cohort": CohortFactory(year=2020).pk}
    [sentence] = send(registrar, page(waiting), **{change: facts[change]})
    assert EARLIER in sentence
    assert not Admission.objects.public().exists()


def test_another_city_does_not_become_a_member_by_a_change_of_one_person(registrar):
    admission, other = AdmissionFactory(), CityFactory()
    admission.sources.add(SourceFactory())
    [sentence] = send(registrar, page(admission), city=other.pk)
    assert ANOTHER in sentence
    assert not City.objects.members().filter(pk=other.pk).exists()


@pytest.mark.parametrize("facts", [{"announced_on": "2020-02-14"}, {"announced_on": "", "year": "2020"}])
def test_a_day_of_a_cohort_does_not_publish_all_its_admissions(registrar, waiting, facts):
    [sentence] = send(registrar, page(waiting.cohort), **facts)
    assert EARLIER in sentence
    assert not Admission.objects.public().exists()


def test_a_cohort_without_admissions_and_what_is_public_already_are_changed_by_one_person(registrar):
    empty = CohortFactory(year=2098)
    public = AdmissionFactory(cohort__year=2020)
    for record in (empty, public, public.cohort):
        record.sources.add(SourceFactory())
    assert send(registrar, page(empty), announced_on="2020-02-14") == []
    assert send(registrar, page(public), confidence="single") == []
    assert send(registrar, page(public.cohort), announced_on="2020-03-01") == []


@pytest.mark.parametrize("kind", ["admission", "cohort"])
def test_no_earlier_version_that_was_public_is_restored_by_one_person(registrar, kind):
    admission = AdmissionFactory(cohort__year=2020, admitted_on=date(2020, 2, 14) if kind == "admission" else None)
    record, field = {"admission": (admission, "admitted_on"), "cohort": (admission.cohort, "announced_on")}[kind]
    setattr(record, field, DAY_TO_COME)
    record.save()
    entry = HistoryEntry.objects.get_for_object(record).filter(action=HistoryEntry.Action.UPDATE).first()
    address = page(record).replace("change", "history")
    html = registrar.post(address, {"entry": entry.pk}, follow=True).content.decode()
    assert EARLIER in html
    assert not Admission.objects.public().exists()


def test_merging_does_not_make_a_candidate_public(registrar):
    candidate = CityFactory(slug="candidate")
    member = AdmissionFactory(city__country=candidate.country).city
    with pytest.raises(RefusedError, match="the record that stays is not public: keep the other one"):
        merge(member, candidate)
    assert merge(candidate, member) == member


def test_a_decision_of_the_network_makes_nothing_public(registrar):
    nomination = NominationFactory(city=CityFactory())
    for step in ("send_to_jury", "recommend", "admit"):
        getattr(nomination, step)(on=today())
    assert (Admission.objects.exists(), City.objects.public().exists()) == (False, False)


def test_a_round_is_not_published_in_a_terminal(registrar, tmp_path):
    make_countries()
    path = tmp_path / "list.txt"
    path.write_text("Fez (Morocco)")
    SourceFactory(slug="release")
    with pytest.raises(CommandError, match="leave out --publish"):
        call_command("record_round", "2026", path, source="release", publish=True)
    assert not Admission.objects.exists()


def test_without_the_setting_one_person_adds_an_admission(registrar, settings):
    settings.SECOND_PERSON_PUBLISHES = False
    facts = new(CityFactory(), cohort=CohortFactory().pk)
    assert send(registrar, "/admin/admissions/admission/add/", **facts) == []
    assert Admission.objects.public().count() == 1
