"""Charts are drawn from plain numbers, from the side on which a line of writing begins."""

from datetime import date

import pytest
from django.template import Context, Template
from django.utils.translation import override
from lxml import html

from gnlc.charts import Bars, Dots, Row, Series, Steps
from tests.support.markup import in_one_line

WORDS = {"name": "trial", "title": "Trial", "description": "Bars.", "head": "Thing"}
TWO = (Series("Recorded", "recorded"), Series("Announced", "reported"))


def drawn(chart):
    return html.fromstring(Template("{% load charts %}{% chart chart %}").render(Context({"chart": chart})))


def bars(*rows, series=TWO[:1], **options):
    return Bars(**WORDS, series=series, rows=tuple(Row(label, numbers) for label, numbers in rows), **options)


@pytest.mark.parametrize(("language", "sides"), [("en", ["0%", "0%"]), ("ar", ["16%", "58%"])])
def test_bars_begin_where_a_line_of_writing_begins(language, sides):
    with override(language):
        lines = bars(("A", (4,)), ("B", (2,))).lines()
    assert [(bar.x, bar.width) for line in lines for bar in line.bars] == list(zip(sides, ["84%", "42%"], strict=True))


def test_bars_of_a_row_lie_under_each_other_and_a_missing_number_has_none():
    first, second = bars(("A", (4, 5)), ("B", (2, None)), series=TWO).lines()
    assert [(bar.number, bar.style) for bar in first.bars] == [(4, "recorded"), (5, "reported")]
    assert first.bars[0].y < first.bars[1].y
    assert [bar.number for bar in second.bars] == [2]


def test_parts_follow_each_other_and_small_ones_keep_their_number_to_the_table():
    (line,) = bars(("A", (90, 0, 10)), series=(*TWO, Series("Rest", "part-3")), stacked=True).lines()
    assert [(bar.number, bar.x, bar.width, bar.says) for bar in line.bars] == [
        (90, "0%", "75.6%", True),
        (10, "75.6%", "8.4%", True),
    ]
    assert line.total.number == 100
    (line,) = bars(("A", (99, 1)), series=TWO, stacked=True).lines()
    assert [bar.says for bar in line.bars] == [True, False]


def test_nothing_but_zeros_is_drawn_without_dividing_by_them():
    assert [bar.width for line in bars(("A", (0,))).lines() for bar in line.bars] == ["0%"]


def test_dots_are_full_up_to_the_number():
    chart = Dots(**WORDS, series=TWO, rows=(Row("A", (2, 0)),))
    assert [[dot.is_full for dot in layer.dots] for layer in chart.layers()] == [
        [True, False],
        [True, False],
        [False, False],
    ]


@pytest.mark.parametrize(("language", "ends"), [("en", ["10%", "89%"]), ("ar", ["90%", "11%"])])
def test_a_line_through_time_holds_each_number_until_the_next(language, ends):
    days = (date(2020, 1, 1), date(2020, 7, 1))
    with override(language):
        chart = Steps(
            **WORDS, series=TWO[:1], rows=(Row("1", (2,)), Row("2", (4,))), days=days, until=date(2021, 1, 1)
        )
        (trail,) = chart.trails()
    assert (trail.pieces[0].begin, trail.pieces[-1].end) == tuple(ends)
    assert [piece.y for piece in trail.pieces] == ["146.0", "26.0"]
    assert [line.number for line in chart.grid()] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("end", "marks"), [(date(2020, 1, 2), ["1 January 2020: 2 · one left"]), (date(2020, 7, 1), [])]
)
def test_a_number_that_held_for_a_moment_only_is_marked_and_says_what_it_was(end, marks):
    rows = (Row("1 January 2020", (2,), note="one left"), Row("later", (1,)))
    chart = Steps(**WORDS, series=TWO[:1], rows=rows, days=(date(2020, 1, 1), end), until=date(2021, 1, 1))
    page = drawn(chart)
    assert [in_one_line(mark.text_content()) for mark in page.iter("circle")] == marks
    assert [in_one_line(cell.text_content()) for cell in page.iter("th") if cell.get("scope") == "row"] == [
        "1 January 2020 one left", "later",
    ]  # fmt: skip


