"""Photos that visitors see: cleaned before they are kept, named by their content, in the sizes that pages use."""

from .cleaning import CleanPhoto, cleaned
from .fields import PhotoField, credited
from .renditions import is_named_by_content

__all__ = ["CleanPhoto", "PhotoField", "cleaned", "credited", "is_named_by_content"]
