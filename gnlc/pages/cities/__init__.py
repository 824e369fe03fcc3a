"""The pages of cities and countries, of the sources on which they rest, and the map of the cities found."""
