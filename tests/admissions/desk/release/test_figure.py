"""The size of the network after a round, in the words of a list."""

from datetime import date

import pytest

from admissions.desk.release.figure import quote_of_network
from admissions.desk.release.publish import publish
from admissions.models import Recording, ReportedFigure
from tests.admissions.desk.rounds import listed, round_of
from tests.factories import IntakeFactory, RecordingFactory, ReportedFigureFactory, SourceFactory

SENTENCE = "The network now includes 300 cities in 80 countries."


@pytest.fixture
def release():
    return SourceFactory(slug="release", publisher="UIL", title="New members")


def test_the_size_of_the_network_is_reported_in_the_words_of_the_list(release):
    recording = RecordingFactory(announced_on=None)
    listed(recording, "Hamburg, 3 March 2026", SENTENCE, "Fez (Morocco)", source=release)
    publish(recording)

    assert list(ReportedFigure.objects.values_list("as_of", "cities", "countries", "citizens", "source", "quote")) == [
        (date(2026, 3, 3), 300, 80, None, release.pk, SENTENCE)
    ]


@pytest.mark.parametrize("facts", [{"network_cities_after": 301}, {"network_cities_after": None}])
def test_a_size_that_no_list_states_is_not_reported(facts):
    recording = round_of(SENTENCE, "Fez (Morocco)")
    Recording.objects.update(**facts)
    publish(recording)

    assert ReportedFigure.objects.count() == 0


def test_a_size_that_the_source_has_reported_for_that_day_stays(release):
    figure = ReportedFigureFactory(as_of=date(2026, 2, 14), source=release, quote="As it was.")
    recording = RecordingFactory()
    listed(recording, SENTENCE, "Fez (Morocco)", source=release)
    publish(recording)

    assert list(ReportedFigure.objects.values_list("pk", "quote")) == [(figure.pk, "As it was.")]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (f"Good news! {SENTENCE} More soon.", SENTENCE),
        (f"Some 300 cities! {SENTENCE}", SENTENCE),
        ("It has 300 cities. It spans 80 countries.", "It has 300 cities."),
        ("تضم الشبكة الآن ٣٠٠ مدينة في ٨٠ دولة.", "تضم الشبكة الآن ٣٠٠ مدينة في ٨٠ دولة."),
        (f"<!DOCTYPE html><p>{SENTENCE}</p>", SENTENCE),
        ("There were 1300 cities in 80 countries.", ""),
        (f"{'Very ' * 60}large: 300 cities.", ("Very " * 50)),
    ],
)
def test_the_quote_is_the_sentence_that_prints_the_numbers(text, quote):
    recording = RecordingFactory.build(network_cities_after=300, network_countries_after=80)

    assert quote_of_network(IntakeFactory.build(text=text), recording) == quote
