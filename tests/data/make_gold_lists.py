"""Make the gold lists in `lists/` and their answers in `answers.csv` from the registry's files.

They are written as published lists are, each in another layout, and hold the facts that the registry has of the
rounds of 2022 and 2024, so fewer cities than were announced. Run `python tests/data/make_gold_lists.py` after those
facts have changed, and look at what changed in the lists.
"""

import csv
from pathlib import Path

from gold_wording import CLOSING, INTRODUCTIONS, LATIN_ONLY, OFFICIAL, PRINTED, REGIONS

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LANGUAGES = ("en", "fr", "ar")

# What the coordinates in cities.csv belong to where it is not the body itself but the town it is governed from.
SEATS = ("seat", "capital of", "of which", "beside", "main town", "same name as the")


def table(name):
    with (ROOT / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def members(year):
    """One dict for each city recorded in the round: what is printed in each language, and the right answers."""
    cities = {row["slug"]: row for row in table("cities/data/cities.csv")}
    countries = {row["iso2"]: row for row in table("cities/data/countries.csv")}
    names = {(row["lang"], row["city_slug"]): row["name"] for row in table("cities/data/city_names.csv")}
    found = []
    for row in table("admissions/data/admissions.csv"):
        if row["cohort_slug"] != year:
            continue
        slug, code = row["city_slug"], row["country_iso2"]
        city, country = cities[slug], countries[code]
        own = {"en": row["name_as_announced"]} | {language: names[language, slug] for language in ("fr", "ar")}
        found.append({
            "slug": slug,
            "code": code,
            "region": country["unesco_region"],
            "name": {language: PRINTED.get((language, slug), own[language]) for language in LANGUAGES},
            "country": {language: OFFICIAL[language].get(code, country[f"name_{language}"]) for language in LANGUAGES},
            "geonames_id": city["geonames_id"],
            "place": "" if not city["geonames_id"] else "seat" if is_seat(city) else "itself",
        })  # fmt: skip
    return found


def is_seat(city):
    return any(word in city["matched_by"] for word in SEATS)


def by_region(cities, language):
    for region, title in REGIONS[language].items():
        listed = [city for city in cities if city["region"] == region]
        if listed:
            yield title, sorted(listed, key=lambda city: city["name"][language])


def by_country(cities, language):
    groups = {}
    for city in sorted(cities, key=lambda city: (city["country"][language], city["name"][language])):
        groups.setdefault(city["country"][language], []).append(city["name"][language])
    return groups.items()


def page(year, language, body):
    return "\n\n".join([*INTRODUCTIONS[year, language], "\n".join(body), CLOSING[language]]) + "\n"


def in_sections(cities, language, entry, title="{title}"):
    """Lines under headings of regions; `entry` makes the line of a city from its number, name and country."""
    lines = []
    for heading, listed in by_region(cities, language):
        lines.append(title.format(title=heading, count=len(listed)))
        for number, city in enumerate(listed, start=1):
            lines.append(entry(number, city["name"][language], city["country"][language]))
    return lines


def listed(names, last):
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}{last}{names[-1]}"


def sentence(cities, language):
    parts = [f"{listed(names, ' et ')} ({country})" for country, names in by_country(cities, language)]
    return [f"Il s'agit de {listed(parts, ' et de ')}."]


def arabic_by_country(cities):
    return [f"{country}: {'، و'.join(names)}" for country, names in by_country(cities, "ar")]


def under_countries(cities, language):
    lines = []
    for country, names in by_country(cities, language):
        lines += [country, *(f"• {name}" for name in names), ""]
    return lines


def web_page(cities):
    items = "".join(
        f"<h3>{heading}</h3><ul>"
        + "".join(f"<li><strong>{city['name']['en']}</strong>&nbsp;({city['country']['en']})</li>\n" for city in group)
        + "</ul>"
        for heading, group in by_region(cities, "en")
    )
    return f"""<!DOCTYPE html>
<html lang="en"><head><title>News</title><style>li {{ color: red }}</style>
<script>var cities = ["Rome (Italy)", "<li>Paris (France)</li>"];</script></head>
<body><nav><ul><li>Home</li><li>Oslo (Norway)</li></ul></nav>
<main><h1>{INTRODUCTIONS["2022", "en"][0]}</h1><p>{INTRODUCTIONS["2022", "en"][1]}</p>
{items}
<p>{CLOSING["en"]}</p></main>
<footer>Contact: Hamburg (Germany) <a href="/">Imprint</a></footer></body></html>
"""


