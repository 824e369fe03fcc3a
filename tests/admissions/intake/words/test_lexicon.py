from dataclasses import fields

import pytest

from admissions.intake.words import ALL, COLUMNS, LEXICA, Lexicon, lexicon

MAY_BE_EMPTY = {"prepositions"}  # what some languages do not have


@pytest.mark.parametrize("words", LEXICA.values(), ids=LEXICA)
def test_each_language_has_words_for_everything(words):
    empty = {each.name for each in fields(Lexicon) if not list(getattr(words, each.name))}

    assert empty <= MAY_BE_EMPTY
    assert len(words.months) == 12
    assert all(map(list, words.months))
    assert [key for key in COLUMNS if not list(words.columns[key])] == []


@pytest.mark.parametrize("words", LEXICA.values(), ids=LEXICA)
def test_no_word_both_admits_and_takes_back(words):
    takes_back = words.takes_back | words.refused

    assert [text for text in words.admitted if text in takes_back] == []


@pytest.mark.parametrize("words", LEXICA.values(), ids=LEXICA)
def test_each_phrase_is_found_in_a_text_that_is_it(words):
    for each in fields(Lexicon):
        found = getattr(words, each.name)
        if hasattr(found, "texts"):
            assert [text for text in found if text not in found and text != "&"] == []


def test_all_has_the_words_of_each_language():
    assert all(text in ALL.takes_back for words in LEXICA.values() for text in words.takes_back)
    assert ALL.columns["country"].within("Pays")
    assert ALL.columns["country"].within("البلد")
    assert ALL.numbers["vingt"] == ALL.numbers["twenty"] == 20


def test_a_month_has_one_number_whatever_the_language():
    numbers = {}
    for number, month in enumerate(ALL.months, start=1):
        for text in month:
            numbers.setdefault(text.casefold(), set()).add(number)

    assert {text: found for text, found in numbers.items() if len(found) > 1} == {}


def test_a_language_that_is_not_read_has_the_words_of_all():
    assert lexicon("fr").language == "fr"
    assert lexicon("tlh") is ALL
