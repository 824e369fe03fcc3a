"""The numbers of a chart leave as a file that spreadsheets read and do not obey."""

import pytest

from gnlc.pages.charts import Bars, Row, Series
from gnlc.pages.charts.files import as_csv


def test_the_file_has_a_mark_headers_keys_and_empty_cells():
    rows = (Row("14 février", (1, None), key="2020-02-14"), Row("a, b", (1500, 2)))
    chart = Bars("trial", "", "", "Jour", (Series("Recensés"), Series("Annoncés")), rows)
    response = as_csv(chart)
    assert response.content.decode() == '\ufeffJour,Recensés,Annoncés\r\n2020-02-14,1,\r\n"a, b",1500,2\r\n'
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="trial.csv"'


@pytest.mark.parametrize("label", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(label):
    chart = Bars("trial", "", "", label, (Series(label),), (Row(label, (-1,)),))
    assert as_csv(chart).content.decode() == f"\ufeff'{label},'{label}\r\n'{label},-1\r\n"
