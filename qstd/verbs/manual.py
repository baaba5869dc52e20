"""The manual: every rule is documented in its own file, and this reads those pages in their parts."""

import re
from functools import cache

from qstd import lint
from qstd.lint.rule import Rule
from qstd.model.manual import ManualPage

GROUPS = "K" + lint.OF_CONTENT
"""The letters with which codes of rules begin, in the order of the manual."""

_PART = re.compile(r"^(Applies to|Why:|Source:|How to mend:|Bad:)\s", re.MULTILINE)


@cache
def pages() -> tuple[ManualPage, ...]:
    """Return the pages of all rules by group and number."""
    found = (page(name, rule) for name, rule in zip(lint.names(), lint.rules(), strict=True))
    return tuple(sorted(found, key=lambda each: (GROUPS.index(each.code[0]), each.code)))


def page(name: str, rule: Rule) -> ManualPage:
    """Read the page of one rule."""
    head, *rest = _PART.split(lint.manual(name))
    said = {mark.rstrip(":"): _line(text) for mark, text in zip(rest[::2], rest[1::2], strict=True)}
    bad, _, good = said.get("Bad", "").partition(" Good: ")
    return ManualPage(
        code=rule.code,
        name=name,
        severity=rule.severity,
        says=_line(head).partition("): ")[2],
        applies=said.get("Applies to", ""),
        why=said.get("Why", ""),
        origin=said.get("Source", ""),
        mend=said.get("How to mend", ""),
        bad=bad,
        good=good,
        source=rule.source,
        url=rule.url,
    )


def _line(text: str) -> str:
    """Return a text on one line, as its words are read."""
    return " ".join(text.split())
