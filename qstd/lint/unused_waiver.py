"""K020 unused_waiver (warning): what is set aside is still found.

Applies to `waive:` in a standard.
Why: a waiver whose finding is no longer there hides the next one that comes in its place, and nobody decided that.
How to mend: delete the line.
Bad: R003 is set aside in a section that refuses nothing. Good: every waiver sets something aside.
"""

from collections.abc import Iterator

from qstd import lint
from qstd.lint.rule import Around, Hit, Rule
from qstd.model.finding import message
from qstd.model.standard import Standard


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Run the rule of each waiver alone, and see whether it finds anything there."""
    rules = {each.code: each for each in lint.rules()} if standard.waive else {}
    for index, waiver in enumerate(standard.waive):
        rule = rules.get(waiver.code)
        if (
            rule is None
            or rule.severity == "error"
            or not lint.sets_aside(waiver, waiver.code, waiver.section or "", around)
        ):
            continue
        found = rule.standard(standard, around) if rule.applies.to(standard) else iter(())
        if not any(waiver.section in (None, lint.section_of(standard, each.path)) for each in found):
            what = message("{code} er sat til side, men der er ikke længere noget at sætte til side.", code=waiver.code)
            yield Hit(("waive", index), what, message("Slet linjen."))


RULE = Rule("K020", "warning", check)
