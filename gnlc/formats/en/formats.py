"""How English pages write dates: international, not American."""

DATE_FORMAT = "j F Y"
YEAR_MONTH_FORMAT = "F Y"
