"""The Nu HTML checker finds neither faults nor doubts in the markup of any kind of page, in any language."""

import shutil
import subprocess
from pathlib import Path

import pytest

from news.models import NewsItem
from tests.journeys.public.test_pages import PAGES

ROOT = Path(__file__).parents[3]
CHECKER = ROOT / ".venv" / "markup" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


@pytest.fixture(scope="module")
def java():
    if not CHECKER.exists():
        pytest.skip("no Nu HTML checker: make test installs it where there are npm and Java")
    return shutil.which("java") or pytest.skip("no Java: apt install default-jre-headless")


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_checker_finds_neither_errors_nor_warnings(client, java, language, tmp_path):
    newest = NewsItem.objects.public().newest_first().first()
    for kind, page in PAGES.items():
        content = client.get(f"/{language}/{page.format(newest=newest.slug)}").content
        (tmp_path / f"{kind.replace(' ', '-')}.html").write_bytes(content)
    for page in ("400.html", "500.html"):
        shutil.copy(ROOT / "templates" / page, tmp_path)

    command = [java, "-jar", CHECKER, "--format", "gnu", "--no-langdetect", tmp_path]
    found = subprocess.run(command, capture_output=True, text=True)  # noqa: S603

    assert found.stderr.replace(f"file:{tmp_path}/", "").splitlines() == []
    assert found.returncode == 0
