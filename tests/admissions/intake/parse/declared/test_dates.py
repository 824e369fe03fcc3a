"""The day that a text names."""

from datetime import date

import pytest

from admissions.intake.parse.declared.dates import read_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Paris, 2 September 2022 – Today", date(2022, 9, 2)),
        ("Hamburg, September 23, 2020. Today", date(2020, 9, 23)),
        ("Le 1er mars 2024, des villes", date(2024, 3, 1)),
        ("هذا يوم ١٤ فبراير ٢٠٢٤ في باريس", date(2024, 2, 14)),
        ("14 شباط/فبراير 2024", date(2024, 2, 14)),
        ("4 كانون الأول 2025", date(2025, 12, 4)),
        ("published 2024-02-14", date(2024, 2, 14)),
        ("Madrid, 5 de diciembre de 2025.", date(2025, 12, 5)),
        ("Lisboa, 5 de dezembro de 2025", date(2025, 12, 5)),
        ("Bonn, den 5. Dezember 2025", date(2025, 12, 5)),
        ("Roma, 1° marzo 2024", date(2024, 3, 1)),
        ("5 Aralık 2025 Cuma", date(2025, 12, 5)),
        ("5 декабря 2025 года", date(2025, 12, 5)),
        ("5 грудня 2025 р.", date(2025, 12, 5)),
        ("Stand: 05.12.2025", date(2025, 12, 5)),
        ("2025年12月5日，巴黎", date(2025, 12, 5)),
        ("２０２５年１２月５日", date(2025, 12, 5)),
        ("2025년 12월 5일", date(2025, 12, 5)),
        ("วันที่ 5 ธันวาคม 2568", date(2025, 12, 5)),
        ("Hà Nội, ngày 5 tháng 12 năm 2025", date(2025, 12, 5)),
        ("5 Desember 2025", date(2025, 12, 5)),
        ("۵ دسامبر ۲۰۲۵", date(2025, 12, 5)),
        ("5 Δεκεμβρίου 2025", date(2025, 12, 5)),
        ("31 February 2024, 14/02/2024, May 2024, 3 May 1789", None),
    ],
)
def test_the_first_full_date_is_the_day(text, day):
    assert read_date([text]) == day
