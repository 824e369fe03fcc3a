"""Which file gives which columns of the glossary."""

from pathlib import Path

from cities.loading import Table
from cities.tables import same, trilingual
from gnlc.workbench.models import Term

TABLES = [
    Table(
        Term,
        Path(__file__).parent / "data" / "glossary.csv",
        columns=same("slug", "kind", "why") | trilingual("term", "forms"),
        known_by=(("term_en",),),
    )
]
