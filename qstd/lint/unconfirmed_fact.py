"""K019 unconfirmed_fact (warning): a person has said of each fact that it is right.

Applies to every fact with `proposed: true`.
Why: an import proposes facts by the words that it knows. Whoever is responsible for the standard has to say that they are
right before citizens and other municipalities read them; until then no page and no comparison shows them.
How to mend: `qstd confirm KOMMUNE/NAVN` shows each proposal with its quote; with its number it is accepted, with
`--reject` it is taken out.
Bad: `proposed: true`. Good: the line is not there.
"""

from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.model.finding import message
from qstd.model.standard import Standard


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Find the facts that are mere proposals."""
    for index, fact in enumerate(standard.facts):
        if fact.proposed:
            what = message(
                "Oplysning {number} er et forslag, som ingen har sagt god for: »{quote}«.",
                number=index + 1,
                quote=fact.evidence.quote,
            )
            hint = message("Se den efter med »qstd confirm«. Indtil da vises den ikke på siderne.")
            yield Hit(("facts", index), what, hint)


RULE = Rule("K019", "warning", check)
