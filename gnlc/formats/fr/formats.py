"""How French pages write an instant."""

DATETIME_FORMAT = r"j F Y \à H:i"
