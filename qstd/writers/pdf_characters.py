"""Which characters the theme's fonts can show, and what stands for those that they cannot; the only door to fontTools."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category

from qstd.model.theme import Theme

# A sign that something stands here that cannot be shown. A box without a character behind it is not allowed in PDF/UA.
REPLACEMENT = "◊"
# Characters that the fonts lack and that look like one they have: hyphens, spaces, bullets of Word and of lists.
LOOKALIKES = dict(zip("\u2010\u2011\u202f\u2007\u2009\uf0b7\uf0a7●▪◦", "--\u00a0\u00a0 •••••", strict=True))
# White space, controls, and characters without a shape of their own: nobody misses them.
_UNSEEN = ("Zs", "Zl", "Zp", "Cc", "Cf", "Mn")


class Printed(NamedTuple):
    """A PDF, and the characters of its document that it shows as ◊, in order."""

    data: bytes
    unshown: tuple[str, ...]


def unshown(lacking: Iterable[str]) -> tuple[str, ...]:
    """Return which of the characters that the fonts lack have none that looks like them."""
    return tuple(sorted(set(lacking) - set(LOOKALIKES)))


def lacking(text: str, theme: Theme) -> set[str]:
    """Return the characters of a text that cannot be shown with the fonts of a theme, and that somebody would miss."""
    return {
        each for each in set(text) - _characters(_fonts(theme)) if each in LOOKALIKES or category(each) not in _UNSEEN
    }


def substitutes(text: str, theme: Theme) -> dict[int, str]:
    """Return what stands for each character of a text that the fonts of a theme lack, also for those that nobody sees."""
    unknown = set(text) - _characters(_fonts(theme))
    return {ord(each): LOOKALIKES.get(each) or _substitute(each) for each in unknown}


def _substitute(character: str) -> str:
    if category(character) in _UNSEEN:
        return " " if character.isspace() else ""
    return REPLACEMENT


def _fonts(theme: Theme) -> tuple[bytes, ...]:
    return tuple(data for path, data in theme.assets.items() if path.startswith("fonts/") and path.endswith(".ttf"))


@lru_cache(maxsize=4)
def _characters(fonts: tuple[bytes, ...]) -> frozenset[str]:
    """Return the characters that every one of these fonts has."""
    from io import BytesIO

    from fontTools.ttLib import TTFont

    sets = [frozenset(map(chr, TTFont(BytesIO(font), lazy=True).getBestCmap())) for font in fonts]
    known = frozenset.intersection(*sets) if sets else frozenset[str]()
    # What a character of private use means is known to nobody, and an archive may not hold it.
    return frozenset(each for each in known if category(each) != "Co")
