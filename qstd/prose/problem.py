"""What is wrong with a body."""

from typing import Literal, NamedTuple

ProblemKind = Literal["html", "address", "image", "code", "cells"]


class Problem(NamedTuple):
    """Something in a body that cannot be published as written: what, on which line of the body (1-based), the words."""

    kind: ProblemKind
    line: int
    detail: str
