"""What qstd is measured against: the floor (words and bare opcodes) and the tools that people would otherwise use.

A contender turns a standard into its own input once (`prepare`, not timed) and then compares two such inputs.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from qstd.model.standard import Standard


class Peer(NamedTuple):
    """One contender: its name, how it takes in a standard, and how it compares two."""

    name: str
    prepare: Callable[[Standard], Any]
    compare: Callable[[Any, Any], object]
