"""Letters a reader does not see, and the ways in which files write the same space, dash or digit."""

import re
import unicodedata

# What turns the direction of a whole text round; nobody needs it in a list, and it makes names read as others.
BIDI_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_INVISIBLE = dict.fromkeys(
    [*map(ord, BIDI_OVERRIDES), *range(0x200B, 0x2010), *range(0x2060, 0x2066), 0x00AD, 0x061C, 0x180E, 0xFEFF]
)
_SPACES = dict.fromkeys([0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_ALIKE = str.maketrans("（）［］【】[]，：；、،؛‐‑−ʼ", "()()()(),:;,,;---'")
_TIDY = _INVISIBLE | _SPACES | _ALIKE

LINE_ENDS = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_SCRIPTS = {
    "latin": LATIN,
    "arabic": ARABIC,
    "east asian": re.compile(r"[\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"),
    "cyrillic": re.compile(r"[\u0400-\u052f]"),
    "hangul": re.compile(r"[\uac00-\ud7a3]"),
    "greek": re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"),
    "thai": re.compile(r"[\u0e00-\u0e7f]"),
}
# What a spreadsheet shows in a cell that it could not fill (ECMA-376, 18.18.11), also in other languages: #N/A, #NV,
# #REF!, #¡VALOR!, #NOME?, #DEL/0!, Err:502, and ### where the column is too narrow.
_CELL_ERROR = re.compile(
    r"#[¡¿]?[^\W\d_][\w./ ]{0,30}[!?]|#\w{1,4}/\w{1,3}[!?]?|#(?:NV|NA|YOK|GETTING_DATA|ЗНАЧ)|#{3,}|Err:[0-9]{3}",
    re.IGNORECASE,
)
_MOST_MARKS = 4
_COLUMN_GAP = re.compile(r" {3,}")


def tidy(text):
    """One line as it is read: composed letters, visible characters only, single spaces, Latin commas and brackets."""
    text = unicodedata.normalize("NFC", without_piled_marks(text)).translate(_TIDY)
    return " ".join(text.split())


def without_piled_marks(text):
    """The text with at most four accents on a letter; composing thousands of them would take minutes."""
    if len(text) < 50 or text.isascii():
        return text
    kept, marks = [], 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def tidy_cells(line):
    """The cells of a row, tidied: tabs separate them, and so do three spaces or more, which are what remains of a
    table that was copied out of a printed page."""
    if "\t" not in line and "   " not in line:
        return (tidy(line),)
    return tuple(map(tidy, _COLUMN_GAP.sub("\t", line.translate(_SPACES).strip(" ")).split("\t")))


def split_lines(text):
    """The lines of a text, whatever its line ends; the first has number 1."""
    return LINE_ENDS.split(text)


def word_set(text):
    """A set of words, for the lists of words that reading and matching know."""
    return frozenset(text.split())


def has_letters(text):
    return any(character.isalpha() for character in text)


def is_arabic(text):
    """Whether the text is written in Arabic script; names mix scripts at most for a number or an ordinal."""
    return bool(ARABIC.search(text))


def script(text):
    """Which letters the text begins with: "latin", "arabic", "cyrillic", "greek", "thai", "hangul", "east asian" (of
    China and Japan), or "" for others and for none."""
    first = next(filter(str.isalpha, text), "")
    return next((name for name, letters in _SCRIPTS.items() if letters.match(first)), "")


def is_unspaced(letter):
    """Whether a letter is of a script that puts no space between words, or joins particles to them, as Korean does."""
    return script(letter) in ("east asian", "hangul", "thai")


def ascii_digits(text):
    """The text with the decimal digits of any script as 0 to 9."""
    return "".join(str(unicodedata.decimal(c, c)) for c in text)


def is_cell_error(text):
    """Whether the text is what a spreadsheet shows in place of a value."""
    return bool(_CELL_ERROR.fullmatch(text.strip(" '\"")))
