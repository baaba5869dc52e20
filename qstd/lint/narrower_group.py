"""R005 narrower_group (warning): the standard is for all groups that the provision names.

Applies to `target_group` facts of standards under §§ 99, 104 and 107, whose groups the law lists. Groups of other names than
the law's are not judged: they may cover the same persons.
Why: a standard cannot take a group out that the law has put in. What it leaves out looks refused.
Source: the wording of §§ 99, 104 and 107 (read; danskelove.dk/serviceloven/107-110, individualisterne.dk); a
municipality may have a standard of its own for each group, so it is a warning.
How to mend: name the other groups too, or say which standard is for them.
Bad: a standard under § 99 only for people with mental illness. Good: one for all three groups of § 99.
"""

from collections.abc import Iterator

from qstd import catalogue
from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.model.facts import TargetGroup
from qstd.model.finding import message
from qstd.model.standard import Standard

# Where the catalogue has no wording of the law to take the groups from.
_BY_LAW = {
    "sel-104": ("considerably_reduced_function", "special_social_problems"),
    "sel-107": ("considerably_reduced_function", "special_social_problems"),
}


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Compare the groups of the facts with those of the statute."""
    stated = list(of_kind(standard, TargetGroup))
    named = {group for _, fact in stated for group in fact.groups}
    statute = _groups(standard.service)
    if named and named < set(statute):
        known = catalogue.groups()
        left = [known[each].label["da"] if each in known else each for each in statute if each not in named]
        what = message("Loven nævner flere grupper end standarden. Her mangler: {groups}.", groups="; ".join(left))
        hint = message(
            "Kommunen kan ikke tage en gruppe ud, som loven har med. Skriv også de andre grupper, eller skriv, hvilken "
            "standard der gælder for dem."
        )
        yield Hit(("facts", stated[0][0], "groups"), what, hint)


def _groups(service: str) -> tuple[str, ...]:
    """Return the groups of the statute, in its order."""
    known = catalogue.service(service)
    if known is not None and known.baseline is not None:
        named = (each for _, fact in of_kind(known.baseline, TargetGroup) for each in fact.groups)
        return tuple(dict.fromkeys(named))
    return _BY_LAW.get(service, ())


RULE = Rule(
    "R005",
    "warning",
    check,
    source=message("Kilde: lovens personkreds."),
    url="https://danskelove.dk/serviceloven/107-110",
    applies=Applies(services=frozenset(("sel-99", "sel-104", "sel-107"))),
)
