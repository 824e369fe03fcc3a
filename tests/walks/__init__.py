"""What holds everywhere: walks over every page, every form, every output and every kind of record."""
