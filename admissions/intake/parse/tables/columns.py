"""Which column of a table holds what: by its headers, by what the cells hold, or as a person says."""

import re
from typing import NamedTuple

from admissions.intake.characters import has_letters
from admissions.intake.countries import region_called
from admissions.intake.gazetteer import places_of
from admissions.intake.spelling import compact
from admissions.intake.words import ALL
from records.search.folding import fold

from .headers import best_city, roles_of

# What a column may be said to hold; "" is left aside.
ROLES = ("", "city", "country", "code", "region", "province", "status", "note")
TAKES_BACK = ALL.takes_back
MOST_COLUMNS = 50
_LOOKED_AT = 200  # rows
_MOST_COUNTRIES = 40  # of which places are looked up
_CONTRADICTS = 0.6  # the share of countries in a column by which its header is not believed


class Columns(NamedTuple):
    """The places of the columns; None for a column that the table does not have.

    `further` are the columns of tables that stand beside this one in the same rows: "City, Country, City, Country".
    `others` are further columns of cities of the same country, as (place, words that set them beside the list);
    `refusals` are columns that say of what they are filled for that it is taken back, as (place, header). `group` are
    the words of a header that sets all cities of the table beside the list.
    """

    city: int | None = None
    country: int | None = None
    code: int | None = None
    region: int | None = None
    province: int | None = None
    statuses: tuple[int, ...] = ()
    further: tuple = ()
    others: tuple = ()
    refusals: tuple = ()
    group: str = ""

    @classmethod
    def by_roles(cls, roles):
        """The columns of which a person says what they hold: a key of `ROLES` for each place."""
        places = [place for place, role in enumerate(roles) if role == "city"]
        ends = [*places[1:], len(roles)]
        if len(places) > 1 and roles.count("country") == len(places):
            each = [cls._between(roles, start, end) for start, end in _halves(roles, places, ends)]
            return each[0]._replace(further=tuple(each[1:]))
        return cls._between(roles, 0, len(roles))

    @classmethod
    def _between(cls, roles, start, end):
        def first(role):
            return next((place for place in range(start, end) if roles[place] == role), None)

        statuses = tuple(place for place in range(start, end) if roles[place] == "status")
        return cls(*map(first, ("city", "country", "code", "region", "province")), statuses)

    def roles(self, width):
        """A key of `ROLES` for each place."""
        roles = [""] * width
        for each in (self, *self.further):
            for role in ("city", "country", "code", "region", "province"):
                place = getattr(each, role)
                if place is not None and place < width:
                    roles[place] = role
            for place, _words in each.others:
                roles[place] = "city"
            for place in (*each.statuses, *(place for place, _words in each.refusals)):
                roles[place] = "status"
        return tuple(roles)


def goes_on(rows, columns, countries):
    """Whether rows without headers hold what the columns of the table above say."""
    return columns.country is None or _share(_cells(rows, columns.country), countries.code) > 0.5


def _halves(roles, places, ends):
    """The reach of each of several tables side by side; what begins with the country begins there."""
    if roles.index("country") < places[0]:
        starts = [place for place, role in enumerate(roles) if role == "country"]
        return zip(starts, [*starts[1:], len(roles)], strict=True)
    return zip([0, *places[1:]], ends, strict=True)


def columns_of(headers, rows, language, countries):
    """The `Columns` of rows without their header rows, `headers`, which are read from below: of two header rows the
    upper one tells what the lower one leaves open."""
    roles, row = {}, {}
    for header in headers:
        found = roles_of(header, countries)
        roles |= found
        row |= {place: cell for place, cell in enumerate(header) if place in found or cell.strip()}
    content = _by_content(rows, countries)
    if not roles:
        return content
    width = max([*map(len, [*headers, *rows])][:_LOOKED_AT])
    listed = [roles[place].role if place in roles else "" for place in range(width)]
    refusals = ()
    for place, words in row.items():
        if place < width and roles and listed[place] in ("", "status", "note", "date", "year"):
            is_city = ALL.columns["city"].within(words) and not _share(_cells(rows, place), _is_a_status)
            if listed[place] == "status" and is_city:
                listed[place] = "city"
            elif _takes_back(words) and not _share(_cells(rows, place), _says_admitted):
                listed[place] = "refusal"
                refusals += ((place, words),)
    cities = [place for place, role in enumerate(listed) if role == "city"]
    others, group = (), ""
    if len(cities) > 1 and listed.count("country") != len(cities):
        best = best_city([place for place in cities if not _takes_back(row[place])] or cities, row, language)
        others = tuple(_beside(cities, best, row))
        listed = [role if role != "city" or place == best else "note" for place, role in enumerate(listed)]
    for place, role in enumerate(listed):  # Estado is a state and a status
        if role in ("country", "province", "region") and _share(_cells(rows, place), _is_a_status) > 0.5:
            listed[place] = "status"
    columns = Columns.by_roles(listed)
    if columns.further:
        return columns
    if columns.city is not None and columns.city in row and _takes_back(row[columns.city]):
        group = row[columns.city]
    columns = columns._replace(others=others, refusals=refusals, group=group)
    said = {place for place, role in enumerate(listed) if role}
    return _corrected(columns, content, rows, said, countries)


