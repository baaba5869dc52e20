"""K007 unknown_group (error): the groups of a target group are in the catalogue.

Applies to facts of kind target_group.
Why: groups are compared with the law's own; a group under another name would look like another group.
How to mend: take the key that the finding suggests, and keep the municipality's words in `text:`.
Bad: `groups: [sindslidende]`. Good: `groups: [mental_illness]`.
"""

from collections.abc import Iterator

from qstd import catalogue
from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.nearest import choose
from qstd.model.facts import TargetGroup
from qstd.model.finding import message
from qstd.model.standard import Standard


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look up each group."""
    for index, fact in enumerate(standard.facts):
        groups = fact.groups if isinstance(fact, TargetGroup) else ()
        for number, group in enumerate(groups):
            if group not in catalogue.keys("groups"):
                what = message("Gruppen »{group}« findes ikke i kataloget.", group=group)
                yield Hit(("facts", index, "groups", number), what, choose(group, catalogue.keys("groups"), shown=40))


RULE = Rule("K007", "error", check)
