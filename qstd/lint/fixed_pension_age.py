"""R007 fixed_pension_age (warning): where the law says the state pension age, the standard does not say a number of years.

Applies to standards under §§ 97, 100 and 103 and under ældreloven. Silent where the section also names folkepensionsalderen:
"mellem 18 år og folkepensionsalderen (dog mindst 67 år)" is what § 97 says.
Why: the state pension age rises. A fixed number shuts out those between it and the age that counts for them.
Source: §§ 97, 100 and 103 as municipalities quote or restate them (read; nyborg.dk, alleroed.dk, ghv.dk), and ældreloven § 2
(read; lovguiden.dk).
How to mend: write "folkepensionsalderen".
Bad: "Du skal være mellem 18 og 67 år." Good: "Du skal være mellem 18 år og folkepensionsalderen (dog mindst 67 år)."
"""

from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.modality import plain
from qstd.lint.shared.passages import of_section
from qstd.lint.shared.patterns import lazy
from qstd.model.finding import message
from qstd.model.standard import Standard

_TOPICS = frozenset(
    "target_group eligibility exclusion_criteria need about_standard activities scope special purpose".split()
)
_AGE = lazy(
    r"\b(?:over|under|til(?: og med)?|indtil|fyldt|fyldte|inden|fra|ældre end|yngre end) "
    r"(?:(?:det|de|dit|sit|din|sin) )?(?:fyldte )?6[5-9](?:\.? ?år\b|[- ]årsalderen)"
    r"|\b\d\d(?: år)? ?(?:og|til|[-–]) ?6[5-9] ?år\b"
    r"|\b6[5-9][- ]årige?\b"
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for such an age in the sections about who can get the help."""
    if standard.language != "da":
        return
    for index, section in enumerate(standard.sections):
        if section.topic not in _TOPICS:
            continue
        pieces = of_section(standard, index, around)
        if any("pensionsalder" in plain(each.text) for each in pieces):
            continue
        for each in pieces:
            if found := _AGE.search(plain(each.text)):
                what = message(
                    "Her står en fast alder (»{words}«), men loven siger folkepensionsalderen.", words=found[0]
                )
                hint = message("Folkepensionsalderen stiger. Skriv »folkepensionsalderen« i stedet for tallet.")
                yield Hit(("sections", index, "body"), what, hint, each.line)


RULE = Rule(
    "R007",
    "warning",
    check,
    source=message("Kilde: bestemmelsens ordlyd."),
    applies=Applies(services=frozenset(("sel-97", "sel-100", "sel-103", "ael-helhedspleje"))),
)