def test_a_chart_without_days_has_no_line():
    assert Steps(**WORDS, series=TWO, rows=(), until=date(2021, 1, 1)).trails() == []


def test_a_chart_has_a_title_a_description_a_table_and_a_file():
    page = drawn(bars(("A", (4, 1500)), ("B", (2, None)), series=TWO, drawn=1, address="/trial.csv"))
    svg = page.find(".//svg[@role='img']")
    named = [page.get_element_by_id(name) for name in svg.get("aria-labelledby").split()]
    assert [(each.tag, each.text) for each in named] == [("title", "Trial"), ("desc", "Bars.")]
    assert [[in_one_line(cell.text_content()) for cell in row.iter("th", "td")] for row in page.iter("tr")] == [
        ["Thing", "Recorded", "Announced"],
        ["A", "4", "1,500"],
        ["B", "2", "–"],
    ]
    assert page.xpath("//a[@download]/@href") == ["/trial.csv"]


def test_a_name_in_another_language_says_so_in_the_drawing_and_in_the_table():
    page = drawn(Bars(**WORDS, series=TWO[:1], rows=(Row("Maroc", (1,), language="fr"),)))
    assert [each.tag for each in page.xpath("//*[@lang='fr' and text()='Maroc']")] == ["text", "bdi"]


def test_a_chart_of_nothing_says_so():
    assert "Nothing to draw yet." in drawn(bars()).text_content()


def test_a_long_label_is_broken_and_makes_room_for_its_lines():
    name = "United Kingdom of Great Britain and Northern Ireland"
    short, long = bars(("A", (1,)), ("B", (1,))), bars((name, (1,)), ("B", (1,)))
    assert [
        long.height - short.height,
        *(b.bars[0].y - a.bars[0].y for a, b in zip(short.lines(), long.lines(), strict=True)),
    ] == [16, 16, 16]
    assert [in_one_line(part.text) for part in drawn(long).iter("text", "tspan")][:2] == [
        "United Kingdom of Great Britain and", "Northern Ireland",
    ]  # fmt: skip
    assert in_one_line(drawn(long).find(".//text").text_content()) == name


@pytest.mark.parametrize(
    ("numbers", "heights"),
    [
        ((4, 2), ["31.0", "151.0"]),
        ((40, 40), ["13.0", "31.0"]),
        ((40, 39), ["19.0", "37.0"]),
        ((0, 0), ["253.0", "271.0"]),
    ],
)
def test_the_last_numbers_of_lines_stand_after_their_ends_and_keep_apart(numbers, heights):
    days = (date(2020, 1, 1),)
    chart = Steps(**WORDS, series=TWO, rows=(Row("1", numbers),), days=days, until=date(2021, 1, 1))
    assert [trail.text_y for trail in chart.trails()] == heights


def test_no_number_stands_where_lines_are_drawn():
    days = (date(2020, 1, 1), date(2020, 7, 1))
    chart = Steps(**WORDS, series=TWO[:1], rows=(Row("1", (2,)), Row("2", (4,))), days=days, until=date(2021, 1, 1))
    page = drawn(chart)
    begin, end = (float(edge.rstrip("%")) for edge in chart.edges)
    drawings = [float(line.get(x).rstrip("%")) for line in page.iter("line") for x in ("x1", "x2")]
    assert (min(drawings), max(drawings)) == (begin, end)
    (last,) = page.xpath("//*[contains(@class, 'chart__name')]")
    assert (last.get("x"), last.get("dx")) == (f"{end:g}%", "8")


def test_the_numbers_of_parts_stand_under_their_bar():
    (line,) = bars(("A", (90, 10)), series=TWO, stacked=True).lines()
    assert all(bar.text_y > bar.y + 16 for bar in line.bars)


def test_a_word_before_a_number_stands_in_the_table():
    rows = (Row("A", (4, 350), qualifiers={1: "about"}), Row("B", (2, None)))
    page = drawn(Bars(**WORDS, series=TWO, rows=rows))
    assert [cell.text_content() for cell in page.iter("td")] == ["4", "about 350", "2", "–"]
