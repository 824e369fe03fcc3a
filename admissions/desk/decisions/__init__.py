"""What people decide about the entries of a round, and about lines that could not be read."""
