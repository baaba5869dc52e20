"""Edits for machines: the stretches of an edit with their own words, so that nobody has to count characters."""

from collections.abc import Sequence
from typing import Any

from qstd.model.revision import Span


def stretches(spans: Sequence[Span], old: str, new: str) -> list[dict[str, Any]]:
    """Return each stretch with what it reads in the old text and in the new; joined, they are the two texts."""
    return [
        {"op": each.op, "old": old[each.old_start : each.old_end], "new": new[each.new_start : each.new_end]}
        for each in spans
    ]
