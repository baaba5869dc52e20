"""Patterns that are put together when they are first used.

The rules have hundreds, and every run of the program loads them all; a check of a file or two asks few of them.
"""

import re
from typing import Any, cast


class _Lazy:
    """Stands for a pattern until it is asked for something, and then answers as the pattern would."""

    def __init__(self, text: str, flags: int) -> None:
        self._said = (text, flags)

    def __getattr__(self, name: str) -> Any:
        if name == "_made":
            self._made = re.compile(*self._said)
            return self._made
        answer = getattr(self._made, name)
        setattr(self, name, answer)  # so that this way round is taken once
        return answer


def lazy(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` would, save that it is compiled at its first use."""
    return cast("re.Pattern[str]", _Lazy(text, flags))
