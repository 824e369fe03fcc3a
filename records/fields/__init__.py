"""The fields of records: which of them people write, their values in words, and dates known to the month or year."""
