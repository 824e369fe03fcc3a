from pathlib import Path

from django.contrib.staticfiles import finders
from django.core.files.storage import FileSystemStorage

from gnlc.stylesheet import OneStylesheet


def collected(folder):
    """The stylesheet as `collectstatic` leaves it in a folder."""
    source = FileSystemStorage(Path(finders.find("gnlc/site.css")).parent.parent)
    paths = {str(path.relative_to(source.location)): (source, str(path.relative_to(source.location)))
             for path in Path(source.location).rglob("*") if path.is_file()}  # fmt: skip
    storage = OneStylesheet(location=folder)
    for name, (_, path) in paths.items():
        with source.open(path) as file:
            storage._save(name, file)
    list(storage.post_process(paths))
    return (Path(folder) / storage.stored_name("gnlc/site.css")).read_text()


def test_a_page_asks_for_one_stylesheet_that_holds_all_rooms_in_their_order(tmp_path):
    css = collected(tmp_path)

    assert "@import" not in css
    assert css.index("@font-face") < css.index("--paper:") < css.index(".site-header") < css.index("@media print")


def test_the_addresses_of_fonts_lead_to_their_files(tmp_path):
    css = collected(tmp_path)

    addresses = [part.split('"')[1] for part in css.split("url(")[1:] if part.startswith('"fonts')]
    assert len(addresses) == 9
    assert [address for address in addresses if not (tmp_path / "gnlc" / address).exists()] == []


def test_every_room_of_the_stylesheet_is_imported():
    styles = Path(finders.find("gnlc/site.css")).parent
    imports = (styles / "site.css").read_text()

    assert [
        path.name for path in sorted((styles / "styles").glob("*.css")) if f'styles/{path.name}"' not in imports
    ] == []
