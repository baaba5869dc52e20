"""R006 added_age_limit (warning): there is no age limit where the law sets none.

Applies to `age` facts of standards under §§ 85, 99, 104, 107 and 108. That help for adults begins at 18 is no added limit, and
neither is an age that only one of several groups has.
Why: an upper limit shuts out people whom the provision covers. What older people get under another act does not change that.
Source: the wording of the provisions (read; danskelove.dk/serviceloven/107-110 and municipalities that quote it) names no
age; that a limit is therefore wrong is our reading, so it is a warning.
How to mend: delete the limit, or say what those above it get instead.
Bad: "Ordningen er for voksne mellem 18 og 64 år." (§ 99) Good: "Ordningen er for voksne over 18 år."
"""

from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.model.facts import Age
from qstd.model.finding import message
from qstd.model.standard import Standard

_OF_AGE = 18


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for limits that all ages stated have."""
    stated = list(of_kind(standard, Age))
    if stated and all(fact.max is not None or fact.max_ref for _, fact in stated):
        index, fact = max(stated, key=lambda each: each[1].max or 0)
        limit = message("{age} år", age=fact.max) if fact.max is not None else message("folkepensionsalderen")
        what = message("Standarden har en øvre aldersgrænse ({limit}), men loven har ingen.", limit=limit)
        hint = message("Slet grænsen, eller skriv, hvilken hjælp borgere over grænsen kan få i stedet.")
        yield Hit(("facts", index, "max" if fact.max is not None else "max_ref"), what, hint)
    if stated and all(fact.min is not None and fact.min > _OF_AGE for _, fact in stated):
        index, fact = min(stated, key=lambda each: each[1].min or 0)
        what = message(
            "Standarden har en nedre aldersgrænse ({age} år), men loven har ingen over 18 år.", age=fact.min or 0
        )
        hint = message("Slet grænsen, eller skriv, hvilken hjælp yngre voksne kan få i stedet.")
        yield Hit(("facts", index, "min"), what, hint)


RULE = Rule(
    "R006",
    "warning",
    check,
    source=message("Kilde: bestemmelsens ordlyd, som ikke nævner en alder."),
    url="https://danskelove.dk/serviceloven/107-110",
    applies=Applies(services=frozenset(("sel-85", "sel-99", "sel-104", "sel-107", "sel-108"))),
)
