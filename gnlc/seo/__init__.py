"""How the registry is found: for search engines, for what shares its pages, for readers of feeds."""
