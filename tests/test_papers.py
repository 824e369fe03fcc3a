"""README, CONTRIBUTING and docs: the paths that they name are there, no dependency lacks its reason, one version."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAPERS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
FOLDERS = {path.name for path in ROOT.iterdir() if path.is_dir()} - {".venv", "var"}
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
TEXT_FILES = (".py", ".md", ".csv", ".html", ".po", ".toml", ".in", ".txt", ".json", ".zip", ".yaml")


def named(path):
    return str(path.relative_to(ROOT))


def paths_in(text):
    """What looks like a path in backticks: it begins with a folder of the tree, or is a file at its root."""
    for quoted in re.findall(r"`([^`\s]+)`", FENCED.sub("", text)):
        if ("/" in quoted and quoted.split("/")[0] in FOLDERS) or (
            "/" not in quoted and quoted.endswith(TEXT_FILES) and "*" not in quoted and quoted != "urls.py"
        ):
            yield quoted


@pytest.mark.parametrize("text", ["`cities/gone.py`", "`docs/x/`", "`GONE.md`"])
def test_a_path_is_recognised(text):
    assert list(paths_in(f"Open {text} to see.")) == [text.strip("`")]


@pytest.mark.parametrize("text", ["`make test`", "`*.in`", "`public`", "`/media/`", "```\ncities/data/*.csv\n```"])
def test_what_is_no_path_is_left_alone(text):
    assert list(paths_in(f"See\n{text}\n")) == []


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_every_path_that_a_paper_names_exists(paper):
    paths = paths_in(paper.read_text(encoding="utf-8"))
    assert [path for path in paths if not list(ROOT.glob(path))] == []


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_every_link_of_a_paper_leads_to_a_file(paper):
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", paper.read_text(encoding="utf-8"))
    assert [link for link in links if not (paper.parent / link).exists()] == []


def test_the_readme_is_read_at_one_sitting():
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 100


@pytest.mark.parametrize("listed", sorted((ROOT / "requirements").glob("*.in")), ids=named)
def test_every_dependency_has_its_reason(listed):
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    reasons = {
        name for cell in re.findall(r"^\| ([^|]+) \| [^|]+ \|$", text, re.MULTILINE) for name in cell.split(", ")
    }
    asked = re.findall(r"^([a-z][\w-]*)", listed.read_text(encoding="utf-8"), re.MULTILINE)
    assert [name for name in asked if name not in reasons] == []


def test_the_two_commands_of_the_readme_are_targets_of_make():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    told = {name for paper in PAPERS for name in re.findall(r"`make ([a-z]+)", paper.read_text(encoding="utf-8"))}
    assert told - targets == set()
    assert {"run", "test"} <= told


def test_the_version_is_the_one_of_which_the_changelog_tells_first():
    told = re.search(r"^## ([\d.]+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"] == told[1]
