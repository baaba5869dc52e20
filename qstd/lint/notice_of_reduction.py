"""R016 notice_of_reduction (info): the citizen reads how long before the help is reduced there must be notice.

Applies to standards under §§ 95, 96 and 98.
Why: who lives with helpers plans around them. A bill from 2016-17 set 14 weeks' notice before help under §§ 95, 96 and 98 is
taken away or reduced.
Source: bill L 150 2016-17 on serviceloven § 3 a (read; docplayer.dk/51952070). That it was adopted as it stood has not been
checked: look it up.
How to mend: look up serviceloven § 3 a, and state the notice.
Bad: no word about it. Good: "Nedsættes hjælpen, får du besked mindst 14 uger før."
"""

from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.index import holding
from qstd.lint.shared.modality import plain
from qstd.lint.shared.passages import passages
from qstd.lint.shared.patterns import lazy
from qstd.model.finding import message
from qstd.model.standard import Standard

_SAID = lazy(
    r"\b(?:14|fjorten) ?ugers?\b|§ ?3 ?a\b|\bvarsl\w*[^.;]{0,60}\b(?:nedsæt|reducer|ophør|fratag|ændr)\w*",
    stems="14 fjorten § varsl",
)
_OTHER_WAY = lazy(r"\b(?:nedsæt|reducer|ophør|fratag)\w*\b[^.;]{0,60}\bvars(?:el|l)\w*", stems="varsel varsl")


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for the notice in all of the text."""
    if standard.language != "da" or not passages(standard, around):
        return
    said = (plain(each.text) for each in holding(standard, around, _SAID, _OTHER_WAY))
    if not any(_SAID.search(each) or _OTHER_WAY.search(each) for each in said):
        what = message("Standarden nævner ikke, hvor lang tid før borgeren skal have besked, når hjælpen sættes ned.")
        hint = message(
            "Se efter i serviceloven § 3 a. Et lovforslag fra 2016-17 satte 14 ugers varsel for hjælp efter §§ 95, 96 og 98; "
            "om det blev vedtaget sådan, er ikke kontrolleret."
        )
        yield Hit(("sections",), what, hint)


RULE = Rule(
    "R016",
    "info",
    check,
    source=message("Kilde: lovforslag L 150, 2016-17 (se efter, om det gælder)."),
    applies=Applies(services=frozenset(("sel-95", "sel-96", "sel-98"))),
)
