"""How far two places of the Earth are apart."""

from math import asin, cos, radians, sin, sqrt

EARTH = 6371.0088  # its mean radius in km, as the International Union of Geodesy and Geophysics has it


def kilometres(one, other):
    """The great-circle distance in km between two pairs of latitude and longitude, in degrees."""
    (north, east), (north_2, east_2) = ([radians(float(degrees)) for degrees in pair] for pair in (one, other))
    half_chord = sin((north_2 - north) / 2) ** 2 + cos(north) * cos(north_2) * sin((east_2 - east) / 2) ** 2
    return 2 * EARTH * asin(min(1, sqrt(half_chord)))
