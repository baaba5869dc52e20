"""Spaces that are in the text of a file and not on its page: the next letter is drawn right over them.

Some programs leave such a space at each place where a word could have been parted.
"""

from collections.abc import Iterator

from qstd.readers.pdf.shapes import Strip

CLOSE = 0.06
"""Letters with a real space between them are further apart, in sizes."""

_Spot = tuple[int, int]


def without_ghosts(strips: list[Strip]) -> tuple[list[Strip], list[int]]:
    """Empty those spaces; give also their indexes in the library's text."""
    found = list(_ghosts(strips))
    changed = {number: list(strips[number].text) for number, _ in found}
    for number, place in found:
        changed[number][place] = ""
    kept = [strip._replace(text=changed.get(number, strip.text)) for number, strip in enumerate(strips)]
    return kept, [strips[number].first + place for number, place in found]


def _ghosts(strips: list[Strip]) -> Iterator[_Spot]:
    for number, strip in enumerate(strips):
        for place, character in enumerate(strip.text):
            if character == " " and _overdrawn(strips, (number, place)):
                yield number, place


def _overdrawn(strips: list[Strip], spot: _Spot) -> bool:
    """Whether the letters before and after a space stand as close as those of one word."""
    before, after = _beside(strips, spot, -1), _beside(strips, spot, 1)
    if before is None or after is None:
        return False
    strip, place = strips[spot[0]], spot[1]
    end, start = strips[before[0]].rights[before[1]], strips[after[0]].lefts[after[1]]
    left, right = strip.lefts[place], strip.rights[place]
    return abs(start - end) < CLOSE * strip.size and start - left < 0.5 * (right - left)


def _beside(strips: list[Strip], spot: _Spot, step: int) -> _Spot | None:
    """Find the letter next to a space, on its line and with no break between; nothing where another space stands."""
    number, place = spot[0], spot[1] + step
    strip = strips[number]
    if not 0 <= place < len(strip.text):
        number += step
        if not 0 <= number < len(strips) or strips[max(number, spot[0])].apart:
            return None
        place = 0 if step > 0 else len(strips[number].text) - 1
    other = strips[number]
    level = abs(other.base - strip.base) < CLOSE * strip.size
    return (number, place) if level and other.text[place] not in ("", " ") else None
