"""How often public pages are read."""
