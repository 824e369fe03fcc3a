"""The first page of the desk: which round, and its lists."""

import pytest
from django.contrib.auth.models import User

from admissions.models import Intake, Recording
from cities.models import Source
from tests.admissions.desk.rounds import meaning
from tests.back_office import at_work
from tests.factories import CohortFactory, SourceFactory

BEGIN = "/admin/admissions/recording/add/"


@pytest.fixture
def registrar(db):
    return at_work("registrar")


def begun(**lists):
    """What a browser sends from the first page: a new round of 2026 and lists by language."""
    filled = {"cohort": "", "year": "2026"}
    for language in ("en", "fr", "ar"):
        filled |= {f"{language}-language": language, f"{language}-kind": "network"}
        if language in lists:
            filled |= {f"{language}-text": lists[language], f"{language}-publisher": "UNESCO"}
    return filled


def sentences(response):
    """What the first page says is wrong, by form."""
    forms = [response.context["form"], *response.context["lists"]]
    return [sentence for form in forms for errors in form.errors.values() for sentence in errors]


def test_a_round_begins_with_its_lists_in_one_go(registrar):
    response = registrar.post(BEGIN, begun(en="New members\nFez (Morocco)", fr="Membres\nFès (Maroc)"))

    recording = Recording.objects.get()
    assert response.url == recording.get_absolute_url()
    assert meaning(recording) == [("Fez", "new", 2548885)]
    assert list(Source.objects.order_by("pk").values_list("slug", "title", "publisher", "language")) == [
        ("unesco-en", "New members", "UNESCO", "en"),
        ("unesco-fr", "Membres", "UNESCO", "fr"),
    ]
    assert recording.started_by == User.objects.get()


def test_a_source_that_is_recorded_is_chosen_or_found_by_its_address(registrar):
    chosen, known = SourceFactory(), SourceFactory(url="https://example.org/release")
    lists = begun(en="Fez (Morocco)", fr="Fès (Maroc)") | {"en-source": chosen.pk, "fr-url": known.url}
    registrar.post(BEGIN, lists)

    assert list(Intake.objects.values_list("source", flat=True)) == [chosen.pk, known.pk]
    assert Source.objects.count() == 2


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"en-text": ""}, "Paste at least one list, or choose its file."),
        ({"en-text": "Nothing is listed here."}, "No city was found in this text."),
        ({"en-text": "Fez (Morocco)\0"}, "Null characters are not allowed."),
        ({"en-publisher": ""}, "Say where the list is from: a recorded source, a publisher or an address."),
        ({"en-source": str(2**70)}, "Select a valid choice. That choice is not one of the available choices."),
        ({"year": ""}, "Choose a cohort, or give the year of the new round."),
        ({"year": "1999"}, "Ensure this value is greater than or equal to 2015."),
        ({"year": "2024"}, "There is a cohort of this year already: choose it in the list."),
        ({"cohort": "1"}, "Choose a cohort or give the year of a new round, not both."),
    ],
)
def test_what_is_wrong_with_the_first_page_is_said_and_nothing_is_lost(registrar, change, sentence):
    CohortFactory(pk=1, year=2024)
    response = registrar.post(BEGIN, begun(en="Fez (Morocco)") | change)

    assert response.status_code == 422
    assert sentences(response) == [sentence]
    assert response.context["lists"][0]["text"].value() == change.get("en-text", "Fez (Morocco)")
    assert (Recording.objects.count(), Source.objects.count()) == (0, 0)


def test_one_unreadable_list_keeps_the_others_from_being_recorded(registrar):
    response = registrar.post(BEGIN, begun(en="Fez (Morocco)", fr="Rien n’est dans cette liste, dit-on."))
    assert sentences(response) == ["No city was found in this text."]
    assert not Recording.objects.exists()
