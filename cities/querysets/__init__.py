"""The questions that people ask about places, about sources, and about what cities learn from each other."""
