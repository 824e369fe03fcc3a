"""How names are compared: one folding for search, import and duplicate checks, one key for sorting."""

import re
import unicodedata

_LATIN_LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ə": "a"}
)
# Signs that are written for the apostrophe; the letters among them stand in a word and would belong to it.
_APOSTROPHES = str.maketrans(dict.fromkeys("ʹʺʻʼʽʾʿˈˊˋ˴՚׳Ꞌꞌߴߵˀʔ‘’‚‛′‵＇´`᾽᾿", "'"))
# Letters that languages of North Africa, Iran, Pakistan and others add to the Arabic ones, by those that Arabic
# readers type for them; forms of hamza and of yeh are left out at will.
_ARABIC_SEARCH = str.maketrans(
    "أإآٱٲٳىیېےۍێئةەۀہۂۃھۆۇۈۉۋؤکڪڬگڭݣݢڨڧڠڤڥڢݠپچڇژٹڈڑڕںڵۊ",
    "ااااااييييييي" + "ه" * 7 + "و" * 6 + "ك" * 8 + "قغ" + "ف" * 4 + "بججزتدررنلو",
    "ـء",
)
# Marks that are no accents: the voicing of Japanese syllables and the vowels of Thai. Without them it is another word.
_KEPT_MARKS = frozenset("\u3099\u309a\u0e38\u0e39")
_NO_WORD = re.compile(r"[^\w\u0e31\u0e34-\u0e39\u0e47\u3099\u309a]+|_+")
_HARD_G = re.compile("[گڭݣݢڨ]")
_WRITTEN_FOR_HARD_G = "كقغج"
_ARABIC_SORT = str.maketrans(
    {"أ": "ا", "إ": "ا", "ٱ": "ا", "آ": "ءا", "ؤ": "ء", "ئ": "ء", "ـ": "", "ی": "ي", "ک": "ك", "گ": "ك", "ڭ": "ك",
     "ݣ": "ك", "ڨ": "ق", "ڤ": "ف", "پ": "ب", "چ": "ج", "ژ": "ز"}
)  # fmt: skip


LONGEST_KEY = 300


def fold(text):
    """The text without what a reader may leave out: case, accents, vowel signs, spelling variants.

    Arabic alef with hamza, teh marbuta, yeh and kaf variants become one letter each, and letters that other languages
    add to the Arabic ones the letter that stands for them; tatweel and vowel signs go; decimal digits of any script
    become ASCII; punctuation becomes one space, and so does whatever is written for an apostrophe. Voicing marks of
    Japanese and vowels of Thai stay, its tones go.
    """
    # Composed letters are looked up one by one: what each folds to does not depend on its neighbours.
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).translate(_FOLDED))
    return " ".join(folded.split())


def _fold_slowly(text):
    # The compatibility form first: it separates the letters that the tables below then treat.
    text = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES)).translate(_APOSTROPHES).casefold()
    text = text.translate(_LATIN_LETTERS).translate(_ARABIC_SEARCH)
    text = _without_marks(unicodedata.normalize("NFKD", text))
    text = "".join(str(unicodedata.decimal(c, c)) for c in text)
    return _words_only(unicodedata.normalize("NFC", text))


class _FoldedLetters(dict):
    """What each letter folds to, for `str.translate`: found out once, for the process."""

    def __missing__(self, code_point):
        self[code_point] = _fold_slowly(f"a{chr(code_point)}a")[1:-1]
        return self[code_point]


_FOLDED = _FoldedLetters()


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


def readings(text):
    """The text, or, where it has a letter for the hard g that Arabic lacks, the text with each letter that Arabic
    writes in its place: أڭادير is أكادير, أقادير, أغادير or أجادير."""
    return [_HARD_G.sub(letter, text) for letter in _WRITTEN_FOR_HARD_G] if _HARD_G.search(text) else [text]


def search_key(text):
    """What searches run against: every word, then all of them run together, each after a space.

    The other `readings` of the words stand before them, as far as a key has room for them.

    >>> search_key("Ben Guérir")
    ' ben guerir benguerir'
    """
    words = search_words(text)
    together = [] if len(words) < 2 else ["".join(words)]
    key = "".join(f" {word}" for word in words + together)
    for reading in readings(text)[1:]:
        others = "".join(f" {word}" for word in search_words(reading) if word not in words)
        key = others + key if len(others) + len(key) <= LONGEST_KEY else key
    return key


def texts_key(*texts):
    """What searches in whole texts run against: every word of them once, after a space."""
    words = [word for text in texts if text for word in search_words(text)]
    return "".join(f" {word}" for word in dict.fromkeys(words))


def sort_key(text):
    """A key of the digits 0-9a-f that puts names in a reader's order under any collation of any database.

    Letters sort by their base form, then by the exact spelling; Arabic hamza carriers sort as hamza does, teh
    marbuta and alef maqsura keep their own place.
    """
    folded = unicodedata.normalize("NFC", text).translate(_APOSTROPHES).translate(_ARABIC_SORT)
    folded = unicodedata.normalize("NFKC", folded).casefold().translate(_LATIN_LETTERS)
    folded = _words_only(_without_marks(unicodedata.normalize("NFKD", folded)))
    return (folded + "\0" + unicodedata.normalize("NFC", text)).encode().hex()


def _without_marks(text):
    return "".join(c for c in text if not unicodedata.combining(c) or c in _KEPT_MARKS)


def _words_only(text):
    return " ".join(_NO_WORD.sub(" ", text).split())
