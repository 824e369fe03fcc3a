"""What a page says to its readers: every text with the language it is said to be in."""

import re
from typing import NamedTuple

from lxml import html

ATTRIBUTES = ("alt", "aria-label", "placeholder", "title")  # that readers meet
ISOLATED = re.compile("\u2068[^\u2069]*\u2069")
NOT_LATIN = re.compile(r"[\u0370-\u1dff\u2e80-\ud7ff\ufb1d-\ufefc]")
NOT_ARABIC = re.compile(
    r"[A-Za-zÀ-ɏ][\w'’.-]*[ \u00a0\u202f]+[\w'’.&-]*[A-Za-zÀ-ɏ]|[\u0370-\u05ff\u0780-\u1dff\u2e80-\ud7ff]"
)
ENGLISH = re.compile(
    r"\b(?:the|of|and|is|was|are|were|with|for|by|from|that|which|this|its|has|have)\b", re.IGNORECASE
)
FRENCH = re.compile(r"\b(?:le|la|les|du|des|et|est|dans|pour|par|une|qui|aux|avec|ses)\b", re.IGNORECASE)


class Said(NamedTuple):
    """A text of a page, the language in force, and where it stands: "" in the page itself, else in an attribute, in
    the description or in the title."""

    text: str
    language: str
    is_isolated: bool = False
    place: str = ""


def said(page):
    """All that the page says, in its order."""
    root = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
    return [each for each in _said(root, "", isolated=False) if each.text.strip()]


def _said(element, language, isolated):
    if not isinstance(element.tag, str) or element.tag == "script":  # data for machines
        return
    language, isolated = element.get("lang") or language, isolated or element.tag == "bdi"
    yield from (Said(element.get(name, ""), language, place=name) for name in ATTRIBUTES)
    if element.tag == "meta" and element.get("name") == "description":
        yield Said(element.get("content"), language, place="description")
    place = "title" if element.tag == "title" else ""
    yield Said(element.text or "", language, isolated, place)
    for child in element:
        yield from _said(child, language, isolated)
        yield Said(child.tail or "", language, isolated)


def misread(page):
    """The texts of a page that a screen reader would read in a wrong language, or a browser in a wrong order."""
    return [each for each in said(page) if _is_misread(each)]


def is_misread(text, language):
    """Whether a text is not in the language in which it is kept."""
    return _is_misread(Said(text, language))


def _is_misread(each):
    return _in_foreign_letters(each) or _in_the_other_latin_language(each)


def _in_foreign_letters(each):
    """One Latin word in Arabic is a name, two are the beginning of a sentence."""
    text = ISOLATED.sub("", each.text)
    foreign = {"en": NOT_LATIN, "fr": NOT_LATIN, "ar": NOT_ARABIC}.get(each.language)
    return not each.is_isolated and foreign is not None and bool(foreign.search(text))


def _in_the_other_latin_language(each):
    text = ISOLATED.sub("", each.text)
    english, french = len(ENGLISH.findall(text)), len(FRENCH.findall(text))
    foreign, own = {"en": (french, english), "fr": (english, french)}.get(each.language, (0, 0))
    return not each.is_isolated and foreign > 1 and foreign > own
