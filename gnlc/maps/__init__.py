"""Maps drawn on the server as SVG: where a city lies, in which colour, and what was there on which day."""
