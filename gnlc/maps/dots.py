"""Where cities stand on the map and which part of it shows them; map units are those of the projection."""

from dataclasses import dataclass

from admissions.membership.periods import cohort_by, periods
from admissions.models import Admission
from cities.models import City
from gnlc.maps import projection
from gnlc.maps.tones import NO_COHORT, sign_of, tones

SOUTH = projection.equal_earth(0, -58)[1]  # no member is nearer to the pole
RATIO = 1.5  # width to height of a map that does not show the whole world
NARROWEST = 24  # about 1000 km: dots of neighbouring towns lie apart, and the land still has a shape
WIDEST = 620  # what spreads farther is shown on the whole world
MARGIN = 0.12  # of what is shown, on each side


@dataclass(frozen=True)
class Dot:
    """A city, the number of its colour, and its place in map units, None where no place is recorded."""

    city: City
    tone: int
    x: float | None
    y: float | None

    @property
    def path(self):
        return point(self.x, self.y, self.tone)

    @property
    def name(self):
        return self.city.localized("name").text

    @property
    def language(self):
        """The language of the name where it is not that of the page."""
        _text, language, is_fallback = self.city.localized("name")
        return language if is_fallback else None


@dataclass(frozen=True)
class Box:
    """A part of the map."""

    x: float
    y: float
    width: float
    height: float

    def __str__(self):
        return " ".join(f"{number:.1f}".removesuffix(".0") for number in (self.x, self.y, self.width, self.height))

    @property
    def is_world(self):
        return self == WORLD


WORLD = Box(0, 0, projection.WIDTH, SOUTH)


def on_the_map(longitude, latitude):
    """The place of a point in map units, (None, None) without one."""
    return (None, None) if latitude is None else projection.equal_earth(float(longitude), float(latitude))


def point(x, y, tone=NO_COHORT, digits=2):
    """A place as a path of no length: its ends make a dot that no zooming makes larger or smaller.

    Round ends make a disc, square ones a square, and where the path points aslant, a diamond.
    """
    end = "l.01 .01" if sign_of(tone) == "diamond" else "h0"
    return f"M{x:.{digits}f} {y:.{digits}f}{end}"


def dots(cities, day, years=()):
    """A dot for each of these cities, in their order, coloured by the cohort with which it became a member.

    Where cohorts of certain `years` are asked for, a city that is in one of them has its colour.
    """
    colours, of_city = tones(), periods(Admission.objects.all())
    in_asked = Admission.objects.announced_by(day).filter(cohort__year__in=years).order_by("cohort__year")
    asked = dict(in_asked.values_list("city_id", "cohort__slug")) if years else {}
    return [
        Dot(
            city,
            colours.get(asked.get(city.pk) or cohort_by(of_city.get(city.pk, []), day), NO_COHORT),
            *on_the_map(city.longitude, city.latitude),
        )
        for city in cities
    ]


def box_around(dots):
    """The part of the map that shows these dots with room around them; the world if they are none or far apart."""
    placed = [(dot.x, dot.y) for dot in dots if dot.x is not None]
    if not placed:
        return WORLD
    (left, right), (top, bottom) = ((min(axis), max(axis)) for axis in zip(*placed, strict=True))
    room = 1 + 2 * MARGIN
    width = max((right - left) * room, (bottom - top) * room * RATIO, NARROWEST)
    if width > WIDEST:
        return WORLD
    height = width / RATIO
    x = min(max((left + right - width) / 2, 0), WORLD.width - width)
    y = min(max((top + bottom - height) / 2, 0), max(WORLD.height - height, 0))
    return Box(x, y, width, height)
