"""Tables and columns: which cell is a city, which a country, and what the others say."""
