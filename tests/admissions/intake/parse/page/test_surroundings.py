"""What surrounds a list is told from its entries, and left aside with the reason."""

import pytest

from admissions.intake.parse import parse
from admissions.intake.parse.aside import why_aside

LIST = "- Fez (Morocco)\n- Dakar (Senegal)\n- Sur (Oman)"


@pytest.fixture
def read(countries):
    """The names that are sure, and the reasons why the other lines are left aside."""

    def read(text, language="en"):
        reading = parse(text, language, countries=countries)
        aside = [line.aside for line in reading.lines if line.kind == "text"]
        return [line.name for line in reading.cities if not line.doubt], aside

    return read


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("Paris, France\n4 December 2025", ["dateline", "date"]),
        ("4 December 2025\nParis (France)", ["date", "dateline"]),
        ("Hamburg (Germany), 4 December 2025 – New members:", ["dateline"]),
        ("Paris, le 4 décembre 2025", ["dateline"]),
        ("باريس، فرنسا\n4 ديسمبر 2025", ["dateline", "date"]),
        ("Subject: the list\nFrom: the desk\nTo: the registry", ["mail", "mail", "mail"]),
        ("---------- Forwarded message ---------\nFrom: Secretariat\nParis, France", ["mail", "mail", "mail"]),
        ("Objet : la liste\nDe : le bureau", ["mail", "mail"]),
        ("Dear colleagues,", ["mail"]),
        ("Home > News > Members", ["navigation"]),
        ("Page 3 of 10", ["page"]),
        ("Total: 3 cities from 3 countries", ["total"]),
        ("Seventy-two cities join the network", ["prose"]),
    ],
)
def test_what_stands_above_a_list(read, text, aside):
    assert read(f"{text}\n\n{LIST}") == (["Fez", "Dakar", "Sur"], aside)


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("Best regards,\nProgramme desk\nHamburg, Germany\nTel. +49 40 000 000", ["signature"] * 4),
        ("--\nInstitute\nFeldbrunnenstrasse 58, 20148 Hamburg, Germany", ["signature"] * 3),
        ("Kind regards,\n\nSomebody\nHamburg, Germany", ["signature"] * 3),
        ("Cordialement,\nLe bureau\nParis, France", ["signature"] * 3),
        ("مع التحية\nالمكتب\nباريس، فرنسا", ["signature"] * 3),
        ("Institute for Learning\nHamburg, Germany\ndesk@example.org", ["signature"] * 2),
        ("Done at Paris, France\n4 December 2025", ["date", "dateline"]),
        ("Total 3 cities", ["total"]),
        ("- 3 -", ["note"]),
        ("More news", ["note"]),
    ],
)
def test_what_stands_below_a_list(read, text, aside):
    names, found = read(f"{LIST}\n\n{text}")
    assert names[:3] == ["Fez", "Dakar", "Sur"]
    assert names[3:] == []
    assert set(found) <= {*aside, "title", "prose", "note"}


def test_a_list_that_is_quoted_in_a_mail_is_read(read):
    quoted = "\n".join(f"> {line}" for line in LIST.splitlines())
    deeper = "\n".join(f">> {line}" for line in ["- Cork (Ireland)", "- Riyadh (Kingdom of Saudi", "Arabia)"])
    assert read(f"On Thursday somebody wrote:\n{quoted}\n{deeper}")[0] == ["Fez", "Dakar", "Sur", "Cork", "Riyadh"]


def test_the_head_of_each_page_is_no_entry(read):
    page = "Network of cities, draft {}\n- Fez (Morocco)\n- Dakar (Senegal)\n"
    names, aside = read("".join(page.format(number) for number in range(1, 4)))
    assert aside == ["running_head"] * 3
    assert set(names) == {"Fez", "Dakar"}


def test_entries_with_a_day_each_are_entries(read):
    days = "\n".join(
        f"{name}, {day} December 2025"
        for day, name in enumerate(("Fez (Morocco)", "Sur (Oman)", "Cork (Ireland)", "Bonn (Germany)"), 1)
    )  # noqa: E501
    assert len(read(days)[0]) == 4


def test_each_reason_has_its_sentence(db):
    codes = ("dateline", "date", "signature", "mail", "page", "running_head", "navigation", "related", "total",
             "title", "introduction", "note", "prose", "header_row", "column", "group")  # fmt: skip
    assert all(why_aside(code) for code in codes)
    assert why_aside("") == ""


@pytest.mark.parametrize(
    "text",
    [
        "New members\nFez (Morocco)\nCairo (Egypt)\nContact: info@example.org",
        "Fez (Morocco)\nCairo (Egypt)\nTel. +20 2 1234567",
        "Best regards\nFez (Morocco)\nCairo (Egypt)",
        "Best regards,\nFez, Morocco\nCairo, Egypt",
    ],
)
def test_entries_beside_an_address_are_no_address(countries, text):
    assert [line.name for line in parse(text, "en", countries=countries).cities] == ["Fez", "Cairo"]


def test_several_entries_with_a_day_are_no_datelines(countries):
    text = "Fez (Morocco), 4 December 2025\nCairo (Egypt), 4 December 2025"
    assert [line.name for line in parse(text, "en", countries=countries).cities] == ["Fez", "Cairo"]


def test_the_place_and_day_above_a_list_are_a_dateline(countries):
    reading = parse("Hamburg (Germany), 4 December 2025\nFez (Morocco)\nCairo (Egypt)", "en", countries=countries)
    assert [line.name for line in reading.cities] == ["Fez", "Cairo"]
    assert reading.lines[0].aside == "dateline"
