"""Tables as they really come: their headers, titles, totals, columns for a status, and tables side by side."""
# ruff: noqa: E501 – a row a line

import pytest

from admissions.intake.parse import Proposal, columns, parse

FEZ, DAKAR, SUR, CAIRO = ("Fez", "MA"), ("Dakar", "SN"), ("Sur", "OM"), ("Cairo", "EG")


@pytest.fixture
def read(countries):
    """({group: its cities as pairs of name and country}, what is unread) of a table; the group of the list is ""."""

    def read(text, language="en", **how):
        lines = parse(text.replace(" | ", "\t"), language, countries=countries, **how).lines
        groups = {}
        for line in lines:
            if line.kind == "city":
                groups.setdefault(line.group, []).append((line.name, line.country_code))
        return groups, [line.raw for line in lines if line.kind == "unread"]

    return read


@pytest.mark.parametrize(
    "table",
    [
        "Region | No. | New member | \nRegion |  | City | Country\nAfrica | 1 | Dakar | Senegal\nArab States | 2 | Fez | Morocco",
        "No. | New members |  | Remarks\n | City | Country | Focal point\n1 | Dakar | Senegal | J. Diop\n2 | Fez | Morocco | yes",
        "Admissions 2025 (draft 3) |  | \nCity | Country | Remarks\nDakar | Senegal | yes\nFez | Morocco | yes",
        "List of new members |  | \nas of 4 December 2025 |  | \nCity | Country | Fee paid\nDakar | Senegal | yes\nFez | Morocco | no",
        "# | City | Province / State | Country | Population\n1 | Dakar | Dakar | Senegal | 1,438,725\n2 | Fez | Fès-Meknès | Morocco | 1,112,072",
        "New member | State party | Focal point\nDakar | Senegal | yes\nFez | Morocco | yes",
        "State | Learning city | Since\nSenegal | Dakar | 2025\nMorocco | Fez | 2025",
        "Who | Where | Whom\nDakar | Senegal | J. Diop\nFez | Morocco | A. Alaoui",
        "N.º | Ciudad | País | Población\n1 | Dakar | Senegal | 1\n2 | Fez | Morocco | 2",
        "Senegal | Thies region | Dakar\nMorocco | – | Fez",
        "City | Country | Code\nDakar |  | SN\nFez |  | ma",
        "City, Country | Focal point\nDakar, Senegal | J. Diop\nFez, Morocco | A. Alaoui",
    ],
)  # fmt: skip
def test_a_table_lists_its_cities_whatever_its_headers(read, table):
    assert read(table)[0] == {"": [DAKAR, FEZ]}


@pytest.mark.parametrize(
    "total",
    [
        "Total |  | 2 cities | 2 countries", "Total | 2 |  | ", "TOTAL : |  | 2 | 2", " |  | 2 cities | 2 countries",
        "Grand total | 2 |  | ", "Sub-total Africa | 1 |  | ", "Total | 2 | 2 villes | 2 pays", "المجموع | 2 |  | ",
    ],
)  # fmt: skip
def test_a_row_of_totals_is_no_entry_and_is_left_aside(countries, total):
    text = f"Region | No. | City | Country\nAfrica | 1 | Dakar | Senegal\nArab States | 2 | Fez | Morocco\n{total}"
    reading = parse(text.replace(" | ", "\t"), "en", countries=countries)

    assert [(line.name, line.country_code) for line in reading.cities] == [DAKAR, FEZ]
    assert [(line.kind, line.aside) for line in reading.lines if line.number == 4] == [("text", "total")]


@pytest.mark.parametrize(
    ("header", "taken", "back"),
    [
        ("Status", "admitted", "withdrawn"), ("Result", "accepted", "rejected"), ("Decision", "approved", "deferred"),
        ("Admitted", "yes", "no"), ("Outcome", "confirmed", "to be confirmed"), ("Statut", "admise", "refusée"),
        ("Résultat", "retenue", "non retenue"), ("Estado", "admitida", "no admitida"), ("الحالة", "مقبولة", "مرفوضة"),
        ("Situação", "aprovada", "reprovada"), ("Status", "admitted", "see minutes"), ("Selected", "✓", "waiting list"),
    ],
)  # fmt: skip
def test_a_column_for_the_status_sets_beside_the_list_what_is_not_admitted(read, header, taken, back):
    text = f"City | Country | {header}\nFez | Morocco | {taken}\nDakar | Senegal | {back}\nSur | Oman | {taken}"
    assert read(text) == ({"": [FEZ, SUR], back: [DAKAR]}, [])


def test_an_empty_status_says_nothing_where_others_are_admitted(read):
    text = "City | Country | Status\nFez | Morocco | admitted\nDakar | Senegal | \nSur | Oman | admitted"
    assert read(text)[0] == {"": [FEZ, SUR], "–": [DAKAR]}


