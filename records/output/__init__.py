"""Files and feeds that spreadsheets and other programs read."""
