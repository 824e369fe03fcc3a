import pytest

from admissions.intake.words import lexicon
from admissions.intake.words.numbers import with_digits, with_numbers
from records.search.folding import fold


def read(language, text):
    words = with_digits(fold(text), lexicon(language)).split()
    return with_numbers([int(word) if word.isdecimal() else word for word in words], lexicon(language))


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "four hundred and twenty-five", 425),
        ("fr", "quatre-vingt-dix-sept", 97),
        ("fr", "soixante et onze", 71),
        ("fr", "septante-deux", 72),
        ("ar", "أربعمائة وخمس وعشرون", 425),
        ("ar", "خمس عشرة", 15),
        ("es", "cuatrocientas veinticinco", 425),
        ("pt", "quatrocentos e vinte e cinco", 425),
        ("de", "vierhundertfünfundzwanzig", 425),
        ("it", "trecentocinquantasei", 356),
        ("tr", "dört yüz yirmi beş", 425),
        ("ru", "четырёхсот двадцати пяти", 425),
        ("uk", "чотириста двадцять п'ять", 425),
        ("zh-hans", "四百二十五", 425),
        ("zh-hant", "一百零八", 108),
        ("ja", "七十二", 72),
        ("ko", "칠십이", 72),
        ("th", "ยี่สิบเอ็ด", 21),
        ("vi", "mười lăm", 15),
        ("vi", "bốn mươi sáu", 46),
        ("id", "sembilan belas", 19),
        ("id", "seratus dua puluh lima", 125),
        ("fa", "چهارصد و بیست و پنج", 425),
        ("el", "τετρακόσιες είκοσι πέντε", 425),
    ],
)
def test_a_number_in_words_is_read(language, text, number):
    assert read(language, text) == [number]


def test_small_numbers_and_rows_of_digits_are_left_as_words():
    assert read("en", "one of two cities") == ["one", "of", "two", "cities"]
    assert read("en", "seven nine cities") == [7, 9, "cities"]


def test_hostile_words_are_left_as_they_are():
    long = "eins" * 5000
    assert read("de", long) == [long]
    assert read("zh-hans", "零" * 5000) == ["零" * 5000]
