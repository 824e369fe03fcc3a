"""What the desk's own book kept of published rounds is told by the history, and rounds of then can be taken back."""

from admissions.desk.release.kept import Outcome
from admissions.desk.release.take_back import take_back
from admissions.models import Admission, Cohort, Recording
from cities.models import City
from records.fields.display import typed
from records.history.acts import written_in
from records.models import HistoryEntry

from .registry import THEN


def book(then, recording):
    """{(label of the model, key): (before, after)} of the book of then; what was made had nothing before."""
    changes = then.get_model("admissions", "RecordedChange").objects.using(THEN).filter(recording=recording.pk)
    return {(each.model, each.key): (each.before, each.after) for each in changes}


def as_booked(written, after):
    """What the history tells in the words of the book: by column, with the spellings of a city."""
    model, before, left = written.model, {}, {}
    for field in (*model._meta.concrete_fields, *model._meta.many_to_many):
        for told, found in ((written.before, before), (written.left, left)):
            if field.name in told:
                key = field.attname if field.concrete and not field.many_to_many else field.name
                found[key] = told[field.name]
    if "names" in after:
        left["names"] = sorted(written.parts)
    for field in model._meta.many_to_many if written.is_new else ():
        left.setdefault(field.name, [])
    return (None if written.is_new else before), left


def alike(model, one, other):
    """Whether two sets of values are the same but for how numbers and empty texts are written."""
    columns = {field.attname: field for field in model._meta.concrete_fields}
    return one.keys() == other.keys() and all(
        typed(columns[key], one[key]) == typed(columns[key], other[key]) if key in columns else one[key] == other[key]
        for key in one
    )


def test_the_history_tells_of_each_round_what_the_book_told(then):
    numbers = {}
    for recording in Recording.objects.exclude(published_at=None):
        told = {(each.model._meta.label, each.key): each for each in written_in(recording.act)}
        booked = book(then, recording)
        assert told.keys() == booked.keys()
        for place, (before, after) in booked.items():
            was, left = as_booked(told[place], after)
            assert (was is None) == (before is None)
            assert alike(told[place].model, left, after)
            assert before is None or alike(told[place].model, was, before)
        numbers[recording.slug] = len(told)
    assert numbers == {"2026": 9, "2025-extra": 5, "2024": 3}


def test_nothing_was_written_into_the_history_that_it_told_already(then):
    before = then.get_model("cities", "HistoryEntry").objects.using(THEN).count()
    assert HistoryEntry.objects.count() == before


def test_what_was_kept_of_a_round_that_was_taken_back_is_known(then):
    was = [
        (each.recording_id, each.model, each.key, each.label, each.kept_because)
        for each in then.get_model("admissions", "RecordedChange").objects.using(THEN).exclude(kept_because="")
    ]
    now = [
        (recording.pk, each.model, each.key, each.label, each.kept_because)
        for recording in Recording.objects.all()
        for each in map(Outcome.from_json, recording.kept)
    ]
    assert sorted(now) == sorted(was)


def test_a_round_that_changed_a_cohort_of_then_gives_it_its_numbers_and_sources_back(then):
    recording = Recording.objects.get(slug="2024", state="published")
    result = take_back(recording, reason="A trial.")
    assert ([str(each) for each in result.undone], result.kept) == (
        ["Settat · 2024", "Settat", "Admissions of 2024"], [],
    )  # fmt: skip
    cohort = Cohort.objects.get(slug="2024")
    facts = cohort.announced_cities, cohort.difference_en, [each.pk for each in cohort.sources.all()]
    assert facts == (64, None, [29])
    assert not City.objects.filter(slug="settat").exists()


def test_an_admission_of_then_that_was_edited_since_stays(then):
    Admission.objects.filter(city__slug="galway").update(note_en="A ceremony in May.")
    kept = take_back(Recording.objects.get(slug="2026"), reason="A trial.").kept
    assert [(str(each), each.kept_because) for each in kept] == [
        ("Galway · 2026", "edited"), ("Galway", "used"), ("Meknes", "edited"), ("Admissions of 2026", "used"),
    ]  # fmt: skip
