"""Proposed facts of a standard: accepted by taking `proposed: true` away, or taken out; nothing else is touched."""

from qstd.edits.entries import without_entry
from qstd.yaml_source import parse

_FACTS = "facts"


def accepted(text: str, at: int) -> str | None:
    """Return the text of a standard whose fact of number `at` is a proposal no longer; None where its line holds more
    than that.
    """
    mark = parse(text.encode()).places.get((_FACTS, at, "proposed"))
    lines = text.split("\n")
    if mark is None or lines[mark.line - 1].strip() != "proposed: true":
        return None
    return "\n".join(lines[: mark.line - 1] + lines[mark.line :])


def rejected(text: str, at: int) -> str:
    """Return the text of a standard without its fact of number `at`."""
    return without_entry(text, _FACTS, at)