def _beside(cities, best, row):
    """The columns of cities beside the best one that are no spellings in another language: those whose headers say the
    same, and those that take back."""
    said = _plain(row[best])
    for place in cities:
        if place != best and (_takes_back(row[place]) or ALL.admitted.within(row[place])):
            yield place, row[place] if _takes_back(row[place]) else ""
        elif place != best and _plain(row[place]) == said:
            yield place, ""


def _takes_back(header):
    return TAKES_BACK.within(header) and header not in ALL.columns["city"]


def _plain(header):
    return re.sub(r"[0-9]+", "", fold(header)).strip()


def _corrected(columns, content, rows, said, countries):
    """The columns by their headers, but where cells hold what the header of another column says: rows that are
    shifted against their headers, a header nobody knows over the cities."""
    if content.country is not None and content.country != columns.country:
        own = _share(_cells(rows, columns.country), countries.code) if columns.country is not None else 0
        if own < 1 - _CONTRADICTS and columns.code is None and content.country != columns.city:
            columns = columns._replace(
                country=content.country, province=None if columns.province == content.country else columns.province
            )
            if columns.city == content.country or not _share(_cells(rows, columns.city), has_letters):
                columns = columns._replace(city=content.city)
    if columns.city is None:
        columns = columns._replace(city=_names(rows, said | {columns.country}, columns.country, countries))
    return columns


def _says_admitted(cell):
    """Whether a cell says so with its own word; what a short "yes" says, its header tells."""
    return cell in ALL.admitted and len(cell) > 3


def _is_a_status(cell):
    return cell in ALL.admitted or cell in TAKES_BACK


def _by_content(rows, countries):
    """The column with most countries, the one with most regions, and of the others the one whose names are known as
    places of these countries, or else the first that holds words."""
    rows = rows[:_LOOKED_AT]
    width = min(MOST_COLUMNS, max(map(len, rows), default=0))
    if not width:
        return Columns()
    in_countries = [_share(_cells(rows, place), countries.code) for place in range(width)]
    in_regions = [_share(_cells(rows, place), region_called) for place in range(width)]
    pairs = _side_by_side(rows, in_countries, countries)
    if pairs:
        return pairs
    # Where cities are called like their countries (Singapore), the country is the later column.
    country = max(range(width), key=lambda place: (in_countries[place], place))
    region = max(range(width), key=lambda place: in_regions[place])
    country = country if in_countries[country] > 0.5 else None
    region = region if in_regions[region] > 0.5 else None
    return Columns(city=_names(rows, {country, region}, country, countries), country=country, region=region)


def _side_by_side(rows, in_countries, countries):
    """The columns of several tables side by side, a country at the end of each: Fez, Morocco, Dakar, Senegal."""
    ends = [place for place, share in enumerate(in_countries) if share > 0.5]
    if len(ends) < 2 or any(end - start < 2 for start, end in zip(ends, ends[1:], strict=False)) or ends[0] == 0:
        return None
    each, start = [], 0
    for end in ends:
        taken = {place for place in range(len(in_countries)) if not start <= place < end}
        city = _names(rows, taken, end, countries)
        if city is None:
            return None
        each.append(Columns(city=city, country=end))
        start = end + 1
    return each[0]._replace(further=tuple(each[1:]))


def _names(rows, taken, country, countries):
    width = min(MOST_COLUMNS, max(map(len, rows), default=0))
    possible = [
        place for place in range(width) if place not in taken and _share(_cells(rows, place), has_letters) > 0.5
    ]
    if len(possible) < 2 or country is None:
        return possible[0] if possible else None
    known = {place: _known_share(rows[:_LOOKED_AT], place, country, countries) for place in possible}
    return max(possible, key=lambda place: (known[place], -place))


def _known_share(rows, place, country, countries):
    """How many of the cells are spelled like a place of the row's country, from 0 to 1."""
    seen, known, filled, code = set(), 0, 0, None
    for row in rows:
        text = cell_of(row, place)
        code = countries.code(cell_of(row, country)) or code
        if not text or not code or (code not in seen and len(seen) == _MOST_COUNTRIES):
            continue
        seen.add(code)
        filled += 1
        known += bool(places_of(code).called(compact(text)))
    return known / filled if filled else 0


def _cells(rows, place):
    return [cell_of(row, place) for row in rows]


def cell_of(row, place):
    return row[place].strip() if place is not None and place < len(row) else ""


def _share(cells, test):
    filled = [cell for cell in cells if cell]
    return sum(bool(test(cell)) for cell in filled) / len(filled) if filled else 0
