"""R012 kinds_of_complaint (info): a decision and the way in which help is given are complained over in different places.

Applies to sections about complaints, save where nobody of the municipality carries help out: where the help is a sum of
money or a thing (sections 100, 112 and 113), and where the citizen leads the staff (sections 95 and 96).
Why: Ankestyrelsen looks at decisions, not at how a helper behaves. Who has only the one address does not know where the other
complaint belongs.
Source: practice in standards, and DUKH's guidance (read); no rule demands that the standard says both, so it is for
information.
How to mend: say in one sentence each where to complain over a decision, over staff and how tasks are done, and over a supplier.
Bad: "Du kan klage til Ankestyrelsen." Good: the same, and "Klager over personalet rettes til lederen."
"""

from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.complaints import about_complaints, place_of, words_of
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.presence import in_its_section
from qstd.lint.shared.wording import leaves_to_general_text
from qstd.model.facts import Complaint
from qstd.model.finding import message
from qstd.model.standard import Standard

_CONDUCT = lazy(
    r"\b(?:personale\w*|medarbejder\w*|hjælper\w*|opførsel|adfærd|udførelse\w*|udførte?|udfører\w*|service\b|servicen|"
    r"leverandør\w*|sagsbehandling\w*|kvalitet\w*|\w*leder(?:en)?|ledelsen|forstander\w*|borgerrådgiver\w*|maden|måltid\w*|betjening\w*|"
    r"utilfreds med|behandling(?:en)?|patientklager|opholdet|støtten|hjælpen|indsatsen)\b"
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for a second kind of complaint."""
    said = about_complaints(standard, around)
    if not said or not in_its_section(standard, around, "complaints") or leaves_to_general_text(standard, around):
        return
    subjects = {each for _, fact in of_kind(standard, Complaint) for each in fact.subject}
    if not subjects.intersection(("handling", "conduct", "execution", "supplier")) and not _CONDUCT.search(
        words_of(said)
    ):
        what = message("Der står ikke, hvor man klager over personalet og over, hvordan hjælpen udføres.")
        hint = message(
            "Ankestyrelsen ser på afgørelser. Skriv fx: »Klager over personalet og over udførelsen rettes til lederen.«"
        )
        yield Hit(place_of(standard, said), what, hint)


RULE = Rule(
    "R012",
    "info",
    check,
    source=message("Kilde: god skik i kvalitetsstandarder og DUKH's vejledning om klage."),
    url="https://www.dukh.dk",
    applies=Applies(without=frozenset(("sel-95", "sel-96", "sel-100", "sel-112", "sel-113"))),
)
