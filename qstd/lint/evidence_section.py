"""K001 evidence_section (error): the section that a fact points to is in the standard.

Applies to every fact of every standard.
Why: without the section nobody can see what the fact rests on.
How to mend: write the section's name (its `id`, or its `topic` where it has no id) in `section:`.
Bad: `section: prices` where the section is called `price`. Good: `section: price`.
"""

from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.nearest import choose
from qstd.model.finding import message
from qstd.model.standard import Standard


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look up the section of each fact."""
    names = tuple(each.key for each in standard.sections if each.key)
    for index, fact in enumerate(standard.facts):
        name = fact.evidence.section
        if name not in names:
            what = message("Der er ikke noget afsnit, der hedder »{name}«.", name=name)
            yield Hit(("facts", index, "evidence", "section"), what, choose(name, names))


RULE = Rule("K001", "error", check)
