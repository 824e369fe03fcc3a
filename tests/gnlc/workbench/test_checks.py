"""What in a translation is worth a second look."""

import pytest

from gnlc.workbench.checks import warnings
from gnlc.workbench.difference import Piece, difference
from gnlc.workbench.glossary import Entry

CITY = Entry("", {"en": ["learning city", "learning cities"], "fr": ["ville apprenante"], "ar": ["مدينة التعلم"]})


@pytest.mark.parametrize(
    ("source", "target", "language", "sentences"),
    [
        ("A port.", "Un port.", "fr", []),
        ("A port.", "", "fr", []),
        ("In %(year)d", "En 2024", "fr", ["“%(year)d” is missing.", "Look at the numbers: 2024"]),
        ("See https://a.org/x.", "Voir https://b.org/x.", "fr",
         ["“https://a.org/x” is missing.", "“https://b.org/x” is not in the source."]),
        ("Run #LearningCity", "Menée sous #LearningCity", "fr", []),
        ("A port.", "Un port.", "ar", ["There is no Arabic letter in it."]),
        ("UNESCO", "UNESCO", "ar",
         ["It reads as the source does: if that is right, say that it is the same in this language."]),
        ("A port.", "Un ميناء.", "fr", ["There are Arabic letters in it."]),
        ("A port.", "Un  port. ", "fr", ["There are two spaces in a row.", "It begins or ends with a space."]),
        ("In 2024, 1,300 people", "En 2024, 1 300 personnes", "fr", []),
        ("In 2024", "En 2023", "fr", ["Look at the numbers: 2023, 2024"]),
        ("In 2024", "في ٢٠٢٤", "ar", ["The registry writes digits as 0123456789: ٠ ٢ ٤"]),
        ("“Read”", "« Lire", "fr", ["Not each of these has its other half: « »"]),
        ("Read", "Un réseau de lecture publique pour toute la ville", "fr",
         ["It is much longer than the source, and stands where there is little room."]),
        ("Learning cities meet", "Des villes se réunissent", "fr",
         ["The glossary says “ville apprenante” for “learning city”."]),
        ("A learning city meets", "Une ville apprenante se réunit", "fr", []),
        ("A learning city meets", "تجتمع لمدينة التعلم", "ar", []),
    ],
)  # fmt: skip
def test_what_looks_wrong_is_said_in_a_sentence(source, target, language, sentences):
    assert warnings(source, target, language, is_title=True, entries=[CITY]) == sentences


def test_a_decision_that_the_text_is_the_same_ends_the_question():
    assert warnings("Smart learning city", "Smart learning city", "fr", is_same=True, entries=[CITY]) == []


def test_a_long_text_is_long_where_there_is_room():
    assert warnings("Read", "Un réseau de lecture publique pour toute la ville", "fr") == []


def test_what_changed_is_told_word_by_word():
    assert difference("A port of trade.", "A large port.") == [
        Piece(kept="A "), Piece(removed="port of trade.", added="large port."),
    ]  # fmt: skip
    assert difference("One two three", "One three") == [
        Piece(kept="One "), Piece(removed="two "), Piece(kept="three"),
    ]  # fmt: skip
