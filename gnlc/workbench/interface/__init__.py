"""The interface's own words: what is wrong with them, and how translators change them without git."""
