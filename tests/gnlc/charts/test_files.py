"""The numbers of a chart leave as a file that spreadsheets read and do not obey."""

from datetime import date

import pytest
from django.utils.translation import override

from gnlc.charts import Bars, Row, Series
from gnlc.charts.files import as_csv


def test_the_file_has_a_mark_headers_keys_and_empty_cells():
    rows = (Row("14 février", (1, None), key="2020-02-14"), Row("a, b", (1500, 2)))
    chart = Bars("trial", "", "", "Jour", (Series("Recensés"), Series("Annoncés")), rows)
    response = as_csv(chart, date(2020, 9, 23))
    assert response.content.decode() == '\ufeffJour,Recensés,Annoncés\r\n2020-02-14,1,\r\n"a, b",1500,2\r\n'
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="gnlc-trial-2020-09-23-en.csv"'


@pytest.mark.parametrize("label", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(label):
    chart = Bars("trial", "", "", label, (Series(label),), (Row(label, (-1,), code=label),))
    assert as_csv(chart, date(2020, 9, 23)).content.decode() == (
        f"\ufeff'{label},Code,'{label}\r\n'{label},'{label},-1\r\n"
    )


def test_rows_with_a_code_have_it_in_a_column_of_its_own():
    rows = (Row("Maroc", (1,), code="MA"), Row("non précisé", (2,)))
    chart = Bars("trial", "", "", "Pays", (Series("Recensés"),), rows)
    assert as_csv(chart, date(2020, 9, 23)).content.decode() == (
        "\ufeffPays,Code,Recensés\r\nMaroc,MA,1\r\nnon précisé,,2\r\n"
    )


def test_the_name_says_of_what_of_which_day_and_in_which_language(db):
    chart = Bars("trial", "", "", "Pays", (), ())
    with override("fr"):
        response = as_csv(chart, date(2020, 9, 23), "ma", "fr")
    assert response["Content-Disposition"] == 'attachment; filename="gnlc-ma-fr-trial-2020-09-23-fr.csv"'
