"""T017 no_transport (warning): where help is given away from home, the standard says how one gets there.

Applies to training (§ 86), sheltered work (§ 103) and day centres (§ 104).
Why: a place ten kilometres away is no help to someone who cannot take the bus. Who arranges transport and who pays is
among the first questions.
Source: for section 104, organisations that render the rules (read; cpdanmark): the municipality pays for those who were
assessed. For the others it is our own proposal.
How to mend: write who arranges the transport and what it costs, or that one comes on one's own.
Bad: a standard for a day centre without a word on transport. Good: "Kan du ikke selv komme til centret, kan du få kørsel".
"""

from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.presence import says, section_of_topic
from qstd.model.finding import message
from qstd.model.standard import Standard


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for words on transport."""
    if standard.language == "da" and not says(standard, around, "transport"):
        index = section_of_topic(standard, "transport")
        what = message("Standarden siger ikke, hvordan borgeren kommer frem og tilbage.")
        hint = message(
            "Skriv, hvem der sørger for transporten, og hvad den koster. Skal borgeren selv sørge for den, så skriv det."
        )
        yield Hit(("sections",) if index is None else ("sections", index), what, hint)


RULE = Rule(
    "T017",
    "warning",
    check,
    source=message("Kilde: et forslag. Efter serviceloven § 104 betaler kommunen kørsel for nogle af de visiterede."),
    applies=Applies(services=frozenset(("sel-86", "sel-103", "sel-104"))),
)
