"""The colours of cohorts, measured: neighbours and dots of one shape can be told apart with every kind of sight."""

import re
from itertools import combinations
from pathlib import Path

import pytest

from gnlc.maps.tones import COLOURS, sign_of
from tests.sight import SIGHTS, contrast, difference

STYLES = Path(__file__).parents[3] / "gnlc" / "static" / "gnlc" / "styles"
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", part))
    for part in (STYLES / "tokens.css").read_text(encoding="utf-8").split("@media")[:2]
)
THEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]
KINDS = list(SIGHTS)


@pytest.mark.parametrize(
    ("one", "other", "right"),
    [
        ("#ffffff", "#ffffff", 0), ("#000000", "#ffffff", 100), ("#ff0000", "#00ff00", 86.61),
        ("#0000ff", "#ffff00", 103.43), ("#808080", "#7f7f7f", 0.41),
    ],
)  # fmt: skip
def test_the_measure_gives_known_differences(one, other, right):
    assert difference(one, other) == pytest.approx(right, abs=0.05)


def test_the_measure_knows_what_a_colour_blind_reader_cannot_tell_apart():
    assert difference("#b4530a", "#6e7a00") > 25
    assert difference("#b4530a", "#6e7a00", "deuteranopia") < 12


@pytest.mark.parametrize("sight", KINDS)
@pytest.mark.parametrize("theme", THEMES)
def test_neighbours_are_far_apart(theme, sight):
    nearest = min(difference(theme[f"tone-{tone}"], theme[f"tone-{tone + 1}"], sight) for tone in range(1, COLOURS))
    assert nearest >= 20


@pytest.mark.parametrize("sight", KINDS)
@pytest.mark.parametrize("theme", THEMES)
def test_colours_of_one_sign_are_apart(theme, sight):
    pairs = [pair for pair in combinations(range(COLOURS + 1), 2) if sign_of(pair[0]) == sign_of(pair[1])]
    nearest = min(difference(theme[f"tone-{one}"], theme[f"tone-{other}"], sight) for one, other in pairs)
    assert nearest >= 10


@pytest.mark.parametrize("theme", THEMES)
def test_a_dot_stands_out_from_land_and_sea_and_a_year_can_be_read(theme):
    tones = [theme[f"tone-{tone}"] for tone in range(COLOURS + 1)]
    assert min(contrast(tone, theme[ground]) for tone in tones for ground in ("land", "sea", "paper", "card")) >= 3
    assert min(contrast(tone, theme[ground]) for tone in tones for ground in ("paper", "card")) >= 4.5


def test_the_stylesheet_has_the_signs_of_the_tones():
    text = (STYLES / "tokens.css").read_text(encoding="utf-8")
    *_, angular = re.findall(r"((?:\.tone-\d+[, \n]*)+)\{ --ends: square", text)
    (aslant,) = re.findall(r"((?:\.tone-\d+[, \n]*)+)\{ --turn: 45deg", text)
    numbers = [{int(tone) for tone in re.findall(r"\d+", rule)} for rule in (angular, aslant)]
    signs = {tone: sign_of(tone) for tone in range(1, COLOURS + 1)}
    assert numbers == [
        {tone for tone, sign in signs.items() if sign != "disc"},
        {tone for tone, sign in signs.items() if sign == "diamond"},
    ]
