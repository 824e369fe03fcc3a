"""Web pages as a reader sees them: what is the article, what surrounds it, what is struck, what spans."""

import pytest

from admissions.intake.decode import check_text, read_text
from admissions.intake.decode.remarks import asides_of
from admissions.intake.parse import parse


@pytest.fixture
def read(countries):
    """({group: the names of its cities}, {line that is left aside: why}) of a page."""

    def read(html):
        text, remarks, groups = read_text(html, countries)
        asides = asides_of(remarks)
        found, lines = {}, text.split("\n")
        for line in parse(text, "en", countries=countries, groups=groups, asides=asides).lines:
            if line.kind == "city":
                found.setdefault(line.group, []).append(line.name)
        return found, {lines[number - 1]: code for number, code in asides.items()}

    return read


LIST = "<ul><li>Fez (Morocco)</li><li>Dakar (Senegal)</li></ul>"


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("<nav>{}</nav>", "navigation"), ("<footer><p>{}</p></footer>", "navigation"),
        ("<div class='breadcrumb'>{}</div>", "navigation"), ("<div role='navigation'>{}</div>", "navigation"),
        ("<div id='main-menu'><ul><li>{}</ul></div>", "navigation"), ("<div hidden>{}</div>", "navigation"),
        ("<p style='display:none'>{}</p>", "navigation"), ("<div aria-hidden='true'>{}</div>", "navigation"),
        ("<div class='block related'><h2>Related</h2>{}</div>", "related"),
        ("<section class='related-articles'>{}</section>", "related"),
        ("<div class='view-recommended'>{}</div>", "related"), ("<aside>{}</aside>", "navigation"),
    ],
)  # fmt: skip
def test_what_surrounds_the_article_is_left_aside_with_its_reason(read, part, code):
    cities, asides = read(f"<html><body><main>{LIST}</main>{part.format('Bonn (Germany)')}</body></html>")
    assert cities == {"": ["Fez", "Dakar"]}
    assert [asides[line] for line in asides if "Bonn (Germany)" in line] == [code]


@pytest.mark.parametrize("tag", ["select", "script", "style", "noscript", "template", "svg", "title"])
def test_what_no_reader_sees_is_no_text(tag):
    assert check_text(f"<html><body>{LIST}<{tag}>Bonn (Germany)</{tag}></body></html>") == (
        "- Fez (Morocco)\n- Dakar (Senegal)"
    )


def test_the_head_of_an_article_is_of_the_article():
    page = f"<html><body><header>UNESCO</header><article><header><h1>72 cities</h1></header>{LIST}</article></body>"
    text, remarks, _groups = read_text(page)
    assert text.splitlines() == ["UNESCO", "72 cities", "- Fez (Morocco)", "- Dakar (Senegal)"]
    assert remarks == {"asides": {1: "navigation"}}


def test_a_page_of_which_all_is_in_a_part_that_was_not_closed_is_read(read):
    assert read(f"<html><body><nav><p>Menu</p>{LIST}")[0] == {"": ["Fez", "Dakar"]}


@pytest.mark.parametrize(
    "struck",
    [
        "<s>{}</s>",
        "<del>{}</del>",
        "<strike>{}</strike>",
        "<b><s>{}</s></b>",
        "<i style='text-decoration:line-through'>{}</i>",
    ],
)
@pytest.mark.parametrize("around", ["<li>{}</li>", "<p>{}</p>", "<table><tr><td>{}</td></tr></table>"])
def test_what_is_struck_stands_beside_the_list(read, struck, around):
    page = f"<div><p>Fez (Morocco)</p>{around.format(struck.format('Dakar (Senegal)'))}</div>"
    assert read(page)[0] == {"": ["Fez"], "Struck out": ["Dakar"]}


def test_cells_that_span_rows_and_columns_are_read(read):
    table = (
        "<table><caption>2025</caption><tr><th colspan=3>Admissions</th></tr>"
        "<tr><th>Country</th><th>City</th><th>Status</th></tr>"
        "<tr><td rowspan=2>Morocco</td><td>Fez</td><td rowspan='3'>admitted</td></tr><tr><td>Agadir</td></tr>"
        "<tr><td>Senegal</td><td>Dakar</td></tr><tr><td>Oman</td><td>Sur</td><td>withdrawn</td></tr></table>"
    )
    assert read(table)[0] == {"": ["Fez", "Agadir", "Dakar"], "withdrawn": ["Sur"]}


def test_a_note_behind_a_name_is_a_mark_of_a_note_and_an_ordinal_is_not():
    page = "<p>Cairo (Egypt)<sup>1</sup></p><p>Maroua 1<sup>er</sup> (Cameroon)</p>"
    assert check_text(page) == "Cairo (Egypt)[1]\nMaroua 1er (Cameroon)"


def test_a_line_of_a_page_ends_where_a_reader_sees_its_end():
    page = "<p>Fez\n (Morocco)<br>Sur <b>(Oman)</b></p><div>Dakar<span> (Senegal)</span></div>tail"
    assert check_text(page) == "Fez (Morocco)\nSur (Oman)\nDakar (Senegal)\ntail"
