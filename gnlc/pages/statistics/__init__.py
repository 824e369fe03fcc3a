"""Statistics: the questions of the lower apps, drawn as charts, for the network, a country, a cohort, or two."""
