"""R011 complaint_period (warning): one can complain over a decision within four weeks, and the standard says so.

Applies to what standards under serviceloven say about complaints, where help is granted by a decision; not §§ 82 a and 82 b.
Other periods are no fault where they are not the citizen's: the municipality's own, or the time for a word on a meal.
Why: a shorter period keeps people from complaining, and a longer one makes them complain too late.
Source: Ankestyrelsen's guidance on complaints, as restated by DUKH and municipalities (read; ast.dk, dukh.dk); the words of the
statute were not, so it is a warning.
How to mend: write "inden 4 uger, efter at du har fået afgørelsen".
Bad: "Du kan klage inden 14 dage." Good: "Du kan klage inden 4 uger, efter at du har fået afgørelsen."
"""

from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.complaints import BOARD, WITHOUT_APPEAL, about_complaints, place_of, under_social_service
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.modality import plain
from qstd.lint.shared.passages import Passage
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.wording import leaves_to_general_text
from qstd.model.facts import Complaint, Deadline
from qstd.model.finding import message
from qstd.model.standard import Standard

_NUMBERS = "en én et to tre fire fem seks syv otte ni ti tolv fjorten".split()
_PERIOD = lazy(
    rf"\b(?:\d{{1,3}}|{'|'.join(_NUMBERS)})\.? ?"
    r"(?:uger?s?|dages?|dag|hverdage|arbejdsdage|måned(?:er)?s?|mdr\.?)(?!\w)"
)
_FOUR_WEEKS = lazy(r"\b(?:4|fire) ?ugers?\b|\b28 ?dages?\b")
_TO_COMPLAIN = lazy(
    r"\bklagefrist\w*|\bfrist\w* (?:for|til) (?:at )?klag\w*|\b(?:på|til) at klage\b|\bpåklage\w*\b"
    r"|\bklag(?:e|en|er|es|ede)\b"
)
_NOT_THE_CITIZENS = lazy(
    r"\b(?:videre|videresend\w*|genvurder\w*|fastholde\w*|svar\w*|besked|kvitter\w*|behandle[srt]?|behandlet|kontakte[rs]?|"
    r"maden|måltid\w*|leverandør\w*|vare\w*|fødevare\w*|reklam\w*|kommunen (?:har|skal|sender))\b"
)
_OF_DECISION = lazy(r"\b(?:afgørelse\w*|ankestyrelse\w*|klagefrist\w*|frist\w*)\b")


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for the period in what is said about complaints."""
    said = about_complaints(standard, around) if under_social_service(standard) else ()
    wrong = [(each, period) for each in said if (period := _other_period(each))]
    for each, period in wrong:
        what = message("Her er klagefristen {period}, men den er 4 uger.", period=period)
        hint = message("Skriv »inden 4 uger, efter at du har fået afgørelsen«.")
        yield Hit(("sections", each.section, "body"), what, hint, each.line)
    if said and not wrong and not _is_stated(standard, said) and not leaves_to_general_text(standard, around):
        what = message("Der står ikke, at man skal klage inden 4 uger.")
        hint = message("Skriv fx: »Du skal klage inden 4 uger, efter at du har fået afgørelsen.«")
        yield Hit(place_of(standard, said), what, hint)


def _other_period(passage: Passage) -> str:
    """Return the period for a complaint over a decision, where it is not four weeks."""
    said = plain(passage.text)
    found = _PERIOD.search(said)
    if found is None or _FOUR_WEEKS.search(said) or _NOT_THE_CITIZENS.search(said):
        return ""
    around = plain(f"{passage.lead} {passage.text}")
    if not _TO_COMPLAIN.search(said) or not (_OF_DECISION.search(around) or BOARD.search(around)):
        return ""
    return found[0]


def _is_stated(standard: Standard, said: tuple[Passage, ...]) -> bool:
    if any(fact.period for _, fact in of_kind(standard, Complaint)):
        return True
    if any(fact.role == "complaint" for _, fact in of_kind(standard, Deadline)):
        return True
    return any(_PERIOD.search(plain(each.text)) for each in said)


RULE = Rule(
    "R011",
    "warning",
    check,
    source=message("Kilde: Ankestyrelsens klagevejledning."),
    url="https://ast.dk",
    applies=Applies(visited=True, without=WITHOUT_APPEAL),
)
