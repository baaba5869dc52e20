"""What is wrong with a body."""

from dataclasses import dataclass
from typing import Literal

ProblemKind = Literal["html", "address", "image", "code"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a body that cannot be published as written: what, on which line of the body (1-based), the words."""

    kind: ProblemKind
    line: int
    detail: str