def test_where_only_what_is_withdrawn_has_a_status_the_others_are_the_list(read):
    text = "City | Country | Status\nFez | Morocco | \nDakar | Senegal | withdrawn\nSur | Oman | "
    assert read(text)[0] == {"": [FEZ, SUR], "withdrawn": [DAKAR]}


@pytest.mark.parametrize(
    "remark", ["withdrawn in May", "did not meet the criteria", "To be confirmed", "hors liste: retirée"]
)
def test_a_remark_may_take_a_city_back(read, remark):
    text = f"City | Country | Remarks\nFez | Morocco | by the sea\nDakar | Senegal | {remark}"
    assert read(text)[0] == {"": [FEZ], remark: [DAKAR]}


@pytest.mark.parametrize(
    "words", ["Not admitted", "Withdrawn candidacies", "Candidatures retirées", "To be confirmed:"]
)
@pytest.mark.parametrize("header", ["", "City | Country\n"])
def test_a_row_of_words_sets_the_rows_below_it_beside_the_list(read, words, header):
    text = f"City | Country\nFez | Morocco\nSur | Oman\n{words} | \n{header}Dakar | Senegal\nCairo | Egypt"
    assert read(text)[0] == {"": [FEZ, SUR], words: [DAKAR, CAIRO]}


def test_the_list_goes_on_under_words_that_say_so(read):
    text = "Not admitted | \nCity | Country\nFez | Morocco\nAdmitted | \nCity | Country\nDakar | Senegal"
    assert read(text)[0] == {"Not admitted": [FEZ], "": [DAKAR]}


@pytest.mark.parametrize(
    "text",
    [
        "Fez (Morocco)   Dakar (Senegal)",
        "Fez (Morocco)       Dakar (Senegal)\nSur (Oman)          Cairo (Egypt)",
        "Arab States         Africa\nFez (Morocco)       Dakar (Senegal)\nSur (Oman)          Bissau (Guinea-Bissau)",
        "1. Fez (Morocco)     3. Dakar (Senegal)\n2. Sur (Oman)        4. Cairo (Egypt)",
        "Fez (Morocco) | Dakar (Senegal)\nSur (Oman) | Cairo (Egypt)",
        "Fez, Morocco        Dakar, Senegal\nSur, Oman           Cairo, Egypt",
        "Morocco            Senegal\nFez                Dakar",
        "Fez (Morocco)      Dakar (Senegal)      Cairo (Egypt)\nSur (Oman)         Gulu (Uganda)        Oran (Algeria)",
    ],
)  # fmt: skip
def test_entries_side_by_side_are_all_read(read, text):
    cities, unread = read(text)
    assert unread == []
    assert cities[""][0] == FEZ
    assert DAKAR in cities[""]
    assert len(cities[""]) == text.count("(") or "(" not in text


def test_columns_of_entries_are_read_from_top_to_bottom_with_their_own_headings(countries):
    text = (
        "Arab States            Africa\nFez (Morocco)          Dakar (Senegal)\nSur (Oman)             Gulu (Uganda)\n"
        "                       Bissau (Guinea-Bissau)\n\nAsia and the Pacific\nHanoi (Viet Nam)"
    )
    reading = parse(text, "en", countries=countries)
    assert [(line.name, line.region) for line in reading.cities] == [
        ("Fez", "arab_states"), ("Sur", "arab_states"), ("Dakar", "africa"), ("Gulu", "africa"), ("Bissau", "africa"),
        ("Hanoi", "asia_pacific"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Fez               Morocco\nDakar             Senegal",
        "City              Country\nFez               Morocco\nDakar             Senegal",
        "Morocco           Fez\nSenegal           Dakar",
        "1      Fez             Morocco\n2      Dakar           Senegal",
        "City | Country | City | Country\nFez | Morocco | Dakar | Senegal",
        "Fez | Morocco | Dakar | Senegal\n",
        "Country | City | Country | City\nMorocco | Fez | Senegal | Dakar",
    ],
)
def test_a_gap_of_spaces_may_also_part_a_city_from_its_country(read, text):
    assert read(text) == ({"": [FEZ, DAKAR]}, [])


def test_a_person_may_say_which_column_is_what(read):
    text = "A | B | C\nSenegal | Fez | Morocco\nMorocco | Dakar | Senegal"
    assert read(text, columns=("note", "city", "country"))[0] == {"": [FEZ, DAKAR]}


def test_each_cell_that_says_nothing_of_an_entry_is_left_aside_with_a_reason(countries):
    text = "City\tCountry\tFocal point\nFez\tMorocco\tAmina Alaoui"
    lines = parse(text, "en", countries=countries).lines
    assert [(line.kind, line.name, line.aside) for line in lines] == [
        ("heading", "City Country Focal point", "header_row"), ("city", "Fez", ""), ("text", "Amina Alaoui", "column"),
    ]  # fmt: skip


