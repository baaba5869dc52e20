"""A file that travels inside another one: the source of a standard in its PDF."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to put into a PDF: its name there, its bytes, and what it is, in the reader's language."""

    name: str
    data: bytes
    description: str = ""
