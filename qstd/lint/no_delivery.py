"""S007 no_delivery (warning): the standard says how the help is carried out: by whom, when, where.

Applies to standards whose provision demands it: sections 83, 83 a and 86 of the act on social service.
Why: "execution" is one of the three things that such a standard must describe precisely.
Source: BEK 1575 of 27 December 2014, section 1(3) (confirmed): https://www.retsinformation.dk/eli/lta/2014/1575
How to mend: write who comes, at what times, and where the help is given.
Bad: only what the help is. Good: "Hjælpen gives på hverdage mellem kl. 8 og 15 af hjemmeplejens medarbejdere."
"""

from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.presence import says
from qstd.lint.shared.profile import demand, is_begun, place_of
from qstd.model.finding import message
from qstd.model.standard import Standard


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for how the help is carried out, or for who does it."""
    if is_begun(standard) and demand(standard, "delivery") and not _is_told(standard, around):
        what = message("Standarden siger ikke, hvordan hjælpen udføres: hvem der kommer, hvornår og hvor.")
        hint = message("Skriv det, fx »Hjælpen gives på hverdage mellem kl. 8 og 15 af ...«")
        yield Hit(place_of(standard, "delivery"), what, hint)


def _is_told(standard: Standard, around: Around) -> bool:
    return any(says(standard, around, each) for each in ("delivery", "supplier"))


RULE = Rule(
    "S007",
    "warning",
    check,
    source=message("Kilde: Bekendtgørelse nr. 1575 af 27/12/2014, § 1, stk. 3."),
    url="https://www.retsinformation.dk/eli/lta/2014/1575",
)
