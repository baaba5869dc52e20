"""R009 no_complaint_guidance (info): the standard says how to complain.

Applies to all standards. Silent where a fact, a shared text or a sentence in another section says it, and where the standard
refers to a text with what is common to all standards. For § 101 the order on the standard demands it (P112).
Where help is granted by a decision, a finding is a warning.
Why: who is refused help, or treated badly, must be able to see what to do. Where no decisions are made, one can still complain
over conduct and over how tasks are carried out.
Source: most standards have it; only for § 101 an order demands it (BEK 1477 of 17 December 2019, § 4, stk. 1, nr. 12, read).
How to mend: add a section with the topic `complaints`, or use the municipality's shared text.
Bad: no word about complaints. Good: "Du kan klage over afgørelsen inden 4 uger. Klagen sendes til kommunen."
"""

from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule, is_visited
from qstd.lint.shared.complaints import about_complaints
from qstd.lint.shared.passages import passages
from qstd.lint.shared.presence import in_its_section, states
from qstd.lint.shared.wording import leaves_to_general_text
from qstd.model.finding import message
from qstd.model.standard import Standard


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for anything about complaints."""
    if in_its_section(standard, around, "complaints") or states(standard, "complaints") or standard.language != "da":
        return
    if not passages(standard, around) or about_complaints(standard, around) or leaves_to_general_text(standard, around):
        return
    what = message("Standarden siger ikke, hvordan man klager.")
    if is_visited(standard):
        hint = message(
            "Tilføj et afsnit med emnet »complaints«: hvad der kan klages over, inden hvornår, og hvor klagen sendes hen. "
            "Kommunen kan have en fælles tekst til det."
        )
    else:
        hint = message(
            "Tilføj et afsnit med emnet »complaints«. Også når der ikke træffes afgørelser, kan man klage over "
            "sagsbehandling, opførsel og udførelse."
        )
    yield Hit(("sections",), what, hint, severity="warning" if is_visited(standard) else None)


RULE = Rule(
    "R009",
    "info",
    check,
    source=message(
        "Kilde: god skik i kvalitetsstandarder. For § 101 kræver bekendtgørelse nr. 1477 af 17. december 2019 det."
    ),
)
