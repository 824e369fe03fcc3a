"""The plain text in an element of XLIFF, whose inline codes stand for parts of it."""

from django.utils.translation import gettext as _

LINE_BREAK = "\n"


class UnknownCodeError(ValueError):
    """An inline code of which the file does not say what text it stands for."""

    def __init__(self, code):
        name = code.tag.rpartition("}")[2]
        super().__init__(
            _("The file has <%(code)s> in this text and does not say for what it stands.") % {"code": name}
        )


def text_of(element, spelled):
    """The text in an element, in its order; `spelled` gives the text for which an inline code stands."""
    if element is None:
        return ""
    parts = [element.text or ""]
    for code in element:
        parts += [spelled(code), code.tail or ""]
    return "".join(parts)


def spelled_12(code):
    """The text of an inline code of XLIFF 1.2. Raises `UnknownCodeError`, also for what a tool keeps as deleted."""
    name = code.tag.rpartition("}")[2]
    if name in ("g", "mrk") and "delete" not in code.get("mtype", "").lower():
        return text_of(code, spelled_12)
    if name in ("ph", "bpt", "ept", "it") and code.text and not len(code):
        return code.text
    if name == "x" and code.get("ctype") == "lb":
        return LINE_BREAK
    if name in ("x", "bx", "ex", "ph", "bpt", "ept", "it") and code.get("equiv-text") and not len(code):
        return code.get("equiv-text")
    raise UnknownCodeError(code)


def speller_20(data):
    """The same for XLIFF 2.x, where a unit keeps the original `data` of its codes: {id: text}."""

    def kept(code, end=""):
        return data.get(code.get(f"dataRef{end}")) or code.get(f"equiv{end}", "")

    def spelled(code):
        name = code.tag.rpartition("}")[2]
        if name in ("mrk", "sm", "em"):
            return text_of(code, spelled)
        if name == "pc":
            return kept(code, "Start") + text_of(code, spelled) + kept(code, "End")
        if name == "cp":
            return _character(code)
        if name in ("ph", "sc", "ec") and kept(code):
            return kept(code)
        if name == "ph" and code.get("subType") == "xlf:lb":
            return LINE_BREAK
        raise UnknownCodeError(code)

    return spelled


def _character(code):
    try:
        return chr(int(code.get("hex", ""), 16))
    except (ValueError, OverflowError) as error:
        raise UnknownCodeError(code) from error
