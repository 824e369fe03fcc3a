"""The pictures that stand for a page where somebody shares it: drawn here, in the language of the page."""
