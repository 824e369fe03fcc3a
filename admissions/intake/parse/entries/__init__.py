"""What one line lists: cities with their country, in the many ways in which people write that."""
