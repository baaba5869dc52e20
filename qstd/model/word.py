"""WordBase: what a Word file of a standard carries of the standard as it was when the file was made.

Only what readers were told stands in it: Word files are sent to anybody.
"""

from dataclasses import field
from typing import Annotated

from qstd.model.field import Danish, Record, record
from qstd.model.standard import Section

FORM = 1


@record
class WordBase(Record):
    """The standard as it was: its name, title and sections (as its file had them), and the shared texts of that day."""

    form: Annotated[int, Danish("Nummeret på formen.")]
    ref: Annotated[str, Danish("Standardens navn, fx lejre/stoette.")]
    title: Annotated[str, Danish("Dokumentets titel.")]
    sections: Annotated[tuple[Section, ...], Danish("Afsnittene, som de var.")] = ()
    shared: Annotated[dict[str, str], Danish("De fælles tekster, som de var.")] = field(default_factory=dict)
    ours: Annotated[tuple[str, ...], Danish("Fingeraftryk af det, programmet selv skrev omkring afsnittene.")] = ()
