"""Danish compounds taken apart by words that are known: "stofmisbrugsbehandling" holds "misbrug" and "behandling"."""

import re
from collections.abc import Callable, Container
from functools import cache

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4  # shorter ones ("til", "for", "ring") stand by chance in longer words
_LONGEST = 60  # beyond this it is no word
_LINKS = ("", "s", "e")  # what may join two parts: alkohol-behandling, misbrug-s-behandling, jul-e-hjælp


def words(text: str) -> list[str]:
    """Return the words of a text, in small letters."""
    return _WORD.findall(text.lower())


def splitter(known: Container[str]) -> Callable[[str], tuple[str, ...]]:
    """Return the function that gives the parts of a word after its first one, where all of its parts are among the
    `known` words: nothing is taken apart by guesswork. Of several ways, the one with the longest last part is taken.
    """

    def before(start: str) -> tuple[str, ...]:
        """Return the parts of what stands before the last part, without the letter that joins them."""
        for link in _LINKS:
            stem = start.removesuffix(link)
            if start.endswith(link) and len(stem) >= _SHORTEST:
                if stem in known:
                    return (stem,)
                if further := parts(stem):
                    return further
        return ()

    @cache
    def parts(word: str) -> tuple[str, ...]:
        for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
            if word[at:] in known and (first := before(word[:at])):
                return (*first, word[at:])
        return ()

    return lambda word: parts(word)[1:] if len(word) <= _LONGEST else ()
