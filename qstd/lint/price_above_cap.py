"""T005 price_above_cap (error): a meal does not cost more than the law allows.

Applies to meals under section 83 and under the act on elder care: to prices that are told as facts with their year. For years
whose highest price is not known here, the rule is silent.
Why: the law sets the most that a main course at home, and full board, may cost. It is set anew every year.
Source: the minister's answer on the prices of 2024, read in public (https://www.altinget.dk/foedevarer/ministersvar/113864):
61 kr. for a main course at home, 4,113 kr. a month for full board.
How to mend: correct the price; where the price is right and the year is wrong, correct the year.
Bad: "En hovedret koster 68 kr. (2024-niveau)". Good: "En hovedret koster 61 kr. (2024-niveau)".
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.rates import Charge, highest
from qstd.lint.shared.values import short
from qstd.model.facts import Price
from qstd.model.finding import message
from qstd.model.standard import Standard

_MAIN_COURSE = lazy(r"\bhovedret|\bvarm ret\b|\bvarmt måltid|\bmiddagsret", re.IGNORECASE)
_FULL_BOARD = lazy(r"\bfuld (?:kost|forplejning)|\bdøgnkost\b|\bfuldkost\b|fuld døgnforplejning", re.IGNORECASE)
_SEVERAL = lazy(r"biret|dessert|forret|to retter|menu|gæst|pårørende", re.IGNORECASE)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Hold each price of a meal against the highest of its year."""
    for index, fact in of_kind(standard, Price):
        charge = _charge(fact, standard)
        most = highest(charge, fact.year) if charge and fact.year else None
        if most is not None and fact.amount is not None and fact.amount > most:
            what = message(
                "Prisen er højere end loftet for {year}, som er {most} kr.: »{quote}«",
                year=fact.year or 0,
                most=str(most),
                quote=short(fact.evidence.quote),
            )
            hint = message("Ret prisen. Er den fra et andet år, så ret året.")
            yield Hit(("facts", index, "amount"), what, hint)


def _charge(fact: Price, standard: Standard) -> Charge | None:
    """Return what a price is for, where that is sure. A sentence that names two dishes may mean either."""
    quote = fact.evidence.quote
    if fact.per in ("meal", "portion", "item", None) and _MAIN_COURSE.search(quote):
        first = _MAIN_COURSE.search(quote)
        other = _SEVERAL.search(quote)
        alone = other is None or (first is not None and first.start() < other.start() and _is_first(fact, quote))
        return "main_course_at_home" if alone else None
    if fact.per == "month" and _FULL_BOARD.search(quote):
        return "full_board"
    return None


def _is_first(fact: Price, quote: str) -> bool:
    """Tell whether the amount is the first one of the sentence, and so that of the dish named first."""
    amounts = re.findall(r"(\d+(?:\.\d{3})*(?:,\d+)?)\s*kr", quote)
    return bool(amounts) and amounts[0].replace(".", "").replace(",", ".") == str(fact.amount)


RULE = Rule(
    "T005",
    "error",
    check,
    source=message("Kilde: loftet over prisen på madservice, oplyst for 2024 i et svar fra ministeren."),
    url="https://www.altinget.dk/foedevarer/ministersvar/113864",
    applies=Applies(services=frozenset(("sel-83", "ael-helhedspleje"))),
)
