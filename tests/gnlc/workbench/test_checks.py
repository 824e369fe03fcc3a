"""What in a translation is worth a second look."""

import pytest

from gnlc.workbench.checks import warnings
from gnlc.workbench.difference import Piece, difference
from gnlc.workbench.faults import grave_faults
from gnlc.workbench.glossary import GlossaryEntry

CITY = GlossaryEntry(
    "", {"en": ["learning city", "learning cities"], "fr": ["ville apprenante"], "ar": ["مدينة التعلم"]}
)


@pytest.mark.parametrize(
    ("source", "target", "language", "sentences"),
    [
        ("A port.", "Un port.", "fr", []),
        ("A port.", "", "fr", []),
        ("In %(year)d", "En 2024", "fr", ["“%(year)d” is missing.", "Look at the numbers: 2024 only here"]),
        ("See https://a.org/x.", "Voir https://b.org/x.", "fr",
         ["“https://a.org/x” is missing.", "“https://b.org/x” is not in the source."]),
        ("Run #LearningCity", "Menée sous #LearningCity", "fr", []),
        ("A port.", "Un port.", "ar", ["There is no Arabic letter in it."]),
        ("UNESCO", "UNESCO", "ar",
         ["It reads as the source does: if that is right, say that it is the same in this language."]),
        ("A port.", "Un ميناء.", "fr", ["There are Arabic letters in it."]),
        ("A port.", "Un  port. ", "fr", ["There are two spaces in a row.", "It begins or ends with a space."]),
        ("In 2024, 1,300 people", "En 2024, 1 300 personnes", "fr", []),
        ("In 2024", "En 2023", "fr", ["Look at the numbers: 2024 in the source, 2023 here"]),
        ("1.4 million in 2024", "1,3 million en 2024", "fr", ["Look at the numbers: 1.4 in the source, 1,3 here"]),
        ("1,300 people, 20 cities", "1 400 habitants", "fr",
         ["Look at the numbers: 1,300 · 20 in the source, 1 400 here"]),
        ("In 2024", "En ce temps", "fr", ["Look at the numbers: 2024 only in the source"]),
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


@pytest.mark.parametrize(
    ("source", "target", "language", "faults"),
    [
        ("Mosul", "Same test {x} <b>", "ar",
         ["“{x}” is not in the source.", "“<b>” is not in the source.", "There is no Arabic letter in it."]),
        ("Mosul", "الموصل", "ar", []),
        ("Mosul", "الموصل &nbsp;", "ar", ["“&nbsp;” is not in the source."]),
        ("Mosul", "الموصل <!-- x -->", "ar", ["“<!-- x -->” is not in the source."]),
        ("Mosul", "الموصل <script", "ar", ["“<script” is not in the source."]),
        ("{name} in %(year)s", "{nom} en %(year)s", "fr", ["“{name}” is missing.", "“{nom}” is not in the source."]),
        ("Of %s", "De %1$s", "fr", ["“%s” is missing.", "“%1$s” is not in the source."]),
        ("Half of them", "50 %des", "fr", []),
        ("Mosul", "الموصل\u200b", "ar", ["The invisible character U+200B is in it."]),
        ("Mosul", "\u2067الموصل", "ar", ["The invisible character U+2067 is in it."]),
        ("Mosul", "مي\u200cخواهم \u200f.", "ar", []),
        ("Mosul", "الموصل \ufffd", "ar", ["There are signs in it that stand for lost letters."]),
        ("Fez", "FÃ¨s", "fr", ["There are signs in it that stand for lost letters."]),
        ("Mosul", "الموصل", "fr", ["There is no Latin letter in it."]),
        ("Mosul", "Мосул", "fr", ["There is no Latin letter in it."]),
        ("UNESCO", "UNESCO", "ar", []),
        ("2024", "2023", "ar", []),
        ("Mosul", "", "ar", []),
    ],
)  # fmt: skip
def test_grave_faults_are_told_apart(source, target, language, faults):
    assert grave_faults(source, target, language) == faults


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
