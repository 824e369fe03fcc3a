"""What a text takes back, refuses or doubts stands in a group beside the list, and is never an entry by itself."""

import pytest

from admissions.intake.parse import parse


@pytest.fixture
def beside(countries):
    """The names of the list itself that are sure, and the names by their group."""

    def beside(text, language="en"):
        reading = parse(text, language, countries=countries)
        sure = [line.name for line in reading.cities if not line.doubt]
        return sure, {group: [line.name for line in lines] for group, lines in reading.beside.items()}

    return beside


@pytest.mark.parametrize(
    "heading",
    [
        "Withdrawn candidacies", "Not admitted", "To be confirmed:", "Waiting list", "Removed from the list",
        "REJECTED", "Not admitted (2)", "Candidates that did not meet the criteria", "These were not admitted:",
        "Candidatures retirées", "Non admises", "À confirmer", "Liste d’attente", "غير مقبولة", "الترشيحات المسحوبة",
        "قائمة الانتظار", "No admitidas", "Candidaturas retiradas", "Não admitidas", "A confirmar",
        "Winners of the Learning City Award 2024", "Prix 2024", "Related articles", "Existing members",
    ],
)  # fmt: skip
def test_entries_under_a_heading_that_takes_back_are_beside_the_list(beside, heading):
    sure, groups = beside(
        f"New members\n- Fez (Morocco)\n- Dakar (Senegal)\n\n{heading}\n- Cork (Ireland)\n- Bonn (Germany)"
    )
    assert sure == ["Fez", "Dakar"]
    assert list(groups.values()) == [["Cork", "Bonn"]]


@pytest.mark.parametrize(
    "line",
    [
        "Not admitted: Cork (Ireland)", "Removed from the list: Cork, Ireland", "Withdrawn – Cork (Ireland)",
        "Cork (Ireland) (withdrawn)", "Cork (Ireland) – did not meet the criteria", "Cork (Ireland), withdrawn",
        "Cork (withdrawn) (Ireland)", "Cork (Ireland) [to be confirmed]", "Cork (Ireland) *to be confirmed",
        "Cork, Ireland (not admitted)", "Cork (Ireland): rejected", "withdrawn: Cork (Ireland)", "~~Cork (Ireland)~~",
        "Cork (Ireland) was not admitted.", "Cork (Irlande) – retirée", "Non admise : Cork (Irlande)",
        "كورك (أيرلندا) (منسحبة)", "غير مقبولة: كورك (أيرلندا)", "Cork (Irlanda) (retirada)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("mark", ["", "- ", "3. "])
def test_an_entry_is_taken_back_by_words_in_its_line(beside, line, mark):
    sure, groups = beside(f"{mark}Fez (Morocco)\n{mark}{line}\n{mark}Dakar (Senegal)")
    assert sure == ["Fez", "Dakar"]
    assert [len(names) for names in groups.values()] == [1]


@pytest.mark.parametrize(
    ("line", "sure", "held"),
    [
        ("Fez (Morocco), Cork (Ireland) (withdrawn), Dakar (Senegal)", ["Fez", "Dakar"], ["Cork"]),
        ("Cork (Ireland) and Bonn (Germany) were not admitted.", [], ["Cork", "Bonn"]),
        ("Not admitted: Cork (Ireland), Bonn (Germany)", [], ["Cork", "Bonn"]),
        ("Fez (Morocco), Dakar (Senegal), except Cork (Ireland)", [], ["Cork"]),
    ],
)
def test_words_amid_a_line_take_back_their_own_entries(beside, line, sure, held):
    found, groups = beside(line)
    assert found == sure
    assert [name for names in groups.values() for name in names] == held


def test_a_list_that_begins_again_is_a_list(beside):
    assert beside(
        "Corrigendum\nRemoved from the list: Cork (Ireland)\n\nThe new members are now:\nArab States\n- Fez (Morocco)"
    ) == (["Fez"], {"Removed from the list": ["Cork"]})


def test_a_group_goes_on_over_the_regions_it_has_in_common_with_the_list(beside):
    text = "Africa\n- Dakar (Senegal)\nArab States\n- Fez (Morocco)\n\nNot admitted\n{}\n- Cork (Ireland)"
    assert beside(text.format("Africa")) == (["Dakar", "Fez"], {"Not admitted": ["Cork"]})
    assert beside(text.format("Europe and North America")) == (["Dakar", "Fez"], {})


def test_an_entry_that_another_line_takes_back_is_asked_about(beside):
    for sentence in (
        "Fez (Morocco) was removed from the list.",
        "The city of Fez has withdrawn.",
        "Not admitted: Fez (Morocco)",
    ):
        sure, _groups = beside(f"- Fez (Morocco)\n- Dakar (Senegal)\n\n{sentence}")
        assert sure == ["Dakar"]


@pytest.mark.parametrize("mark", ["*", "†", "¹", "[1]", "(*)"])
@pytest.mark.parametrize("place", ["Cork{} (Ireland)", "Cork (Ireland){}", "Cork (Ireland) {}"])
def test_a_note_below_says_what_a_mark_means(beside, mark, place):
    entry = place.format(mark)
    back = f"- Fez (Morocco)\n- {entry}\n- Dakar (Senegal)\n\n{mark} Subject to confirmation"
    assert beside(back) == (["Fez", "Dakar"], {"Subject to confirmation": ["Cork"]})
    assert beside(f"- Fez (Morocco)\n- {entry}\n\n{mark} Capital") == (["Fez", "Cork"], {})
    assert beside(f"- Fez (Morocco)\n- {entry}") == (["Fez"], {})


def test_lines_that_the_file_sets_beside_the_list_are_in_its_group(countries):
    reading = parse("Fez (Morocco)\nCork (Ireland)", "en", countries=countries, groups={2: "hidden rows"})
    assert [line.name for line in reading.cities] == ["Fez"]
    assert [line.name for line in reading.beside["hidden rows"]] == ["Cork"]


def test_no_heading_of_a_list_takes_it_back(beside):
    for heading in (
        "New members",
        "List of cities",
        "Admitted",
        "Les nouveaux membres sont :",
        "Africa",
        "الأعضاء الجدد هم:",
    ):
        assert beside(f"{heading}\n- Fez (Morocco)\n- Dakar (Senegal)") == (["Fez", "Dakar"], {})


def test_entries_under_an_earlier_year_are_asked_about(beside):
    assert beside("Members 2015:\n- Cork (Ireland)\n\nMembers 2025:\n- Fez (Morocco)") == (["Fez"], {})
    assert beside("Fez (Morocco) (2015)\nDakar (Senegal)") == (["Dakar"], {})


def test_what_is_admitted_beside_what_is_not_is_in_the_list(beside):
    text = "Postponed: Fez (Morocco), Dakar (Senegal)\nAdmitted: Cork (Ireland)"
    assert beside(text) == (["Cork"], {"Postponed": ["Fez", "Dakar"]})


def test_names_behind_a_dash_without_brackets_are_no_running_text(countries):
    text = "Fez (Morocco)\nFrom Portugal came three cities – Alcobaça, Setúbal and Cantanhede."
    kinds = [line.kind for line in parse(text, "en", countries=countries).lines]
    assert kinds == ["city", "unread"]
