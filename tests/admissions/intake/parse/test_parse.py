"""Published lists as people write them, and what is read of them."""

import pytest

from admissions.intake.parse import parse
from tests.admissions.intake.conftest import ROOT
from tests.factories import CountryFactory


@pytest.fixture
def read(countries):
    """The cities of a text, as pairs of name and country."""

    def read(text, language="en"):
        return [(line.name, line.country_code) for line in parse(text, language, countries=countries).cities]

    return read


@pytest.fixture
def kinds(countries):
    def kinds(text, language="en"):
        lines = parse(text, language, countries=countries).lines
        return [(line.number, line.kind, line.name) for line in lines]

    return kinds


@pytest.mark.parametrize(
    ("line", "city"),
    [
        ("Fez (Morocco)", ("Fez", "MA")),
        ("- Fez (Kingdom of Morocco)", ("Fez", "MA")),
        ("12. Bouaké (Côte d’Ivoire)", ("Bouaké", "CI")),
        ("(3) Fez, Morocco", ("Fez", "MA")),
        ("• Fez – Morocco", ("Fez", "MA")),
        ("* Morocco – Fez", ("Fez", "MA")),
        ("Morocco: Fez", ("Fez", "MA")),
        ("Fez: Morocco", ("Fez", "MA")),
        ("Fez / Morocco", ("Fez", "MA")),
        ("Fez | Morocco", ("Fez", "MA")),
        ("Bursa (Türkiye)", ("Bursa", "TR")),
        ("Bursa (Turkey)", ("Bursa", "TR")),
        ("Hwaseong (Republic of Korea)", ("Hwaseong", "KR")),
        ("Hwaseong (Korea, Republic of)", ("Hwaseong", "KR")),
        ("Cao Lãnh (Viet Nam)", ("Cao Lãnh", "VN")),
        ("La Paz (Bolivia (Plurinational State of))", ("La Paz", "BO")),
        ("La Paz, Bolivia (Plurinational State of)", ("La Paz", "BO")),
        ("Derby (United Kingdom of Great Britain and Northern Ireland)", ("Derby", "GB")),
        ("Derry City and Strabane (United Kingdom)", ("Derry City and Strabane", "GB")),
        ("Seo-gu (Gwangju) (Republic of Korea)", ("Seo-gu (Gwangju)", "KR")),
        ("Seo-gu (Gwangju, Republic of Korea)", ("Seo-gu (Gwangju)", "KR")),
        ("Seo-gu, Gwangju (Republic of Korea)", ("Seo-gu, Gwangju", "KR")),
        ("Seo-gu, Gwangju, Republic of Korea", ("Seo-gu, Gwangju", "KR")),
        ("Kara - Commune de Kozah 1 (Togo)", ("Kara - Commune de Kozah 1", "TG")),
        ("Kara - Commune de Kozah 1 - Togo", ("Kara - Commune de Kozah 1", "TG")),
        ("Singapore (Singapore)", ("Singapore", "SG")),
        ("Mexico (Mexique)", ("Mexico", "MX")),
        ("Grenade (Nicaragua)", ("Grenade", "NI")),
        ("BenguerirMorocco", ("Benguerir", "MA")),
        ("São FilipeCabo Verde", ("São Filipe", "CV")),
        ("Fez\u00a0(\u200eMorocco\u200e)", ("Fez", "MA")),
        ("Benguer-\nir (Morocco)", ("Benguerir", "MA")),
        ("Benguer\u00ad\nir (Morocco)", ("Benguerir", "MA")),
        ("Clermont-\nFerrand (France)", ("Clermont-Ferrand", "FR")),
        ("Derby (United Kingdom of Great Britain\nand Northern Ireland)", ("Derby", "GB")),
        ("Fez (Morocco", ("Fez", "MA")),
        ("فاس (المغرب)", ("فاس", "MA")),
        ("١- سيجونغ – جمهورية كوريا", ("سيجونغ", "KR")),
        ("\u200f٢. فاس، المملكة المغربية\u200f", ("فاس", "MA")),
        ("مسقط، عُمان", ("مسقط", "OM")),
        ("تونس – تونس", ("تونس", "TN")),
        ("Tehran (Iran (Islamic Republic of))", ("Tehran", "IR")),
    ],
)
def test_a_line_is_a_city_of_a_country(read, line, city):
    assert read(line) == [city]


