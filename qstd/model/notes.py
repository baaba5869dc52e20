"""Notes: what people have remarked about a standard, kept beside it: `notes/<municipality>/<name>.yaml` in the workspace."""

from typing import Annotated, Literal

from qstd.model.field import FILLED, Danish, Pattern, Record, record
from qstd.model.standard import Date


@record
class ReviewNote(Record):
    """One remark: by whom, when, about which words of which section."""

    text: Annotated[Annotated[str, Pattern(FILLED)], Danish("Bemærkningen.")]
    author: Annotated[str | None, Danish("Hvem der skrev den, som der står i Word-filen.")] = None
    date: Annotated[Date | None, Danish("Dagen, den er skrevet.")] = None
    section: Annotated[str | None, Danish("Afsnittets navn. Udelades, når den er om hele standarden.")] = None
    quote: Annotated[str | None, Danish("Ordene, den er skrevet ved.")] = None
    source: Annotated[str | None, Danish("Filen, den kom med.")] = None


@record
class NotesFile(Record):
    """What a file of notes says."""

    schema: Annotated[Literal[1], Danish("Filformatets nummer. Skriv 1.")]
    notes: Annotated[tuple[ReviewNote, ...], Danish("Bemærkningerne, de ældste først.")] = ()
