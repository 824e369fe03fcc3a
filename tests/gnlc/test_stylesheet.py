import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from gnlc.stylesheet import STYLESHEETS

ROOMS_OF_MAP = ["few", "hands", "names", "view"]
ROOMS = {"gnlc/site.css": "styles", "gnlc/admin.css": "back-office", "gnlc/desk.css": "desk"}


@pytest.mark.parametrize("name", STYLESHEETS)
def test_a_page_asks_for_one_file_that_imports_nothing(collected, name):
    assert "@import" not in collected.text(name)


def test_it_holds_all_rooms_in_their_order(collected):
    css = collected.text("gnlc/site.css")
    assert css.index("@font-face") < css.index("--paper:") < css.index(".site-header") < css.index("@media print")


def test_the_addresses_of_fonts_lead_to_their_files(collected):
    css = collected.text("gnlc/site.css")

    addresses = [part.split('"')[1] for part in css.split("url(")[1:] if part.startswith('"fonts')]
    assert len(addresses) == 9
    assert [address for address in addresses if not Path(collected.path(f"gnlc/{address}")).exists()] == []


@pytest.mark.parametrize(("name", "folder"), ROOMS.items())
def test_every_room_is_imported(name, folder):
    stylesheet = Path(finders.find(name))
    rooms = sorted((stylesheet.parent / folder).glob("*.css"))
    assert rooms != []
    assert [room.name for room in rooms if f'{folder}/{room.name}"' not in stylesheet.read_text()] == []


def test_scripts_import_each_other_by_names_with_a_hash(collected):
    """A browser keeps files with a hash for ever: one without would stay as it was while the others change."""
    imported = re.findall(r'from "\./([^"]+)"', collected.text("gnlc/map.js"))
    assert [re.sub(r"\.[0-9a-f]{12}\.", ".", name) for name in imported] == [f"map/{name}.js" for name in ROOMS_OF_MAP]
    folder = Path(collected.path("gnlc"))
    assert [name for name in imported if name.count(".") != 2 or not (folder / name).exists()] == []