@pytest.mark.parametrize(
    ("line", "cities"),
    [
        ("Morocco: Agadir, Essaouira and Fez", [("Agadir", "MA"), ("Essaouira", "MA"), ("Fez", "MA")]),
        ("Morocco: Agadir and Fez", [("Agadir", "MA"), ("Fez", "MA")]),
        ("Maroc : Agadir, Essaouira et Fès", [("Agadir", "MA"), ("Essaouira", "MA"), ("Fès", "MA")]),
        ("المغرب: أكادير، والصويرة وفاس", [("أكادير", "MA"), ("الصويرة", "MA"), ("فاس", "MA")]),
        ("Fez (Morocco)Agadir (Morocco)", [("Fez", "MA"), ("Agadir", "MA")]),
        ("Fez (Morocco), Agadir (Morocco) and Dakar (Senegal)", [("Fez", "MA"), ("Agadir", "MA"), ("Dakar", "SN")]),
        ("Lviv, Sumy and Ternopil (Ukraine)", [("Lviv", "UA"), ("Sumy", "UA"), ("Ternopil", "UA")]),
        ("Fez, Morocco; Dakar, Senegal", [("Fez", "MA"), ("Dakar", "SN")]),
        ("Fez, Morocco, Dakar, Senegal and Sur, Oman", [("Fez", "MA"), ("Dakar", "SN"), ("Sur", "OM")]),
        (
            "The new members are: Fez and Agadir (Morocco), Dakar (Senegal) and Sur (Oman).",
            [("Fez", "MA"), ("Agadir", "MA"), ("Dakar", "SN"), ("Sur", "OM")],
        ),
        (
            ("Il s'agit de Alexandrie, Sharkia, tous en Égypte, Fès au Royaume du Maroc, les villes de Bikok, Maroua 1er "  # noqa: E501
            "au Cameroun, Gagnoa en Côte d’Ivoire et Chinhoyi au Zimbabwe."),
            [
                ("Alexandrie", "EG"), ("Sharkia", "EG"), ("Fès", "MA"), ("Bikok", "CM"), ("Maroua 1er", "CM"),
                ("Gagnoa", "CI"), ("Chinhoyi", "ZW"),
            ],
        ),
        (
            ("وتشمل المدن الجديدة كلا من ساو فيليب بالرأس الأخضر، وبيكوك وياوندي بالكاميرون وغانيوا بساحل العاج وداكار "  # noqa: E501
            "بالسنغال."),
            [("ساو فيليب", "CV"), ("بيكوك", "CM"), ("ياوندي", "CM"), ("غانيوا", "CI"), ("داكار", "SN")],
        ),
    ],
)  # fmt: skip
def test_a_line_may_list_several_cities(read, line, cities):
    assert read(line) == cities


def test_headings_give_the_region_and_its_declared_number(countries):
    reading = parse(
        "Africa (13)\nDakar (Senegal)\nÉtats arabes : 7\nFès (Maroc)\nأمريكا اللاتينية ومنطقة البحر الكاريبي\nSan José (Costa Rica)",  # noqa: E501
        "en",
        countries=countries,
    )

    assert [(line.name, line.region) for line in reading.cities] == [
        ("Dakar", "africa"),
        ("Fès", "arab_states"),
        ("San José", "latin_america_caribbean"),
    ]
    assert reading.declared.regions == {"africa": 13, "arab_states": 7}


def test_cities_stand_under_their_countries(kinds):
    assert kinds(
        "The new members are:\nMorocco (2)\n• Agadir\n• Fez\n\nSenegal\n• Dakar\n\nNew members co-lead the campaign\n"
        "A strong commitment by the mayor is a key prerequisite, as was said in Cork, Ireland.\nMore:\nTimbuktu"
    ) == [
        (1, "text", ""),
        (2, "heading", "Morocco (2)"),
        (3, "city", "Agadir"),
        (4, "city", "Fez"),
        (6, "heading", "Senegal"),
        (7, "city", "Dakar"),
        (9, "text", ""),
        (10, "text", ""),
        (11, "text", ""),
        (12, "text", ""),
    ]


def test_a_city_may_be_called_like_the_country_it_stands_under(read):
    assert read("تونس\nتونس\nصفاقس", "ar") == [("تونس", "TN"), ("صفاقس", "TN")]


