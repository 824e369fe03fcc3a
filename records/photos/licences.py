"""Where the licence of a photo can be read."""

import re

CREATIVE_COMMONS = re.compile(r"CC[ -](BY(?:-NC)?(?:-SA|-ND)?)[ -]([1-4]\.0|2\.5)", re.IGNORECASE)
ZERO = re.compile(r"CC[ -]?0(?:[ -]1\.0)?", re.IGNORECASE)


def licence_url(licence):
    """The address of a licence of Creative Commons, as `CC BY-SA 4.0`; "" of any other."""
    if ZERO.fullmatch(licence):
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    found = CREATIVE_COMMONS.fullmatch(licence)
    return f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/" if found else ""
