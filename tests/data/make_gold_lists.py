"""Make the gold lists in `lists/` and their answers in `answers.csv` from the registry's files.

They are written as published lists are, each in another layout, and hold the facts that the registry has of the
rounds of 2022 and 2024, so fewer cities than were announced. Run `python tests/data/make_gold_lists.py` after those
facts have changed, and look at what changed in the lists.
"""

import csv
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LANGUAGES = ("en", "fr", "ar")

# What the coordinates in cities.csv belong to where it is not the body itself but the town it is governed from.
SEATS = ("seat", "capital of", "of which", "beside", "main town", "same name as the")

# Names as a release prints them where they are not the registry's own; Arabic ones as another translator might.
PRINTED = {
    ("en", "seo-gu-gwangju"): "Seo-gu, Gwangju",
    ("fr", "helao-nafidi"): "Conseil municipal de Helao Nafidi",
    ("fr", "kilifi-county"): "Kilifi County",
    ("fr", "kuno-consortium"): "Kuno Consortium",
    ("fr", "laikipia-consortium"): "Laikipia Consortium",
    ("fr", "kara"): "Kara - Commune de Kozah 1",
    ("fr", "niamtougou"): "Niamtougou - Commune de Doufelgou 1",
    ("fr", "pya"): "Pya - Commune de Kozah 2",
    ("fr", "kyiv"): "Kyïv",
    ("fr", "la-paz-baja-california-sur"): "La Paz",
    ("fr", "yanbu-industrial-city"): "Yanbu Industrial City",
    ("ar", "agadir"): "أغادير",
    ("ar", "buan"): "بوآن",
    ("ar", "chinhoyi"): "تشينهويي",
    ("ar", "cugir"): "كوغير",
    ("ar", "gagnoa"): "غاجنوا",
    ("ar", "la-paz-mendoza"): "لا باز (ميندوزا)",
    ("ar", "legazpi"): "ليغاسبي",
    ("ar", "leme"): "ليم",
    ("ar", "maroua-1"): "ماروا الأول",
    ("ar", "sao-filipe"): "ساو فيليب",
    ("ar", "seo-gu-gwangju"): "سو غو (غوانغجو)",
    ("ar", "szombathely"): "سومباتهيلي",
    ("ar", "yaounde-1"): "ياوندي الأول",
}
# How a name is written where its letters are missing.
LATIN_ONLY = {"resita": "Resita"}
OFFICIAL = {
    "en": {
        "MA": "Kingdom of Morocco", "SA": "Kingdom of Saudi Arabia", "TR": "Turkey", "BH": "Kingdom of Bahrain",
        "CN": "People's Republic of China", "IR": "Islamic Republic of Iran",
    },
    "fr": {
        "MA": "Royaume du Maroc", "SA": "Royaume d'Arabie saoudite", "EC": "Equateur", "TR": "Turquie",
        "CV": "Cap-Vert", "GB": "Royaume-Uni", "IR": "République islamique d'Iran",
    },
    "ar": {
        "MA": "المملكة المغربية", "CI": "كوت ديفوار", "GB": "المملكة المتحدة", "HU": "المجر",
        "CN": "جمهورية الصين الشعبية",
    },
}  # fmt: skip
REGIONS = {
    "en": {"africa": "Africa", "arab_states": "Arab States", "asia_pacific": "Asia and the Pacific",
           "europe_north_america": "Europe and North America",
           "latin_america_caribbean": "Latin America and the Caribbean"},
    "fr": {"africa": "Afrique", "latin_america_caribbean": "Amérique latine et Caraïbes",
           "asia_pacific": "Asie et Pacifique", "arab_states": "États arabes",
           "europe_north_america": "Europe et Amérique du Nord"},
    "ar": {"africa": "أفريقيا", "arab_states": "الدول العربية", "asia_pacific": "آسيا والمحيط الهادئ",
           "europe_north_america": "أوروبا وأمريكا الشمالية",
           "latin_america_caribbean": "أمريكا اللاتينية ومنطقة البحر الكاريبي"},
}  # fmt: skip
INTRODUCTIONS = {
    ("2022", "en"): (
        "Network of Learning Cities: 77 new members from 44 countries",
        "Paris, 2 September 2022 – Today, 77 cities from 44 countries join the network.",
        "The 77 new members bring the total number of cities within the network to 294 in 76 countries.",
        "The new members are:",
    ),
    ("2022", "fr"): (
        "Réseau mondial des villes apprenantes : 77 nouveaux membres issus de 44 pays",
        "Paris, 2 septembre 2022 – Ce jour, 77 villes de 44 pays rejoignent le réseau.",
        "Avec elles, le réseau compte désormais 294 villes dans 76 pays.",
        "Les nouveaux membres sont :",
    ),
    ("2024", "en"): (
        "Network of Learning Cities: 64 new members from 35 countries",
        "14 February 2024 – 64 cities from 35 countries join the network.",
        "The network now includes 356 member cities in 79 countries, home to 390 million citizens.",
        "The new members are:",
    ),
    ("2024", "fr"): (
        "64 villes de 35 pays rejoignent le réseau",
        "Le 14 février 2024, 64 villes de 35 pays ont rejoint le réseau mondial.",
        "Le réseau comprend désormais 356 villes dans 79 pays, soit 390 millions de citoyens.",
        "Voici les nouveaux membres :",
    ),
    ("2024", "ar"): (
        "شبكة مدن التعلم: 64 عضوا جديدا من 35 بلدا",
        "انضمت في 14 فبراير 2024 إلى الشبكة 64 مدينة من 35 بلدا.",
        "وتضم الشبكة الآن 356 مدينة في 79 بلدا يسكنها 390 مليون مواطن.",
        "والأعضاء الجدد هم:",
    ),
}
CLOSING = {
    "en": "A strong commitment by the mayor is a key prerequisite, as the conference in Cork, Ireland, showed.",
    "fr": "Un engagement fort du maire est une condition essentielle, a rappelé la conférence de Cork, en Irlande.",
    "ar": "ويعد الالتزام القوي من رئيس البلدية شرطا أساسيا لكي تصبح المدينة مدينة تعلم ضمن الشبكة العالمية.",
}


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
