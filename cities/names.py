"""How names are compared: one folding for search, import and duplicate checks, one key for sorting."""

import re
import unicodedata

_LATIN_LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ə": "a"}
)
_ARABIC_SEARCH = str.maketrans("أإآٱىةؤئیکگ", "اااايهوييكك", "ـء")
_ARABIC_SORT = str.maketrans(
    {"أ": "ا", "إ": "ا", "ٱ": "ا", "آ": "ءا", "ؤ": "ء", "ئ": "ء", "ـ": "", "ی": "ي", "ک": "ك"}
)


def fold(text):
    """The text without what a reader may leave out: case, accents, vowel signs, spelling variants.

    Arabic alef with hamza, teh marbuta, yeh and kaf variants become one letter each; tatweel and vowel signs go;
    decimal digits of any script become ASCII; punctuation becomes one space.
    """
    # The compatibility form first: it separates the letters that the table below then treats.
    text = unicodedata.normalize("NFKC", text).casefold().translate(_LATIN_LETTERS).translate(_ARABIC_SEARCH)
    text = _without_marks(unicodedata.normalize("NFKD", text))
    text = "".join(str(unicodedata.decimal(c, c)) for c in text)
    return _words_only(unicodedata.normalize("NFC", text))


def search_words(text):
    """The folded words of a name, each without what Arabic writes or leaves out at will.

    The article (المحرق, محرق) goes, and "son of" has one form (ابن, بن).
    """
    words = []
    for word in fold(text).split():
        if word.startswith("ال") and len(word) > 4:
            word = word[2:]
        words.append("بن" if word == "ابن" else word)
    return words


def search_key(text):
    """What searches run against: every word, then all of them run together, each after a space.

    >>> search_key("Ben Guérir")
    ' ben guerir benguerir'
    """
    words = search_words(text)
    together = [] if len(words) < 2 else ["".join(words)]
    return "".join(f" {word}" for word in words + together)


def texts_key(*texts):
    """What searches in whole texts run against: every word of them once, after a space."""
    words = [word for text in texts if text for word in search_words(text)]
    return "".join(f" {word}" for word in dict.fromkeys(words))


def sort_key(text):
    """A key of the digits 0-9a-f that puts names in a reader's order under any collation of any database.

    Letters sort by their base form, then by the exact spelling; Arabic hamza carriers sort as hamza does, teh
    marbuta and alef maqsura keep their own place.
    """
    folded = unicodedata.normalize("NFC", text).translate(_ARABIC_SORT)
    folded = unicodedata.normalize("NFKC", folded).casefold().translate(_LATIN_LETTERS)
    folded = _words_only(_without_marks(unicodedata.normalize("NFKD", folded)))
    return (folded + "\0" + unicodedata.normalize("NFC", text)).encode().hex()


def _without_marks(text):
    return "".join(c for c in text if not unicodedata.combining(c))


def _words_only(text):
    return " ".join(re.sub(r"[\W_]+", " ", text).split())
