"""The lines of a text as they are printed, and what surrounds a list on its page."""
