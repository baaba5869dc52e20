"""Folded blocks (`>`): paragraphs whose lines are broken anywhere, changed so that the lines beside a change stay."""

import textwrap
from collections.abc import Sequence
from itertools import groupby

from qstd.edits.patch.written import is_line

_WIDTH = 110  # of lines that are folded anew, unless others are longer


def is_folded(text: str) -> bool:
    """Tell whether a text can stand as folded paragraphs: no spaces that folding would lose, no empty lines at its ends."""
    return (
        text[:1] not in ("", "\n")
        and not text.endswith("\n\n")
        and all(is_line(each) and each == each.strip() and "  " not in each for each in text.split("\n"))
    )


def refolded(text: str, lines: Sequence[str]) -> list[str]:
    """Return the lines of a folded text that comes in the place of one in these lines; those of paragraphs that stay, and
    at both ends of one that is changed, are left as they are.
    """
    old = [list(group) for filled, group in groupby(lines, bool) if filled]
    new = text.removesuffix("\n").split("\n")
    wanted = [each for each in new if each]
    width = max(_WIDTH, *map(len, lines), 0)
    folded = iter(_matched(wanted, old, width))
    out: list[str] = []
    for number, each in enumerate(new):
        if number:
            out.append("")
        if each:
            out += next(folded)
    return out


def _matched(wanted: list[str], old: list[list[str]], width: int) -> list[list[str]]:
    said = [" ".join(each) for each in old]
    shorter = min(len(wanted), len(old))
    head = next((at for at in range(shorter) if wanted[at] != said[at]), shorter)
    tail = next((at for at in range(shorter - head) if wanted[-1 - at] != said[-1 - at]), shorter - head)
    middle = old[head : len(old) - tail]
    changed = wanted[head : len(wanted) - tail]
    made = [_paragraph(each, middle[at] if at < len(middle) else (), width) for at, each in enumerate(changed)]
    return [*old[:head], *made, *old[len(old) - tail :]]


def _paragraph(text: str, lines: Sequence[str], width: int) -> list[str]:
    """Fold one paragraph; the lines at either end whose words stay are left as they are."""
    words = text.split(" ")
    above: list[str] = []
    for line in lines:
        own = line.split(" ")
        if words[: len(own)] != own:
            break
        above.append(line)
        words = words[len(own) :]
    below: list[str] = []
    for line in reversed(lines[len(above) :]):
        own = line.split(" ")
        if len(own) >= len(words) or words[-len(own) :] != own:
            break
        below.insert(0, line)
        words = words[: -len(own)]
    middle = textwrap.wrap(" ".join(words), width, break_long_words=False, break_on_hyphens=False)
    return [*above, *middle, *below]
