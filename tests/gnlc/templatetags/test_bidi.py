import pytest

from tests.gnlc.templatetags.rendered import rendered


@pytest.mark.parametrize(
    ("language", "text", "html"),
    [
        ("ar", "الخطوط: Noto Sans وNoto Serif.", "الخطوط: <bdi>Noto Sans</bdi> و<bdi>Noto Serif</bdi>."),
        ("ar", "برخصة CC BY 4.0.", "برخصة <bdi>CC BY 4.0</bdi>."),
        ("ar", "<b>", "&lt;<bdi>b</bdi>&gt;"),
        ("fr", "Fès (فاس القديمة)", 'Fès (<bdi lang="ar" dir="rtl">فاس القديمة</bdi>)'),
    ],
)
def test_what_runs_against_a_text_is_kept_apart_in_it(language, text, html):
    assert rendered("{{ text|words }}", language, text=text) == html
