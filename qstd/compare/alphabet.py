"""The words of a text, and texts as strings in which each code point stands for one word."""

import re
import sys
from collections.abc import Iterable

# A word may hold points, hyphens and the like inside ("m.v", "24-7", "1.000,50"); "§" and "%" count as words.
_WORD = re.compile(r"\w+(?:[.,:/@'’-]+\w+)*|[§%]")
_SURROGATES = 0xD800
_AFTER = 0xE000
_ALL = 0x110000


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text without regard to capitals. All texts share them: there are few, and each comes often."""
    return tuple(map(sys.intern, _WORD.findall(text.casefold())))


class Alphabet:
    """Gives each word a code point of its own. Where a text has more different words than there are code points, the
    last one stands for all the rest.
    """

    def __init__(self) -> None:
        self._letters: dict[str, str] = {}

    def spell(self, words: Iterable[str]) -> str:
        """Return the words as one string."""
        return "".join([self._letters.get(each) or self._letter(each) for each in words])

    def _letter(self, word: str) -> str:
        code = len(self._letters) + 1
        code += (_AFTER - _SURROGATES) * (code >= _SURROGATES)  # rapidfuzz takes no halves of a pair
        return self._letters.setdefault(word, chr(min(code, _ALL - 1)))
