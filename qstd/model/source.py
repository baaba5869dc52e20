"""Source: a record together with the file it was read from, so that whoever finds something can say where."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from qstd.model.finding import Finding, Path, Place

T = TypeVar("T")
Locate = Callable[[Path, int], Place]
"""Where the value at a path stands; with a line number, the place of that line (1-based) of the text it holds."""


@dataclass(frozen=True, slots=True)
class Source(Generic[T]):
    """What a reader made of one file. `record` is None where too little could be read; `whole` is False where parts of
    the file were left out because they do not fit. `file` is the name that messages use.
    """

    file: str
    record: T | None
    whole: bool
    findings: tuple[Finding, ...]
    locate: Locate