def test_what_each_column_was_read_as_is_proposed_with_examples(countries):
    text = "Region | No. | New member |  | \n |  | City | Country | Result\nAfrica | 1 | Dakar | Senegal | admitted\n | 2 | Gulu | Uganda | rejected"
    assert columns(text.replace(" | ", "\t"), "en", countries=countries) == Proposal(
        ("Region", "No.", "City", "Country", "Result"),
        ("region", "", "city", "country", "status"),
        (("Africa", "1", "Dakar", "Senegal", "admitted"), ("", "2", "Gulu", "Uganda", "rejected")),
    )


@pytest.mark.parametrize("text", ["Fez (Morocco)\nDakar (Senegal)", "", "Fez (Morocco)   Dakar (Senegal)"])
def test_where_no_table_is_nothing_is_proposed(countries, text):
    assert columns(text, "en", countries=countries) is None


def test_the_choice_of_a_person_is_the_proposal(countries):
    chosen = ("note", "city", "country")
    reading = parse("a\tFez\tMorocco\nb\tDakar\tSenegal", "en", countries=countries, columns=chosen)
    assert reading.columns.roles == ("", "city", "country")


@pytest.mark.parametrize(
    ("header", "cells", "found"),
    [
        ("Admitted", ["x", "", "x"], {"x": [FEZ, SUR], "–": [DAKAR]}),
        ("Withdrawn on", ["", "3 May 2025", ""], {"": [FEZ, SUR], "Withdrawn on: 3 May 2025": [DAKAR]}),
        ("Rejected", ["no", "yes", "no"], {"": [FEZ, SUR], "Rejected: yes": [DAKAR]}),
        ("Not admitted", ["", "x", "–"], {"": [FEZ, SUR], "Not admitted: x": [DAKAR]}),
        ("Retirée", ["", "1", ""], {"": [FEZ, SUR], "Retirée: 1": [DAKAR]}),
    ],
)
def test_marks_in_a_column_say_what_its_header_says(read, header, cells, found):
    rows = [
        f"{name} | {country} | {cell}"
        for (name, country), cell in zip(
            [("Fez", "Morocco"), ("Dakar", "Senegal"), ("Sur", "Oman")], cells, strict=True
        )
    ]
    assert read("\n".join([f"City | Country | {header}", *rows]))[0] == found


def test_cities_in_a_second_column_are_listed_or_stand_beside_the_list(read):
    beside = "Country | Cities admitted | Cities not admitted\nMorocco | Fez | Rabat\nSenegal | Dakar | Thiès"
    both = "Country | City 1 | City 2\nMorocco | Fez | Rabat\nSenegal | Dakar | Thiès"
    rabat, thies = ("Rabat", "MA"), ("Thiès", "SN")
    assert read(beside)[0] == {"": [FEZ, DAKAR], "Cities not admitted": [rabat, thies]}
    assert read(both)[0] == {"": [FEZ, rabat, DAKAR, thies]}


def test_a_table_of_what_is_not_admitted_alone_is_beside_the_list(read):
    assert read("Country | Cities not admitted\nMorocco | Fez\nSenegal | Dakar")[0] == {
        "Cities not admitted": [FEZ, DAKAR]
    }


def test_a_mark_in_a_table_has_what_the_note_below_it_says(read):
    for mark in ("*", "¹", "[1]", "†"):
        text = f"City | Country\nFez | Morocco\nDakar{mark} | Senegal\nSur | Oman\n{mark} withdrawn in May | "
        assert read(text)[0] == {"": [FEZ, SUR], "withdrawn in May": [DAKAR]}


def test_a_cell_alone_that_lists_or_takes_back_is_read_like_a_line(read):
    text = "City | Country\nFez | Morocco\nWithdrawn: Dakar (Senegal) | \nSur | Oman"
    assert read(text)[0] == {"": [FEZ, SUR], "Withdrawn": [DAKAR]}


def test_what_stands_under_words_that_nobody_can_tell_is_asked_about(countries):
    text = "City\tCountry\nFez\tMorocco\nObservers\t\nSur\tOman"
    lines = parse(text, "en", countries=countries).lines
    assert [(line.kind, line.name, line.doubt) for line in lines[1:]] == [
        ("city", "Fez", ""), ("unread", "Observers", ""), ("city", "Sur", "under_heading"),
    ]  # fmt: skip


def test_where_countries_are_repeated_an_empty_cell_is_not_that_of_the_row_above(read):
    text = "No. | City | Country\n1 | Fez | Morocco\n2 | Agadir | Morocco\n3 | Springfield | \n4 | Dakar | Senegal"
    assert read(text) == ({"": [FEZ, ("Agadir", "MA"), DAKAR]}, ["3\tSpringfield\t"])


def test_an_address_in_a_row_does_not_take_the_row_with_it(read):
    text = "City | Country | Contact\nFez | Morocco | a@example.org\nDakar | Senegal | +221 33 800 00 00"
    assert read(text)[0] == {"": [FEZ, DAKAR]}
