"""Texts in three languages, and how far they are translated."""
