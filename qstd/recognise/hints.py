"""Hints: what is known before a source is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qstd.recognise.hyphens import Evidence


@dataclass(frozen=True, slots=True)
class Hints:
    """`municipality` (a slug) and `service` (a key) where the user named them; `lexicon`: headings that a person has
    confirmed, in normal form, and their topics; `known`: the words of the other standards.
    """

    municipality: str = ""
    service: str = ""
    lexicon: Mapping[str, str] = field(default_factory=dict)
    known: Evidence | None = None
