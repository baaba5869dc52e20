"""Alignments: what a person has said of two sections that the comparison took, or might take, for each other's
counterpart. They lie in `alignments.yaml` beside the municipalities' folders.
"""

from typing import Annotated, Literal

from qstd.model.field import Danish, NumberToo, Pattern, Record, record
from qstd.model.standard import SLUG

REF = rf"{SLUG}/{SLUG}"


@record
class Alignment(Record):
    """Two sections of two standards: that they are about the same (confirmed), or are not (rejected).

    The pair has no direction. In the file, `from_` is written `from`, which Python keeps for itself.
    """

    from_: Annotated[
        Annotated[str, Pattern(REF)], Danish("Den ene standard: kommune/navn, eller law/ydelse for loven.")
    ]
    section: Annotated[Annotated[str, NumberToo()], Danish("Afsnittets navn i den ene standard.")]
    to: Annotated[Annotated[str, Pattern(REF)], Danish("Den anden standard: kommune/navn, eller law/ydelse for loven.")]
    to_section: Annotated[Annotated[str, NumberToo()], Danish("Afsnittets navn i den anden standard.")]
    verdict: Annotated[
        Literal["confirmed", "rejected"],
        Danish("confirmed: de to afsnit handler om det samme. rejected: det gør de ikke."),
    ]
    note: Annotated[str | None, Danish("Hvorfor, hvis det skal huskes.")] = None

    @property
    def pair(self) -> frozenset[tuple[str, str]]:
        """The two sections, whichever was named first."""
        return frozenset({(self.from_, self.section), (self.to, self.to_section)})


@record
class AlignmentsFile(Record):
    """What `alignments.yaml` says."""

    schema: Annotated[Literal[1], Danish("Filformatets nummer. Skriv 1.")]
    alignments: Annotated[
        tuple[Alignment, ...], Danish("De par af afsnit, som et menneske har taget stilling til.")
    ] = ()
