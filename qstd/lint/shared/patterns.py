"""Patterns that are put together when they are first used, and the stems by which a text is passed over without them.

The rules have hundreds, and every run of the program loads them all; a check of a file or two asks few of them. To search
each sentence for each of them would take most of the time of a check. So a pattern may say which stems it needs: pieces
of words of which at least one stands in every text that it matches. `shared.index` tells which sentences have one.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

DIGIT, CAPITALS = "0", "AA"
"""Stand among stems for any digit, and for two capital letters in a row."""

_LONGEST, _MOST = 300, 512
_bits: dict[str, int] = {}


class _Lazy:
    """Stands for a pattern until it is asked for something, and then answers as the pattern would."""

    def __init__(self, text: str, flags: int, stems: tuple[str, ...]) -> None:
        self._said = (text, flags)
        self._stems = stems
        self._mask = 0
        for stem in stems:
            self._mask |= _bits.setdefault(stem, 1 << len(_bits))

    def __getattr__(self, name: str) -> Any:
        if name == "_made":
            self._made = re.compile(*self._said)
            return self._made
        answer = getattr(self._made, name)
        if name == "search":
            answer = _remembering(answer)
        setattr(self, name, answer)  # so that this way round is taken once
        return answer


def _remembering(search: Callable[..., re.Match[str] | None]) -> Callable[..., re.Match[str] | None]:
    """Make of a search one that keeps what it found in the last few hundred sentences: neighbours say the same. What is too
    long for a sentence is never said twice.
    """
    known: dict[str, re.Match[str] | None] = {}

    def at_once(text: str, *places: int) -> re.Match[str] | None:
        if places or len(text) > _LONGEST:
            return search(text, *places)
        try:
            return known[text]
        except KeyError:
            if len(known) >= _MOST:
                known.clear()
            found = known[text] = search(text)
            return found

    return at_once


def lazy(text: str, flags: int = 0, stems: str = "") -> re.Pattern[str]:
    """Return what `re.compile` would, save that it is compiled at its first use.

    A stem is a piece of a word in small letters ("klag"), a whole word ("=du"), one of the signs "§", "@" and "/",
    `DIGIT` or `CAPITALS`. A test holds them against the pattern.
    """
    return cast("re.Pattern[str]", _Lazy(text, flags, tuple(stems.split())))


def needed(patterns: Iterable[re.Pattern[str]]) -> int:
    """Return the stems that some patterns need, of which each is a bit; a pattern that has said none can match anything."""
    found = 0
    for each in patterns:
        own: int = each._mask  # type: ignore[attr-defined]  # it is a _Lazy
        if not own:
            raise ValueError(f"no stems: {each.pattern}")
        found |= own
    return found


def all_stems() -> Mapping[str, int]:
    """Return the stems of all patterns that are there by now, and the bit of each."""
    return _bits


def number_of_stems() -> int:
    """Return how many there are: rules are loaded one by one, and each brings its own."""
    return len(_bits)
