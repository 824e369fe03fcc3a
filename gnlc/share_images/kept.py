"""Cards are drawn once and kept as files: one for each page and language, named by what it shows."""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings

from gnlc.share_images.draw import DESIGN


def fingerprint(*facts):
    """What a card shows, in short: the same for the same facts in the same design."""
    return sha256(repr((DESIGN, *facts)).encode()).hexdigest()[:24]


def kept(name, mark, draw):
    """The bytes of the card `name` with that fingerprint; `draw` makes it where it is not kept.

    A card takes the place of the one that its page had before, so that there are never more of them than pages. Where
    nothing can be written the card is drawn each time.
    """
    folder = Path(settings.CARDS_ROOT)
    path = folder / f"{name}.{mark}.png"
    try:
        return path.read_bytes()
    except OSError:
        picture = draw()
    with suppress(OSError):
        _keep(folder, name, path, picture)
    return picture


def _keep(folder, name, path, picture):
    folder.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=folder, delete=False) as file:
        try:
            file.write(picture)
            os.replace(file.name, path)  # whole or not at all, for others who read it meanwhile
        except OSError:
            os.unlink(file.name)
            raise
    for former in folder.glob(f"{name}.*.png"):
        if former != path:
            former.unlink(missing_ok=True)
