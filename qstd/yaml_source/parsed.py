"""What reading YAML gives: plain values, the place of each, and what is wrong; and what a plain word stands for."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

Path = tuple[str | int, ...]
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
WORDS: Mapping[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}


class Mark(NamedTuple):
    """Where a value stands, 1-based: its key (or the value itself in a list), and the first character of its text."""

    line: int
    column: int
    text_line: int
    text_column: int


class Problem(NamedTuple):
    """One thing that keeps the text from being read as we read YAML: a stable word for what, where, and the detail."""

    kind: str
    line: int
    column: int
    detail: str = ""


class Parsed(NamedTuple):
    """The plain values (None where nothing could be read), the place of each by its path, and all problems.

    `whole` is False where reading stopped before the end of the text: what is missing may stand further down.
    """

    value: Any
    places: Mapping[Path, Mark]
    problems: tuple[Problem, ...] = ()
    whole: bool = True


def nothing(problem: Problem) -> Parsed:
    """Return what there is of a text that cannot be read at all."""
    return Parsed(None, {}, (problem,), whole=False)


def resolve(text: str) -> Any:
    """Read a plain scalar: a word for nothing, true or false, a canonical integer; all else is text."""
    if text in WORDS:
        return WORDS[text]
    if text[0] > "9":  # a digit or a minus is not; most words end here
        return text
    return int(text) if _INTEGER.fullmatch(text) and text != "-0" else text
