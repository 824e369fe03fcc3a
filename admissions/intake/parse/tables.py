"""Tables: which column holds the city, its country and its region, by the header row or by what the cells hold."""

from typing import NamedTuple

from admissions.intake.characters import has_letters, word_set
from admissions.intake.countries import region_called
from records.search.folding import search_words

from .line_grammar import read_cities
from .names import ListedCity, clean_name

# Words of header cells as `search_words` leaves them, without the Arabic article; "City name" is a city's header,
# "Country name" a country's, "Country code" a code's, because the first of these roles wins.
_CITY = {
    "en": word_set("city cities name municipality town member members"),
    "fr": word_set("ville villes nom commune municipalite membre membres"),
    "ar": word_set("مدينه مدن اسم بلديه عضو اعضاء"),
}
_ROLES = {
    "code": word_set("iso iso2 code رمز"),
    "country": word_set("country countries state pays etat بلد بلدان دوله دول"),
    "region": word_set("region regions continent منطقه اقليم قاره"),
    "city": frozenset().union(*_CITY.values()),
}
_MOST_WORDS_OF_A_HEADER = 4
_MOST_COLUMNS = 50


class Columns(NamedTuple):
    """The places of the columns; None for a column that the table does not have."""

    city: int | None = None
    country: int | None = None
    code: int | None = None
    region: int | None = None


class Row(NamedTuple):
    """What a row says: a heading (the header, a region, a country over the rows below it) or entries."""

    region: str | None
    is_heading: bool
    entries: list
    country_code: str | None = None  # of a heading


def read_rows(rows, language, countries):
    """A `Row` for each row. A row whose country cell is empty has the country of the row above, as in merged cells."""
    headers = ((at, _by_header(row, language, countries)) for at, row in enumerate(rows))
    header, columns = next(((at, found) for at, found in headers if found), (0, None))
    columns = columns or _by_content(rows, countries)
    country, region = ("", None), None
    for at, row in enumerate(rows):
        filled = [cell for cell in row if has_letters(cell)]
        alone = filled[0] if len(filled) == 1 else ""
        region = region_called(_cell(row, columns.region)) or region_called(alone) or region
        country = _country(row, columns, countries) or country
        if _by_header(row, language, countries) or region_called(alone):
            yield Row(region, True, [])
        elif alone and countries.code(alone) and not _names_no_city(row, columns):
            country = (alone, countries.code(alone))
            yield Row(region, True, [], country[1])
        elif at < header:  # a title, or whatever stands over the table
            yield Row(region, False, [])
        else:
            yield Row(region, False, _entries(row, columns, country, countries))


def _names_no_city(row, columns):
    """Whether a number, a day or the like stands where the city should."""
    return columns.city is not None and bool(_cell(row, columns.city)) and not has_letters(_cell(row, columns.city))


def _cell(row, place):
    return row[place].strip() if place is not None and place < len(row) else ""


def _country(row, columns, countries):
    """(text, ISO code or None) of the row's own country, or None if it names none."""
    text = _cell(row, columns.country)
    iso = _cell(row, columns.code).upper()
    code = countries.code(text) or (iso if iso in countries.codes else None)
    return (text or iso, code) if text or code else None


def _entries(row, columns, country, countries):
    name = _cell(row, columns.city)
    if name and not has_letters(name):
        return []
    if (columns.country, columns.code) != (None, None) and has_letters(name):
        return [ListedCity(clean_name(name), *country)]
    cells = [cell.strip() for cell in row if has_letters(cell)]
    return read_cities(name, countries) or read_cities(", ".join(cells), countries)


def _by_header(row, language, countries):
    """The columns by their headers, or None if the row is not a header. Of several columns with cities, say in three
    languages, the one in the language of the list is taken."""
    places, cities = {}, []
    for place, cell in enumerate(row[:_MOST_COLUMNS]):
        words = frozenset(search_words(cell)) if len(cell) < 60 else frozenset()
        role = next((role for role, known in _ROLES.items() if known & words), None)
        if not role or len(words) > _MOST_WORDS_OF_A_HEADER or countries.code(cell):
            continue
        places.setdefault(role, place)
        if role == "city":
            cities.append((language in words, bool(_CITY.get(language, frozenset()) & words), -place))
    if "city" not in places or len(places) < 2:
        return None
    return Columns(**places | {"city": -max(cities)[2]})


def _by_content(rows, countries):
    """The column with most countries, the one with most regions, and the first other one that holds words."""
    width = min(_MOST_COLUMNS, max(map(len, rows)))
    cells = [[row[place].strip() for row in rows if place < len(row)] for place in range(width)]
    in_countries = [_share(column, countries.code) for column in cells]
    in_regions = [_share(column, region_called) for column in cells]
    # Where cities are called like their countries (Singapore), the country is the later column.
    country = max(range(width), key=lambda place: (in_countries[place], place))
    region = max(range(width), key=lambda place: in_regions[place])
    country = country if in_countries[country] > 0.5 else None
    region = region if in_regions[region] > 0.5 else None
    names = [
        place for place in range(width) if place not in (country, region) and _share(cells[place], has_letters) > 0.5
    ]
    return Columns(city=names[0] if names else None, country=country, region=region)


def _share(cells, test):
    filled = [cell for cell in cells if cell]
    return sum(bool(test(cell)) for cell in filled) / len(filled) if filled else 0
