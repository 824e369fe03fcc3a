"""Texts as files that translators know, PO and XLIFF, and back again."""
