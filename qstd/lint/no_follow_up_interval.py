"""S010 no_follow_up_interval (warning): the standard says when the help of a citizen is looked at again.

Applies to help that is granted after an assessment; not to help without one, such as section 99, nor to drug treatment,
where finding P114 says it.
Why: needs change. A citizen who knows when the help is looked at again can prepare for it, and can ask when nobody comes.
Source: good practice; 11 of 14 standards that were read in full say how the help is followed up.
How to mend: write an interval; "efter behov" may stand beside it.
Bad: "Der følges op efter behov." Good: "Vi følger op én gang om året og ellers efter behov."
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.presence import in_its_section, says, text_of
from qstd.lint.shared.profile import expects, is_begun, place_of
from qstd.model.facts import FollowUp
from qstd.model.finding import message
from qstd.model.standard import Standard

_INTERVAL = lazy(
    r"\bhver(?:t|anden|tredje)?\b|\d+\.? ?(?:gang|måned|mdr|uge|år|dag)|årlig|kvartal|halvår|månedlig|ugentlig"
    r"|\b(?:en|én|et|ét|to|tre|fire|fem|seks|tolv) (?:gang|måned|uge|år|dag)"
    r"|\bved (?:\w+ )?(?:start|opstart|afslutning)",
    re.IGNORECASE,
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for a fact with an interval, or for one in the words about follow-up."""
    if not is_begun(standard) or not expects(standard, "follow_up"):
        return
    fixed = any(each.mode in ("interval", "events") for _, each in of_kind(standard, FollowUp))
    if fixed or _INTERVAL.search(text_of(standard, around, "follow_up")):
        return
    place = place_of(standard, "follow_up")
    hint = message("Skriv fx: »Vi følger op på hjælpen mindst én gang om året og ellers efter behov.«")
    if not says(standard, around, "follow_up"):
        yield Hit(place, message("Standarden siger ikke, om og hvornår der følges op på borgerens hjælp."), hint)
    elif standard.language == "da" and in_its_section(standard, around, "follow_up"):
        yield Hit(place, message("Afsnittet om opfølgning siger ikke, hvor tit eller hvornår der følges op."), hint)


RULE = Rule("S010", "warning", check, applies=Applies(visited=True, without=frozenset(("sel-101",))))
