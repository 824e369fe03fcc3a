"""Take a picture of every kind of public page, and tell which look different from the last time.

    python tests/pictures.py [kind of page …]

In English, French and Arabic, on a phone and on a desktop, in light and dark, with the registry's own data. The
pictures are in var/pictures; what they replace is kept beside them in var/pictures/before, with the changed parts
framed in var/pictures/changed. Nothing is judged: people look.
"""

import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from PIL import Image, ImageChops, ImageDraw
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.kinds_of_page import KINDS
from tests.run_suites import ROOT, find_chromium

PICTURES = ROOT / "var/pictures"
BEFORE, CHANGED = PICTURES / "before", PICTURES / "changed"
SCREENS = {"phone": 360, "desktop": 1280}
TALLEST = 6000
PYTHON = sys.executable
PORT = os.environ.get("PORT", "8765")


def main(wanted):
    kinds = {kind: address for kind, address in KINDS.items() if not wanted or kind in wanted}
    for folder in (BEFORE, CHANGED):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    changed = 0
    with server() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"])
        views = list(product(("en", "fr", "ar"), SCREENS.items(), ("light", "dark")))
        for number, (language, (screen, width), scheme) in enumerate(views, start=1):
            page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
            for kind, path in kinds.items():
                page.goto(f"{address}/{language}/{path}")
                changed += keep(page, f"{kind}-{language}-{screen}-{scheme}.png")
            page.close()
            print(f"{number} of {len(views)}: {language}, {screen}, {scheme}", flush=True)
    print(f"{len(views) * len(kinds)} pictures in {PICTURES.relative_to(ROOT)}, {changed} of them changed")


def keep(page, name):
    """Take the picture; whether there was another one under this name that looks different."""
    path = PICTURES / name
    if path.exists():
        path.rename(BEFORE / name)
    height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
    clip = {"x": 0, "y": 0, "width": page.viewport_size["width"], "height": height}
    page.screenshot(path=path, full_page=True, clip=clip)
    return (BEFORE / name).exists() and frame_difference(BEFORE / name, path, CHANGED / name)


def frame_difference(before, after, target):
    """Save the newer picture with a frame around all that differs; whether anything does."""
    old, new = Image.open(before).convert("RGB"), Image.open(after).convert("RGB")
    size = max(old.width, new.width), max(old.height, new.height)
    old, new = (image.crop((0, 0, *size)) for image in (old, new))
    box = ImageChops.difference(old, new).getbbox()
    if not box:
        before.unlink()
        return False
    ImageDraw.Draw(new).rectangle(box, outline="red", width=3)
    new.save(target)
    return True


@contextmanager
def server():
    """The address of the registry, served with its own data as `make serve` does, for as long as the block lasts."""
    subprocess.run([PYTHON, "manage.py", "prepare"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    command = [PYTHON, "-m", "gunicorn", "gnlc.wsgi", "--bind", f"127.0.0.1:{PORT}", "--no-control-socket"]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        yield wait_for(f"http://127.0.0.1:{PORT}")
    finally:
        process.terminate()
        process.wait()


def wait_for(address):
    for _ in range(100):
        try:
            with urlopen(f"{address}/en/"):  # noqa: S310
                return address
        except URLError:
            time.sleep(0.2)
    raise SystemExit("The server did not start.")


if __name__ == "__main__":
    main(sys.argv[1:])
