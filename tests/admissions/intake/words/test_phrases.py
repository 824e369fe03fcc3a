import pytest

from admissions.intake.words import ALL, phrases


def test_a_phrase_is_found_however_it_is_accented_or_in_capitals():
    withdrawn = phrases("retirée, à confirmer")

    assert withdrawn.within("Oujda (Maroc) – RETIREE")
    assert withdrawn.within("A confirmer : Fès")
    assert "à confirmer" in withdrawn
    assert "Oujda à confirmer" not in withdrawn


def test_a_phrase_is_whole_words():
    assert not phrases("no").within("Porto-Novo")
    assert not phrases("removed").within("unremoved")


@pytest.mark.parametrize("text", ["المدن المنسحبة", "والمنسحبة: وجدة", "وجدة (مُنسَحِبة)"])
def test_an_arabic_word_is_found_with_its_article_its_joined_and_and_its_vowel_signs(text):
    assert phrases("منسحبة").within(text)


def test_it_says_where_a_phrase_ends_that_opens_a_text():
    text = "Removed from the list: Oujda"

    assert text[phrases("removed, removed from the list").at_start(text) :] == ": Oujda"
    assert phrases("removed").at_start("Oujda, removed") == 0


def test_it_says_where_a_phrase_begins_that_closes_a_text():
    text = "Oujda (Morocco) – to be confirmed."

    assert text[: phrases("confirmed, to be confirmed").at_end(text)] == "Oujda (Morocco) – "
    assert phrases("removed").at_end("Removed: Oujda") == len("Removed: Oujda")


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("未入选", "以下城市未入选：开罗"),
        ("取り下げ", "カイロ（取り下げ）"),
        ("철회", "카이로 (철회됨)"),
        ("ถอนตัว", "เมืองที่ถอนตัวแล้ว"),
    ],
)
def test_scripts_without_spaces_are_searched_anywhere(phrase, text):
    [(start, end)] = phrases(phrase).spans(text)

    assert text[start:end] == phrase


def test_the_pattern_takes_the_longest_phrase_first():
    assert phrases("en, en el").pattern == r"(?:en\s+el|en)"


def test_hostile_text_finds_nothing_and_harms_nothing():
    assert not any(ALL.takes_back.within(text) for text in ("", " ", "((((", "́" * 500, "\x00", "₂" * 1000))
