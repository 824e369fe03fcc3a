"""What surrounds a list: the head and end of a mail, datelines, page numbers, running heads, navigation, totals."""

import re
from collections import Counter

from admissions.intake.characters import ascii_digits
from admissions.intake.parse.declared.dates import read_date
from admissions.intake.parse.entries.line_grammar import read_cities
from admissions.intake.words import ALL
from records.search.folding import fold

_FIELD = re.compile(r"^[^\W\d][^:]{0,25}:")
_CONTACT = re.compile(
    r"[^\s@]@[^\s@]+\.|https?:|www\.|\+[0-9][0-9 ()./-]{6,}|هاتف|فاكس|\b[0-9]{5,6} [^\W\d]"
    r"|\b(?:tel|tél|fax|phone|mob|e-?mail|courriel|p\.? ?o\.? box|b\.?p\.? [0-9])\b",
    re.IGNORECASE,
)  # fmt: skip
_PAGE = re.compile(
    r"^\W*(?:(?P<word>[^\W\d]+)\.?\s*)?[0-9]{1,4}(?:\s*(?:/|of|de|sur|von|di|من|из)\s*[0-9]{1,4})?\W*$", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_LINE_OF_SIGNATURE = re.compile(r"^\s*(?:>\s?)*(?:-{2,3}|_{2,})\s*$")
_WORDS_OF_DAYS = frozenset(
    word for phrases in (*ALL.months, ALL.weekdays, ALL.date_links) for text in phrases for word in fold(text).split()
)
_MOST_OF_A_SIGNATURE = 8  # lines of a paragraph
_REPEATED = 3  # times a line has to stand in a text to be the head of its pages


def asides(page, countries):
    """{place of the line in the page: the code of `aside`} for the lines that surround the list."""
    return _Surroundings(page, countries).codes


class _Surroundings:
    def __init__(self, page, countries):
        self.page = page
        self.countries = countries
        self.codes = {}
        self.read = {}  # whether a text is an entry
        self.paragraphs = _paragraphs(page)
        self._find_mail()
        self._find_signatures()
        self._find_datelines()
        self._find_running_heads()
        for place, line in enumerate(page):
            code = "" if place in self.codes or len(line.cells) > 1 else self._by_itself(line)
            if code:
                self.codes[place] = code

    def _by_itself(self, line):
        text = line.text
        page = _PAGE.match(ascii_digits(text))
        if page and (page["word"] or "") in ALL.pages and not line.marked:
            return "page"
        if len(text) < 200 and (text in ALL.navigation or _is_breadcrumb(text) or _is_contact(text)):
            return "navigation"
        return "total" if any(c.isdecimal() for c in text) and ALL.total.at_start(text[:100]) else ""

    def _set(self, places, code):
        for place in places:
            self.codes.setdefault(place, code)

    def _entries(self, places):
        """Those of the lines that would be read as entries with their country."""
        return [place for place in places if self._is_entry(self.page[place])]

    def _is_entry(self, line):
        if line.text not in self.read:
            self.read[line.text] = len(line.text) < 300 and bool(read_cities(line.text, self.countries))
        return self.read[line.text]

    def _find_mail(self):
        for paragraph in self.paragraphs:
            fields = [place for place in paragraph if self._is_field(self.page[place])]
            forwarded = [place for place in paragraph if _is_forwarded(self.page[place].text)]
            greeting = [place for place in paragraph if _greets(self.page[place].text)]
            if len(fields) > 1 or (fields and forwarded):
                self._set(range(paragraph[0], fields[-1] + 1), "mail")
                after = range(fields[-1] + 1, paragraph[-1] + 1)
                if len(after) <= 3 and not any(self.page[place].marked for place in after):
                    self._set(after, "mail")
            self._set(forwarded + greeting, "mail")
            self._set((place for place in paragraph if _wrote(self.page[place].text)), "mail")

    def _is_field(self, line):
        found = _FIELD.match(line.text)
        return bool(found) and found[0][:-1] in ALL.mail_fields

    def _find_signatures(self):
        for number, paragraph in enumerate(self.paragraphs):
            for place in paragraph:
                if _LINE_OF_SIGNATURE.match(self.page[place].raw):
                    self._set([place], "signature")
                    self._sign(range(place + 1, paragraph[-1] + 1))
                elif self._closes_a_mail(place):
                    self._set([place], "signature")
                    self._sign(range(place + 1, paragraph[-1] + 1))
                    self._sign_address(number + 1)
            contact = [place for place in paragraph if _CONTACT.search(_IN_BRACKETS.sub("", self.page[place].text))]
            if contact and len(paragraph) > 1 and not self._is_listed(paragraph):
                entries = self._entries(paragraph)
                self._set(contact + entries if len(entries) <= 2 else [], "signature")
        self._keep_the_only_entries()

    def _keep_the_only_entries(self):
        """Without any other entry in the text, what looks like the end of a mail is the list itself."""
        signed = [place for place in self._entries(self.codes) if self.codes[place] == "signature"]
        if signed and not any(place not in self.codes for place in self._entries(range(len(self.page)))):
            for place in signed:
                del self.codes[place]

    def _closes_a_mail(self, place):
        text = self.page[place].text
        return len(text.split()) <= 6 and text.strip(" ,.!-") in ALL.signatures

    def _sign(self, places):
        few = len(places) <= _MOST_OF_A_SIGNATURE and len(self._entries(places)) <= 2
        if few and not self._is_listed(places):
            self._set(places, "signature")

    def _sign_address(self, number):
        """The paragraph behind "Best regards," where it is a name and an address, not a list."""
        paragraph = self.paragraphs[number] if number < len(self.paragraphs) else []
        introduces = any(_introduces(self.page[place].text) for place in paragraph)
        if len(paragraph) <= 5 and not introduces:
            self._sign(paragraph)

    def _is_listed(self, places):
        """Whether one of them stands as in a list: behind a bullet or, as in no address, its country in brackets."""
        lines = [self.page[place] for place in self._entries(places)]
        return any(line.marked or line.text.endswith(")") for line in lines)

    def _find_datelines(self):
        dated = [place for place, line in enumerate(self.page) if len(line.cells) == 1 and _has_day(line.text)]
        if sum(self.page[place].marked or self._begins_with_a_place(self.page[place].text) for place in dated) > 1:
            return  # each entry has its own day
        for place in dated:
            if _is_only_a_day(self.page[place].text):
                self._set([place], "date")
                near = [at for at in (place - 1, place + 1) if 0 <= at < len(self.page)]
                self._set([at for at in near if self._is_place_of_a_dateline(at, place)], "dateline")
            elif not self.page[place].marked and not self._follows_an_entry(place):
                self._set([place] if self._begins_with_a_place(self.page[place].text) else [], "dateline")

    def _follows_an_entry(self, place):
        """Whether the line above is an entry and this one, which ends with its day, may be another."""
        ends = ascii_digits(self.page[place].text).rstrip(" .)")[-4:].isdecimal()
        return ends and place > 0 and not self.page[place].after_blank and bool(self._entries([place - 1]))

    def _is_place_of_a_dateline(self, place, day):
        """Whether the line above or below a day is the one place of its paragraph, and no entry of a list."""
        line, lower = self.page[place], self.page[max(place, day)]
        beyond = place - 1 if place < day else place + 1  # the line on the other side of it
        parts = not 0 <= beyond < len(self.page) or self.page[max(place, beyond)].after_blank
        together = not line.marked and not lower.after_blank
        return together and self._is_entry(line) and (parts or (place < day and not self._entries([beyond])))

    def _begins_with_a_place(self, text):
        """Paris, 2 September 2022 – Today …; Hamburg (Germany), 4 December 2025: at most one place before the day."""
        head = _before_the_day(text)
        return (
            0 < len(head.split()) <= 6 and len(read_cities(head, self.countries)) <= 1 and "(" not in text[len(head) :]
        )

    def _find_running_heads(self):
        counted = Counter(_without_numbers(line.text) for line in self.page if len(line.cells) == 1)
        for place, line in enumerate(self.page):
            key = _without_numbers(line.text)
            if len(line.cells) > 1 or counted[key] < _REPEATED or len(key.split()) < 2 or self._is_entry(line):
                continue
            if not self.countries.code(line.text):
                self._set([place], "running_head")


def _paragraphs(page):
    """Lists of the places of lines between which no blank line stands and no mail begins to quote."""
    paragraphs = []
    for place, line in enumerate(page):
        if not paragraphs or line.after_blank or line.quoted != page[place - 1].quoted:
            paragraphs.append([])
        paragraphs[-1].append(place)
    return paragraphs


def _is_forwarded(text):
    return len(text) < 80 and text.strip(" -_:>") in ALL.forwarded


def _greets(text):
    return len(text.split()) <= 6 and text.endswith((",", "،", ":", "!")) and ALL.greetings.at_start(text) > 0


def _wrote(text):
    return len(text) < 200 and text.endswith(":") and ALL.wrote.at_end(text.rstrip(" :")) < len(text.rstrip(" :"))


def _introduces(text):
    return text.endswith(":") or ALL.titles.at_start(text) > 0


def _is_breadcrumb(text):
    parts = [part for part in re.split(r"\s*[>»›|]\s*", text) if part]
    return len(parts) > 1 and (parts[0] in ALL.navigation or all(part in ALL.navigation for part in parts))


def _is_contact(text):
    """Whether a line is a link with what it says: "Contact: Hamburg (Germany)"."""
    head, colon, _rest = text.partition(":")
    return bool(colon) and head in ALL.navigation


def _has_day(text):
    return len(text) < 400 and any(c.isdecimal() for c in text) and read_date([text]) is not None


def _is_only_a_day(text):
    words = fold(text).split()
    return len(words) <= 8 and all(
        word.isdecimal() or word in _WORDS_OF_DAYS or word[:-2].isdecimal() for word in words
    )


def _before_the_day(text):
    return re.split(r"[0-9]", ascii_digits(text), maxsplit=1)[0].strip(" ,–—-(")


def _without_numbers(text):
    return " ".join(word for word in fold(text).split() if not word.isdecimal())
