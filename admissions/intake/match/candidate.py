"""What a listed name may mean."""

from dataclasses import dataclass

from .reasons import SAME_NAME, Reason


@dataclass(frozen=True)
class Candidate:
    """A city of the registry (`city_slug`), else a place of the gazetteer (`geonames_id`), else a city known nowhere.

    `score` from 0 to 1 says how sure it is, `reason` why, and `certain` whether it may be taken without a person.
    Coordinates in degrees, population and spellings are the gazetteer's, for a city that is new here. `country_code`
    is set only where it is another country than the one the name is listed under.
    """

    city_slug: str | None
    geonames_id: int | None
    name: str
    score: float
    reason: Reason
    certain: bool = False
    latitude: float | None = None
    longitude: float | None = None
    population: int | None = None
    spellings: tuple[str, ...] = ()
    country_code: str | None = None

    @property
    def is_new(self):
        """Whether the city is not in the registry yet."""
        return self.city_slug is None

    @property
    def has_the_name(self):
        """Whether it has the listed name itself, rather than one that comes close."""
        return self.reason.code in SAME_NAME

    @property
    def identity(self):
        """What makes two candidates the same: the city or the place; None for a city known nowhere."""
        return self.city_slug or self.geonames_id