def test_what_looks_like_an_entry_and_cannot_be_read_waits_for_a_person(kinds):
    assert kinds("Africa\n- Dakar (Senegal)\n- Atlantis (Lemuria)\n- Timbuktu\n- Fez (Morocco)\n- Gao") == [
        (1, "heading", "Africa"),
        (2, "city", "Dakar"),
        (3, "unread", "Atlantis (Lemuria)"),
        (4, "unread", "Timbuktu"),
        (5, "city", "Fez"),
        (6, "unread", "Gao"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Network of Learning Cities: 64 new members from 35 countries",
        "Paris, 2 September 2022 – Today, 77 cities from 44 countries join the network, as announced in Beijing, China.",  # noqa: E501
        "Cameroon, Greece, Portugal and the Republic of Korea in particular have shown an interest in the network.",
        "Press contact: Somebody, s.body@example.org",
        "https://example.org/Morocco",
        "The third conference took place in Cork (Ireland).",
        "***",
        "2024",
    ],
)
def test_running_prose_lists_nothing(kinds, line):
    assert kinds(f"- Fez (Morocco)\n\n{line}") == [(1, "city", "Fez"), (3, "text", "")]


@pytest.mark.parametrize(
    ("text", "language", "cities"),
    [
        ("City\tCountry\nFez\tMorocco\nDakar\tSenegal", "en", [("Fez", "MA"), ("Dakar", "SN")]),
        ("N°\tPays\tVille\n1\tMaroc\tFès\n2\tSénégal\tDakar", "fr", [("Fès", "MA"), ("Dakar", "SN")]),
        ("المدينة\tالبلد\nفاس\tالمغرب", "ar", [("فاس", "MA")]),
        ("City (EN)\tVille (FR)\tCountry\nFez\tFès\tMorocco", "fr", [("Fès", "MA")]),
        ("City\tCountry code\nFez\tMA\nSeo-gu\tkr", "en", [("Fez", "MA"), ("Seo-gu", "KR")]),
        ("Fez\tMorocco\nDakar\tSenegal\nSur\tOman", "en", [("Fez", "MA"), ("Dakar", "SN"), ("Sur", "OM")]),
        ("Singapore\tSingapore\nFez\tMorocco", "en", [("Singapore", "SG"), ("Fez", "MA")]),
        ("Country\tCity\nMorocco\tFez\n\tAgadir\nOman\tSur", "en", [("Fez", "MA"), ("Agadir", "MA"), ("Sur", "OM")]),
        ("1.\tFez (Morocco)\n2.\tDakar (Senegal)", "en", [("Fez", "MA"), ("Dakar", "SN")]),
        ("Fez      Morocco\nDakar    Senegal", "en", [("Fez", "MA"), ("Dakar", "SN")]),
        ("\t• Fez (Morocco)\n\t• Dakar (Senegal)", "en", [("Fez", "MA"), ("Dakar", "SN")]),
    ],
)
def test_tables_are_read_by_their_headers_or_by_what_they_hold(read, text, language, cities):
    assert read(text, language) == cities


def test_a_table_may_have_a_column_or_rows_for_regions(countries):
    column = parse("Region\tCity\tCountry\nAfrica\tDakar\tSenegal\n\tGulu\tUganda", "en", countries=countries)
    rows = parse("City\tCountry\nAfrica\t\nDakar\tSenegal\nArab States\t\nFez\tMorocco", "en", countries=countries)

    assert [(line.name, line.region) for line in column.cities] == [("Dakar", "africa"), ("Gulu", "africa")]
    assert [(line.name, line.region) for line in rows.cities] == [("Dakar", "africa"), ("Fez", "arab_states")]
    assert [line.kind for line in rows.lines] == ["heading", "heading", "city", "heading", "city"]


def test_a_country_above_a_table_says_nothing_of_the_lines_below_it(kinds):
    told = kinds("Morocco\n\nCity\tCountry\nDakar\tSenegal\nGulu\tUganda\n\nFez")
    assert [name for _line, kind, name in told if kind == "city"] == ["Dakar", "Gulu"]


def test_a_table_with_an_unknown_country_waits_for_a_person(kinds):
    assert kinds("City\tCountry\nFez\tMorocco\nAtlantis\tLemuria") == [
        (1, "heading", "City Country"),
        (2, "city", "Fez"),
        (3, "unread", "Atlantis"),
    ]


def test_each_line_is_kept_word_for_word(countries):
    text = "\ufeff - Fez\u00a0(Morocco) \r\nBenguer-\r\nir (Morocco)\r\n"

    assert [(line.number, line.raw) for line in parse(text, "en", countries=countries).lines] == [
        (1, "\ufeff - Fez\u00a0(Morocco) "),
        (2, "Benguer-\nir (Morocco)"),
    ]


