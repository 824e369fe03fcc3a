"""Which file gives which columns of the glossary."""

from pathlib import Path

from cities.imports import same, trilingual
from gnlc.workbench.models import Term
from records.loading import Table

TABLES = [
    Table(
        Term,
        Path(__file__).parent / "data" / "glossary.csv",
        columns=same("slug", "kind", "why") | trilingual("term", "forms"),
        known_by=(("term_en",),),
    )
]
