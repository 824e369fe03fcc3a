"""Entries beside one another neither run together nor vanish."""

import pytest

from admissions.intake.parse import parse


@pytest.fixture
def read(countries):
    """Names with their countries of a text, those in doubt with the code of the doubt; then what is unread."""

    def read(text, language="en"):
        reading = parse(text, language, countries=countries)
        sure = [(line.name, line.country_code) for line in reading.cities if not line.doubt]
        return sure, [line.doubt or line.kind for line in reading.lines if line.doubt or line.kind == "unread"]

    return read


FEZ, DAKAR, CORK = ("Fez", "MA"), ("Dakar", "SN"), ("Cork", "IE")


@pytest.mark.parametrize(
    "text",
    [
        "• Fez, Morocco • Dakar, Senegal • Cork, Ireland", "Fez (Morocco) • Dakar (Senegal) • Cork (Ireland)",
        "* Fez (Morocco) * Dakar (Senegal) * Cork (Ireland)", "Fez (Morocco)   Dakar (Senegal)   Cork (Ireland)",
        "Fez (Morocco)\tDakar (Senegal)\tCork (Ireland)", "Fez (Morocco) | Dakar (Senegal) | Cork (Ireland)",
        "Fez, Morocco | Dakar, Senegal | Cork, Ireland", "Fez (Morocco) / Dakar (Senegal) / Cork (Ireland)",
        "1. Fez, Morocco 2. Dakar, Senegal 3. Cork, Ireland", "1) Fez (Morocco) 2) Dakar (Senegal) 3) Cork (Ireland)",
        "1 Fez, Morocco\n2 Dakar, Senegal\n3 Cork, Ireland", "1.1 Fez, Morocco\n1.2 Dakar, Senegal\n2.1 Cork, Ireland",
        "o Fez (Morocco)\no Dakar (Senegal)\no Cork (Ireland)", "\uf0b7 Fez (Morocco)\n\uf0b7 Dakar (Senegal)\n\uf0b7 Cork (Ireland)",  # noqa: E501
        "Morocco (Fez), Senegal (Dakar) and Ireland (Cork)", "Morocco (Fez)\nSenegal (Dakar)\nIreland (Cork)",
        "New to the network are Morocco (Fez), Senegal (Dakar) and Ireland (Cork).",
        "Morocco: Fez; Senegal: Dakar; Ireland: Cork", "Morocco – Fez\nSenegal – Dakar\nIreland – Cork",
        "Fez, Morocco. Dakar, Senegal. Cork, Ireland.",
        "The cities are Fez (Morocco), Dakar (Senegal) and Cork (Ireland)!",
        "Fez – Morocco; Dakar – Senegal; Cork – Ireland", "🇲🇦 Fez, Morocco\n🇸🇳 Dakar, Senegal\n🇮🇪 Cork, Ireland",
        "“Fez” (Morocco)\n«Dakar» (Senegal)\nCork (Ireland)", "Fez, Morocco\nDakar, Senegal\nCork, Ireland!",  # noqa: E501
        "1. Morocco\n1.1 Fez\n2. Senegal\n2.1 Dakar\n3. Ireland\n3.1 Cork", "Morocco (1)\na) Fez\nSenegal (1)\na) Dakar\nIreland\n- Cork",  # noqa: E501
    ],
)  # fmt: skip
def test_entries_in_a_row_are_each_read(read, text):
    assert read(text) == ([FEZ, DAKAR, CORK], [])


@pytest.mark.parametrize(
    ("text", "sure", "asked"),
    [
        ("Ankara (Turkylia), Fez (Morocco)", [FEZ], ["unread"]),
        ("• Bikok, Lemuria • Fez, Morocco", [FEZ], ["unread"]),
        ("Brescia and 2 others (Italy)", [], ["leftover", "unread"]),
        ("Fez (Morocco), plus two more", [], ["leftover", "unread"]),
        ("Cork (Ireland), Bonn", [], ["leftover", "unread"]),
        ("Fez, Agadir, Morocco", [], ["two_names"]),
        ("Fez – Agadir (Morocco)", [], ["two_names"]),
        ("Fez and Agadir (Morocco)", [], ["two_names"]),
        ("Atlanta, Georgia, USA", [], ["two_countries"]),
        ("Jordan (Minnesota, USA)", [], ["reversed"]),
        ("Fez (Morocco)?", [], ["mark"]),
        ("Fez (Morocco) – no one knows", [], ["leftover", "unread"]),
        ("Shibin El\nKom (Egypt)", [], ["unread", "split"]),
        ("Africa, Porto-Novo, Benin", [("Porto-Novo", "BJ")], []),
        ("Brazzaville (Congo)\nFez (Morocco)", [("Brazzaville", "CG"), FEZ], []),
        ("Barranco District, Lima (Peru)", [("Barranco District, Lima", "PE")], []),
        ("A city of which the name has far more than eight words (Morocco)", [], ["many_words"]),
    ],
)
def test_what_may_be_two_or_another_is_asked_about(read, text, sure, asked):
    found, doubts = read(text)
    assert found == sure
    assert set(doubts) >= set(asked)


def test_a_name_that_goes_on_under_its_bullet_is_whole(countries):
    reading = parse("- Fez (Morocco)\n- Riyadh (Kingdom of Saudi\n  Arabia)", "en", countries=countries)
    assert [(line.name, line.country_code) for line in reading.cities] == [("Fez", "MA"), ("Riyadh", "SA")]


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("- Cork (Ireland)\n- Buenos\n  Aires (Argentina)\n- Fez (Morocco)", ["Cork", "Buenos Aires", "Fez"]),
        ("- Cork (Ireland)\n- Derby, United\n  Kingdom\n- Fez (Morocco)", ["Cork", "Derby", "Fez"]),
        ("Derby, United\nKingdom", ["Derby"]),
        ("(Morocco) Fez\n(Ireland) Cork", ["Fez", "Cork"]),
        ("[Fez](https://example.org/fez), Morocco\nCork (https://example.org/cork), Ireland", ["Fez", "Cork"]),
        ("Singapore\nCork, Ireland\nFez, Morocco", ["Cork", "Fez"]),
    ],
)
def test_lines_that_belong_together_are_one_entry_and_others_are_not(read, text, cities):
    assert [name for name, _code in read(text)[0]] == cities


def test_columns_side_by_side_keep_their_regions(countries):
    text = "Africa              Europe\nDakar (Senegal)     Cork (Ireland)\nGulu (Uganda)       Bonn (Germany)"
    reading = parse(text, "en", countries=countries)
    assert [(line.name, line.region) for line in reading.cities] == [
        ("Dakar", "africa"), ("Gulu", "africa"), ("Cork", "europe_north_america"), ("Bonn", "europe_north_america"),
    ]  # fmt: skip
