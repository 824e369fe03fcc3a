"""The first step: from what people paste or upload to text that `parse` can read, or a sentence that says why not."""

from .file_lines import FileText
from .unreadable import MAX_BYTES, MAX_CHARACTERS, MAX_LINES, Unreadable
from .upload import check_text, read_file, read_text, read_upload

__all__ = [
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "MAX_LINES",
    "FileText",
    "Unreadable",
    "check_text",
    "read_file",
    "read_text",
    "read_upload",
]