def test_all_names_of_countries_are_loaded_in_one_query(db, django_assert_num_queries):
    CountryFactory(code="MA")
    with django_assert_num_queries(1):
        reading = parse("- Fez (Morocco)\n- Fès (Maroc)\n- فاس (المغرب)\n- Sur (Oman)", "en")

    assert [line.kind for line in reading.lines] == ["city", "city", "city", "unread"]


FILES = ROOT / "tests" / "data" / "files"


def test_countries_are_known_as_the_press_shortens_them(read):
    assert read((FILES / "countries-with-dots.txt").read_text()) == [
        ("Bristol", "GB"), ("Swansea", "GB"), ("Al Ain", "AE"), ("Melton", "AU"), ("Philadelphia", "US"),
        ("Glasgow", "GB"), ("Seoul", "KR"), ("Shanghai", "CN"),
    ]  # fmt: skip


def test_a_dot_at_its_end_sets_no_line_aside(read):
    assert read((FILES / "lines-with-dots.txt").read_text()) == [
        ("Cork", "IE"), ("Swansea", "GB"), ("Melton", "AU"), ("Bonn", "DE"), ("Philadelphia", "US"),
        ("Sharjah", "AE"), ("Washington, D.C.", "US"), ("Espoo", "FI"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("U.K.", "GB"), ("U. K.", "GB"), ("U.K", "GB"), ("R.-U.", "GB"), ("Scotland", "GB"), ("Écosse", "GB"),
        ("England", "GB"), ("Angleterre", "GB"), ("Wales", "GB"), ("Pays de Galles", "GB"), ("اسكتلندا", "GB"),
        ("إنجلترا", "GB"), ("ويلز", "GB"), ("Northern Ireland", "GB"), ("Irlande du Nord", "GB"),
        ("أيرلندا الشمالية", "GB"), ("U.S.", "US"), ("U.S.A.", "US"), ("É.-U.", "US"), ("U.A.E.", "AE"),
        ("E.A.U.", "AE"), ("K.S.A.", "SA"), ("P.R. China", "CN"), ("P. R. of China", "CN"), ("Rep. of Korea", "KR"),
        ("Korea, Rep.", "KR"), ("S. Korea", "KR"), ("D.R. Congo", "CD"), ("R.D. Congo", "CD"), ("R.D.C.", "CD"),
        ("Dem. Rep. of the Congo", "CD"), ("Rép. dém. du Congo", "CD"), ("Lao P.D.R.", "LA"), ("St. Lucia", "LC"),
        ("Solomon Is.", "SB"), ("S. Africa", "ZA"), ("N. Macedonia", "MK"), ("Ireland", "IE"),
        ("E.U.", None), ("EU", None), ("New South Wales", None), ("New England", None), ("N. Ireland", None),
    ],
)  # fmt: skip
def test_initials_short_words_and_parts_name_a_country(countries, name, code):
    assert countries.code(name) == code


@pytest.mark.parametrize(
    "line",
    [
        "2. Swansea, U.Q.", "2. Swansea!", "2. swansea?", "• Swansea, Wails.", "(2) Swansea – see the annex:",
        "2. Who knows which city will follow this one in the next round of the network, in 2026 or later?",
        "2. ???", "- 2026", "2. https://example.org/swansea", "Swansea, U.Q.", "al-Khobar, Sowdi",
        "San Pedro de la Paz, Región del Bío Bío, Chyle.", "2. Singapore", "Singapore", "2. Learning cities",
    ],
)  # fmt: skip
def test_a_line_between_two_entries_is_never_set_aside_without_a_question(kinds, line):
    lines = kinds(f"1. Cork, Ireland\n{line}\n3. Bonn, Germany")
    assert [(number, kind) for number, kind, _name in lines] == [(1, "city"), (2, "unread"), (3, "city")]


@pytest.mark.parametrize("line", ["2.", "***", "Contact the press office.", "What else:", "Members of the network"])
def test_what_is_no_entry_between_two_entries_is_running_text(kinds, line):
    assert kinds(f"1. Cork, Ireland\n{line}\n3. Bonn, Germany")[1][1] == "text"


def test_a_country_that_stood_over_one_entry_is_not_given_to_those_after_another(read):
    assert read("Singapore\nCork, Ireland\nTimbuktu\nBonn, Germany") == [("Cork", "IE"), ("Bonn", "DE")]
