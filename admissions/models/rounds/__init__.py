"""A round as it is recorded: its lists word for word, its entries, and what it changed in the register."""
