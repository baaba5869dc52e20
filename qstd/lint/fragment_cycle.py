"""K009 fragment_cycle (error): shared texts do not build on each other in a ring.

Applies to the fragments of municipality.yaml.
Why: nobody can write out a text that contains itself.
How to mend: remove one of the `use:` lines of the ring.
Bad: `a` uses `b` and `b` uses `a`. Good: `a` uses `b`.
"""

from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.model.finding import message
from qstd.model.fragments import expand
from qstd.model.municipality import Municipality


def check(municipality: Municipality, around: Around) -> Iterator[Hit]:
    """Report each ring once, at its first name in the file."""
    reported: set[frozenset[str]] = set()
    for name in municipality.fragments:
        ring = expand(name, municipality.fragments).cycle
        if ring and name in ring and frozenset(ring) not in reported:
            reported.add(frozenset(ring))
            what = message("De fælles tekster henter hinanden i ring: {ring}.", ring=" → ".join(ring))
            yield Hit(("fragments", name, "use"), what, message("Slet »use:« i en af dem."))


RULE = Rule("K009", "error", municipality=check)
