"""What a pattern needs, told from its own tree: does each text that it matches have one of the stems that it names?

A pattern is unfolded into outlines: all ways through its alternatives, with the letters and digits that stand fast, a mark
where a word ends, and a gap for what may be anything. Where the ways are too many, more of it becomes a gap; so what is
found here is sure, and what is not found may still be so. Nothing that a pattern forbids is ever taken for needed.
"""

import re
from collections.abc import Sequence
from re import _constants, _parser  # type: ignore[attr-defined]  # not public; where they change, the tests say so
from typing import Any

from qstd.lint.shared.patterns import CAPITALS, DIGIT

GAP, EDGE, A_DIGIT, TWO_CAPITALS = "\0", "\1", "\2", "\3"
_MOST = 6000
_RUN = re.compile(r"\w+")
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ")


def outlines(pattern: str, flags: int = 0) -> frozenset[str]:
    """Return all outlines of a pattern."""
    return _of_sequence(_parser.parse(pattern, flags))


def needs_one(pattern: str, flags: int, stems: Sequence[str]) -> bool:
    """Tell whether each text that the pattern matches has one of the stems."""
    return not any(lacking(each, stems) for each in outlines(pattern, flags))


def lacking(outline: str, stems: Sequence[str]) -> bool:
    """Tell whether an outline has none of the stems for sure."""
    return not any(_has(outline.casefold(), each) for each in stems)


def _has(outline: str, stem: str) -> bool:
    if stem == DIGIT:
        return A_DIGIT in outline or any(map(str.isdecimal, outline))
    if stem == CAPITALS:
        return TWO_CAPITALS in outline
    if stem.startswith("="):
        word = re.escape(stem[1:])
        return (
            re.search(rf"(?<=[^\w{GAP}{A_DIGIT}{TWO_CAPITALS}]){word}(?=[^\w{GAP}{A_DIGIT}{TWO_CAPITALS}])", outline)
            is not None
        )
    return stem in outline


def _of_sequence(items: Any) -> frozenset[str]:
    known = frozenset(("",))
    for each in items:
        new = _of(*each)
        if len(known) * len(new) > _MOST:  # keep the half that says more
            known, new = (known, frozenset((GAP,))) if _says(known) >= _says(new) else (frozenset((GAP,)), new)
        known = frozenset(one + other for one in known for other in new)
    return known


def _says(found: frozenset[str]) -> int:
    """Reckon how much outlines tell: how long the longest run of letters is in the one that tells least."""
    return min(max((len(run) for run in _RUN.findall(each)), default=0) for each in found)


def _of(kind: Any, value: Any) -> frozenset[str]:
    if kind is _constants.LITERAL:
        return frozenset((chr(value),))
    if kind is _constants.IN:
        return _of_class(value)
    if kind is _constants.AT:
        return frozenset((EDGE if value is not _constants.AT_NON_BOUNDARY else "",))
    if kind is _constants.ASSERT_NOT:
        return frozenset((EDGE if _forbids_words(value[1]) else "",))
    if kind is _constants.ASSERT:
        return frozenset(("",))
    if kind is _constants.BRANCH:
        return frozenset().union(*map(_of_sequence, value[1]))
    if kind is _constants.SUBPATTERN:
        return _of_sequence(value[3])
    if kind is _constants.ATOMIC_GROUP:
        return _of_sequence(value)
    return _of_repeat(*value) if kind in _REPEATS else frozenset((GAP,))


def _of_class(parts: Any) -> frozenset[str]:
    if parts == [(_constants.CATEGORY, _constants.CATEGORY_DIGIT)]:
        return frozenset((A_DIGIT,))
    if parts == [(_constants.CATEGORY, _constants.CATEGORY_SPACE)]:
        return frozenset((" ",))
    if all(kind in (_constants.LITERAL, _constants.RANGE) for kind, _ in parts):
        signs = _signs(parts)
        if len(signs) <= 4:
            return frozenset(signs)
        if all(map(str.isdecimal, signs)):
            return frozenset((A_DIGIT,))
    return frozenset((GAP,))


def _signs(parts: Any) -> set[str]:
    found: set[str] = set()
    for kind, value in parts:
        low, high = value if kind is _constants.RANGE else (value, value)
        found.update(map(chr, range(low, min(high, low + 200) + 1)))
    return found


def _forbids_words(inner: Any) -> bool:
    """Tell whether a negative look around forbids every sign of a word, and so stands where a word begins or ends."""
    return (
        len(inner) == 1
        and inner[0][0] is _constants.IN
        and (
            (_constants.CATEGORY, _constants.CATEGORY_WORD) in inner[0][1]
            and inner[0][1][0][0] is not _constants.NEGATE
        )
    )


def _of_repeat(least: int, most: Any, inner: Any) -> frozenset[str]:
    own = _of_sequence(inner)
    if least == 0:
        return own | {""} if most == 1 and len(own) <= 6 else frozenset((GAP,))
    if most == 1 or own == {" "}:
        return own
    if least > 1 and _are_capitals(inner):
        return frozenset((TWO_CAPITALS + GAP,))
    return frozenset(f"{GAP if most != least else ''}{each}{GAP}" for each in own)


def _are_capitals(inner: Any) -> bool:
    if len(inner) != 1 or inner[0][0] is not _constants.IN:
        return False
    parts = inner[0][1]
    return all(kind in (_constants.LITERAL, _constants.RANGE) for kind, _ in parts) and _signs(parts) <= _CAPITALS
