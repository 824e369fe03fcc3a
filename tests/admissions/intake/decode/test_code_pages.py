"""Texts that are not in Unicode: which letters they are written with, and what is said about it."""

import pytest

from admissions.intake.decode import read_file
from admissions.intake.decode.remarks import sentences
from tests.admissions.intake.conftest import ROOT

FILES = ROOT / "tests" / "data" / "files"


def test_a_list_of_turkish_cities_has_turkish_letters(countries):
    text, remarks, _groups = read_file("list.csv", (FILES / "windows-1254.csv").read_bytes(), countries)

    assert text.splitlines() == ["Şehir\tÜlke", "Eskişehir\tTürkiye", "Balıkesir\tTürkiye", "İzmir\tTürkiye"]
    assert sentences(remarks) == [
        (
            "This file does not say by which code page its letters are written; they were read as Windows-1254. If "
            "letters look wrong, save it as UTF-8 and bring it again."
        )
    ]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("cp1254", "Eskişehir\nBalıkesir\nİzmir\nMuğla"),
        ("cp1254", "Karşıyaka (Turquie)\nGölbaşı (Turquie)"),
        ("cp1250", "Łódź (Poland)\nGdańsk (Poland)\nWrocław (Poland)"),
        ("cp1250", "Iaşi (Romania)\nTimişoara (Romania)\nGalaţi (Romania)"),
        ("cp1250", "Plzeň (Czechia)\nČeské Budějovice (Czechia)\nTřebíč (Czechia)"),
        ("cp1250", "Győr (Hungary)\nSzékesfehérvár (Hungary)\nPécs (Hungary)"),
        ("cp1250", "Đakovo (Croatia)\nČakovec (Croatia)"),
        ("cp1251", "Москва – Россия\nСанкт-Петербург – Россия"),
        ("cp1251", "Мелитополь (Ukraine)\nНовояворовск (Ukraine)"),
        ("cp1253", "Λάρισα – Ελλάδα\nΘεσσαλονίκη – Ελλάδα"),
        ("cp1253", "Λάρισα (Greece)\nΤρίκαλα (Greece)"),
        ("cp1256", "بنجرير – المغرب\nأكادير، الصويرة"),
        ("cp1256", "فاس (Maroc)\nأكادير (Maroc)"),
        ("cp1252", "Besançon (France)\nBouaké (Côte d’Ivoire)\nNîmes (France)"),
        ("cp1252", "Göteborg (Sweden)\nSønderborg (Denmark)\nTromsø (Norway)"),
        ("cp1252", "Seyðisfjörður (Iceland)\nÞorlákshöfn (Iceland)"),
        ("cp1252", "A Coruña (Spain)\nMálaga (Spain)"),
        ("cp1257", "Šiauliai (Lithuania)\nPanevėžys (Lithuania)"),
        ("iso8859_6", "بنجرير - المغرب\nأكادير، الصويرة"),
        ("iso8859_6", "القاهرة (مصر)\nالمنصورة (مصر)\nشبين الكوم (مصر)"),
        ("iso8859_6", "المدينة;البلد\nمسقط;سلطنة عمان\nتونس;تونس"),
        ("cp1256", "القاهرة (مصر)\nالمنصورة (مصر)\nشبين الكوم (مصر)"),
        ("cp1254", "Şehir;Ülke\nKocaeli;Türkiye\nÇankaya;Türkiye\nBağcılar;Türkiye"),
        ("cp1251", "Ханой (Вьетнам)\nКаир (Египет)\nПорто-Ново (Бенин)"),
        ("cp850", "Chía (Colombie)\nMedellín (Colombie)"),
        ("mac_roman", "Besançon (France)\nBouaké (Côte d'Ivoire)\nNîmes (France)"),
        ("cp850", "Besançon (France)\nNîmes (France)"),
    ],
)
def test_the_code_page_is_the_one_that_makes_names_and_words_known(countries, page, text):
    assert read_file("list.txt", text.encode(page), countries) == (text, {"read_as": page}, {})


@pytest.mark.parametrize("text", ["Fez (Morocco)", "Şanlıurfa (Türkiye)", "فاس (المغرب)", "Łódź (Poland)"])
@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be", "utf-16", "utf-8", "utf-8-sig"])
def test_unicode_needs_no_guess(text, charset):
    assert read_file("list.txt", text.encode(charset)) == (text, {}, {})
