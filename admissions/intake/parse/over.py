"""What stands over the lines of a list: the region, the country, and the words that set them beside the list."""


class Over:
    """The region, country and group under which the next line stands, and the doubt that all of them have."""

    def __init__(self):
        self.headings_seen = set()  # regions and countries outside of groups
        self.group = self.doubt = ""
        self.under_region(None)

    def under_region(self, region):
        self.region = region
        self.under_country("", None)

    def under_country(self, text, code):
        self.country_text, self.country_code = text, code
        self.marks_cities = None  # whether the cities of this country have bullets; None before the first one

    def under_group(self, words):
        self.group, self.doubt = words, ""
        self.under_country("", None)

    def in_the_list(self, doubt=""):
        """The list begins, or begins again after what stands beside it."""
        self.group, self.doubt = "", doubt
        self.under_country("", None)

    def under_heading(self, heading):
        """A region or a country. Where the list had it not yet, what stood beside the list may end at it, which only a
        person can tell."""
        if self.group and self.headings_seen and heading not in self.headings_seen:
            self.group, self.doubt = "", "after_group"
        if not self.group:
            self.headings_seen.add(heading)

    def may_be_over(self, line):
        """Whether the line may name a city of the country: the cities of one have all bullets, or none has."""
        return bool(self.country_code) and self.marks_cities in (None, line.marked)
