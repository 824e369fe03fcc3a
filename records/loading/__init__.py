"""How a file of the registry becomes records, without overwriting what staff changed since.

A `Table` says which file gives which columns to which model. Each row is compared three ways, field by field:
what the file gave when it was last loaded, what the file gives now, and what the record holds now. A field that
staff changed is left alone; a record that staff deleted is not made again; a row that left its file is reported
and its record stays.
"""

from .recognising import recognise
from .table import Table, WrongCellError
from .writing import LoadReport, is_loaded, load

__all__ = ["LoadReport", "Table", "WrongCellError", "is_loaded", "load", "recognise"]
