"""How many cities there are of each sort. Mixed into the questions about cities; each is one query."""

from django.db.models import Count, Q

# Classes of population: from a number, below the next. The first begins at nothing, the last has no end.
POPULATIONS = (0, 50_000, 100_000, 250_000, 500_000, 1_000_000, 5_000_000)


class CountsOfCities:
    def number_by_region(self):
        """{region of UNESCO: number of cities}; "" stands for no region stated."""
        return self._numbers("country__region")

    def number_by_continent(self):
        """{continent of the United Nations' M49: number of cities}; "" stands for none stated."""
        return self._numbers("country__continent")

    def number_by_country(self):
        """{code of the country: number of cities}"""
        return self._numbers("country_id")

    def number_by_kind(self):
        """{kind of body: number of cities}; "" stands for no kind stated."""
        return self._numbers("kind")

    def number_by_population(self):
        """[(from, below, number of cities)] by classes of population, the last of them those of unknown population.

        Where a class has no end, `below` is None; of the unknown, both are.
        """
        ends = [*POPULATIONS[1:], None]
        classes = list(zip(POPULATIONS, ends, strict=True))
        within = [Q(population__gte=begin) & (Q(population__lt=end) if end else Q()) for begin, end in classes]
        counts = {f"class_{index}": Count("pk", filter=each) for index, each in enumerate(within)}
        found = self.order_by().aggregate(**counts, unknown=Count("pk", filter=Q(population=None)))
        return [(*each, found[f"class_{index}"]) for index, each in enumerate(classes)] + [
            (None, None, found["unknown"])
        ]

    def _numbers(self, column):
        return dict(self.order_by().values_list(column).annotate(Count("pk")))
