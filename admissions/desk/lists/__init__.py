"""Lists of a round: received word for word, read, and gathered into one entry a city."""
