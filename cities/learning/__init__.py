"""Learning from each other: the library of what cities do, and what they do together."""