def semicolon_table(cities):
    rows = ["Région;Pays;Ville;N°"]
    for heading, group in by_region(cities, "fr"):
        rows += [f"{heading};{city['country']['fr']};{city['name']['fr']};{city['code']}" for city in group]
    return "\r\n".join(rows) + "\r\n"


def broken_words(text):
    """Long words broken by a hyphen at the line end, as in a column of print."""
    lines = []
    for line in text.split("\n"):
        first = line.removeprefix("- ").split(" ")[0]
        if line.startswith("- ") and len(first) > 7 and first.isalpha():
            line = f"- {first[:4]}-\n{line[6:]}"
        lines.append(line)
    return "\n".join(lines)


def run_together(cities):
    lines = []
    for _heading, group in by_region(cities, "en"):
        entries = [(city["name"]["en"], city["country"]["en"]) for city in group]
        lines += [name + country for name, country in entries[:4]]
        lines.append("".join(f"{name} ({country})" for name, country in entries[4:]))
    return [line for line in lines if line]


def arabic_digits(number):
    return "".join("٠١٢٣٤٥٦٧٨٩"[int(digit)] for digit in str(number))


def marked_entry(number, name, country):
    return f"\u200f{arabic_digits(number)}.\u00a0{name} \u200f(\u200f{country}\u200f)\u200f"


def lists():
    """(file name, contents, encoding) of each list."""
    old, new = members("2022"), members("2024")

    def brackets(number, name, country):
        return f"- {name} ({country})"

    def dashed(number, name, country):
        return f"- {name} – {country}" if number % 2 else f"- {country} – {name}"

    english_2022 = page("2022", "en", in_sections(old, "en", brackets))
    yield "2022-en.txt", english_2022, "utf-8"
    yield "2022-fr.txt", page("2022", "fr", in_sections(old, "fr", brackets)), "utf-8"
    commas = in_sections(new, "en", lambda number, name, country: f"{number}. {name}, {country}", "{title} ({count})")
    yield "2024-en.txt", page("2024", "en", commas), "utf-8"
    yield "2024-fr.txt", page("2024", "fr", under_countries(new, "fr")), "utf-8"
    yield "2024-ar.txt", page("2024", "ar", arabic_by_country(new)), "utf-8"
    yield "2022-en-page.html", web_page(old), "utf-8"
    yield "2022-en-broken-words.txt", broken_words(english_2022), "utf-8"
    yield "2022-fr-table.csv", semicolon_table(old), "utf-8-sig"
    yield "2022-fr-latin.txt", page("2022", "fr", in_sections(latin(old), "fr", brackets)), "cp1252"
    yield "2024-en-dashes.txt", page("2024", "en", in_sections(new, "en", dashed)), "utf-8"
    yield "2024-en-run-together.txt", page("2024", "en", run_together(new)), "utf-8"
    yield "2024-fr-sentence.txt", page("2024", "fr", sentence(new, "fr")), "utf-8"
    yield "2024-ar-marks.txt", page("2024", "ar", in_sections(new, "ar", marked_entry)), "utf-8"
    windows = page("2024", "ar", in_sections(new, "ar", brackets))
    yield "2024-ar-windows.txt", windows, "cp1256"


def latin(cities):
    """The cities with their French names in the letters of Windows-1252."""
    return [city | {"name": {"fr": LATIN_ONLY.get(city["slug"], city["name"]["fr"])}} for city in cities]


def main():
    for name, contents, encoding in lists():
        (HERE / "lists" / name).write_bytes(contents.encode(encoding))
    with (HERE / "answers.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["round", "language", "name", "country", "city", "geonames_id", "place"])
        for year, languages in (("2022", ("en", "fr")), ("2024", LANGUAGES)):
            for language in languages:
                for city in members(year):
                    answer = [city["code"], city["slug"], city["geonames_id"], city["place"]]
                    writer.writerow([year, language, city["name"][language], *answer])
                    if language == "fr" and city["slug"] in LATIN_ONLY:
                        writer.writerow([year, language, LATIN_ONLY[city["slug"]], *answer])


if __name__ == "__main__":
    main()
