"""A published list is read and matched here, step by step: `decode`, `parse`, `match`, `pair`. Nothing is written."""
