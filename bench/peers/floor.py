"""The floor: no comparison of two texts word by word can do with less than one call of the fastest library for each section.

Words are interned once; sections are paired by their keys; what no key pairs is not even looked at.
"""

import re
from itertools import count

from rapidfuzz.distance import Indel

from bench.peers import Peer
from qstd.model.standard import Standard

_WORD = re.compile(r"\w+|[^\w\s]")
Words = dict[str, list[int]]


class Interner:
    """Gives each word a number."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.next = count(1)

    def words(self, standard: Standard) -> Words:
        """Return the words of each section, by its key."""
        return {each.key: self.numbered(f"{each.heading} {each.body}") for each in standard.sections}

    def numbered(self, text: str) -> list[int]:
        """Return the words of a text as numbers."""
        numbers = self.numbers
        return [numbers.get(each) or numbers.setdefault(each, next(self.next)) for each in _WORD.findall(text)]

    def code_points(self, standard: Standard) -> dict[str, str]:
        """Return the words of each section as a string, one code point each: what the library reads fastest."""
        return {key: "".join(chr(each + 0x100) for each in words) for key, words in self.words(standard).items()}


def opcodes(old: dict[str, list[int]] | dict[str, str], new: dict[str, list[int]] | dict[str, str]) -> list[object]:
    """Return the opcodes of each pair of sections."""
    return [Indel.opcodes(words, new[key]).as_list() for key, words in old.items() if key in new]


def whole(words: Words) -> list[int]:
    """Return the words of all sections in a row."""
    return [each for section in words.values() for each in section]


def floor() -> Peer:
    """The floor that the bars are multiples of."""
    return Peer("floor: words as numbers, bare opcodes per section", Interner().words, opcodes)


def lean() -> Peer:
    """The same with one code point for each word."""
    return Peer("the same, words as code points", Interner().code_points, opcodes)


def unaligned() -> Peer:
    """The same with all sections in a row, for texts whose sections have no keys."""
    interner = Interner()
    return Peer(
        "bare opcodes of the whole text in a row",
        lambda standard: whole(
            {str(at): interner.numbered(f"{each.heading} {each.body}") for at, each in enumerate(standard.sections)}
        ),
        lambda old, new: Indel.opcodes(old, new).as_list(),
    )
