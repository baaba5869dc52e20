"""What somebody has chosen for a site."""

from dataclasses import dataclass
from typing import Literal

WordLayout = Literal["sections", "table"]
FORMATS = ("html", "pdf", "docx", "data")
PARTS = ("comparisons", "reports", "search", "booklets")
"""What a site may go without."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What somebody has chosen for the whole site. `url` is where it is published (empty: nobody has said), `name` what
    it is called; `engine` makes the PDFs; `word` is how the sections stand in Word files, one below the
    other or in a table; `formats` are those of FORMATS that are made, `parts` those of PARTS.
    """

    language: str = "da"
    url: str = ""
    name: str = ""
    engine: str = "auto"
    formats: tuple[str, ...] = FORMATS
    parts: tuple[str, ...] = PARTS
    word: WordLayout = "sections"
    as_of: str = ""
