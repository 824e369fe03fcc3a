"""Names and texts: folded for searching, in any script, and asked for."""
