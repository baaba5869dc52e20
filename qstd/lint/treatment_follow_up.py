"""T011 treatment_follow_up (error): treatment for drug misuse is followed up 1 month and 6 months after it has ended.

Applies to section 101.
Why: the order on the standard for treatment says that there must be follow-up at those two times. Many relapse in the first
half year, and follow-up finds them.
Source: bekendtgørelse nr. 1477 af 17. december 2019, § 4, stk. 2, read in its text.
How to mend: write both times. What is done during the treatment does not replace them.
Bad: "Der følges op efter behov". Good: "Der følges op 1 måned og igen 6 måneder efter, at behandlingen er afsluttet".
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.index import led_to
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.presence import section_of_topic
from qstd.lint.shared.values import lengths
from qstd.model.facts import FollowUp
from qstd.model.finding import message
from qstd.model.standard import Standard

_ENDED = lazy(
    r"følge[rs]? op|fulgt op|opfølgning|kontakte[rs]?|ringe[rs]?|samtale|afslut|ophør|endt",
    re.IGNORECASE,
    stems="følge fulgt opfølgning kontakte ringe samtale afslut ophør endt",
)
_MONTH = {"P1M", "P4W", "P30D"}
_HALF_YEAR = {"P6M", "P26W", "P24W", "P180D"}
_MISSING = {  # by what is there: the month, the half year
    (False, True): message("1 måned"),
    (True, False): message("6 måneder"),
    (False, False): message("1 måned og 6 måneder"),
}
_HALF = lazy(r"\b(?:et )?halvt år\b|\bhalvår\b", re.IGNORECASE)
_JOINED = lazy(r"\b(1|en|én)\.?(?:,| og| samt| og igen)+ (?:efter )?(6|seks) måned", re.IGNORECASE)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for the two times among the facts, and then in the sentences."""
    if standard.language != "da":
        return
    told = {offset for _, each in of_kind(standard, FollowUp) for offset in each.offsets}
    month, half_year = _in_text(standard, around)
    missing = _MISSING.get((bool(month or told & _MONTH), bool(half_year or told & _HALF_YEAR)))
    if missing:
        index = section_of_topic(standard, "follow_up")
        what = message("Der står ikke, at der følges op {times} efter behandlingen.", times=missing)
        hint = message("Skriv: »Der følges op 1 måned og igen 6 måneder efter, at behandlingen er afsluttet.«")
        yield Hit(("sections",) if index is None else ("sections", index), what, hint)


def _in_text(standard: Standard, around: Around) -> tuple[bool, bool]:
    month = half_year = False
    for each in led_to(standard, around, _ENDED):
        if _ENDED.search(f"{each.lead} {each.text}"):
            times = {(one.value, one.unit) for one in lengths(each.text)}
            joined = _JOINED.search(each.text) is not None
            month = month or joined or bool(times & {(1, "month"), (4, "week"), (30, "day")})
            half_year = half_year or joined or (6, "month") in times or _HALF.search(each.text) is not None
    return month, half_year


RULE = Rule(
    "T011",
    "error",
    check,
    source=message("Kilde: bekendtgørelse nr. 1477 af 17. december 2019, § 4, stk. 2."),
    url="https://www.retsinformation.dk/eli/lta/2019/1477",
    applies=Applies(services=frozenset(("sel-101",))),
)
