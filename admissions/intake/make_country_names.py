"""Make `admissions/data/country_names.csv` from the Unicode CLDR. For maintainers: get its JSON data, the npm package
`cldr-localenames-full`, unpack it, and run

    python -m admissions.intake.make_country_names FOLDER

The folder is the unpacked package. Names that lists print otherwise, and those that the CLDR does not have, are in
`country_names_more.csv`, which is written by hand.
"""

import csv
import json
import sys
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"
# Our codes of languages, and where the CLDR has their names: first those of the language, then of its countries.
LOCALES = {
    "en": ["en", "en-GB"], "fr": ["fr", "fr-CA"], "ar": ["ar", "ar-EG", "ar-LY", "ar-SA"],
    "es": ["es", "es-419", "es-MX"], "pt": ["pt", "pt-PT"], "de": ["de", "de-AT", "de-CH"], "it": ["it"], "tr": ["tr"],
    "ru": ["ru", "ru-UA"], "uk": ["uk"], "zh-hans": ["zh"], "zh-hant": ["zh-Hant", "zh-Hant-HK"], "ja": ["ja"],
    "ko": ["ko"], "th": ["th"], "vi": ["vi"], "id": ["id"], "fa": ["fa", "fa-AF"], "el": ["el"],
}  # fmt: skip
# Abbreviations that are the code or the abbreviation of another country elsewhere.
LEFT_OUT = {("es", "RU")}


def main(folder):
    with (DATA.parents[1] / "cities/data/countries.csv").open(encoding="utf-8", newline="") as file:
        codes = {row["iso2"] for row in csv.DictReader(file)}
    rows = [
        (code, language, "|".join(names))
        for language, locales in LOCALES.items()
        for code, names in sorted(names_in(folder, language, locales).items())
        if code in codes
    ]
    with (DATA / "country_names.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("iso2", "language", "names"), *rows])
    sys.stdout.write(f"{len(rows)} rows\n")


def names_in(folder, language, locales):
    """{code: its names}: the usual one, the short one and the variants."""
    found = {}
    for locale in locales:
        path = Path(folder) / "main" / locale / "territories.json"
        territories = json.loads(path.read_text(encoding="utf-8"))["main"][locale]["localeDisplayNames"]["territories"]
        for key, name in territories.items():
            code = key.partition("-")[0]
            names = found.setdefault(code, [])
            if name not in names and name != code and (language, name) not in LEFT_OUT:
                names.append(name)
    return found


if __name__ == "__main__":
    main(sys.argv[1])
