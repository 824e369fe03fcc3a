"""What a text says of itself: totals and days."""
