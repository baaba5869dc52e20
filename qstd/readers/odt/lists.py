"""Automatic numbers and bullets of an OpenDocument file, counted as LibreOffice counts them."""

from dataclasses import dataclass

from lxml import etree

from qstd.readers.odt.names import name, number, said
from qstd.readers.office.numerals import bullet, written

LEVELS = 10
FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
Counters = list[int | None]


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its numbers are written and how many levels they show, or its bullet."""

    form: str = ""
    prefix: str = ""
    suffix: str = ""
    shows: int = 1
    start: int = 1
    bullet: str = ""


def levels_of(style: etree._Element | None) -> list[Level]:
    """The levels of a list style, or of the style of the outline."""
    levels = [Level() for _ in range(LEVELS)]
    for element in () if style is None else style:
        depth = number(element, "text:level", 0)
        if 1 <= depth <= LEVELS:
            levels[depth - 1] = _level(element)
    return levels


def _level(element: etree._Element) -> Level:
    if name(str(element.tag)) == "text:list-level-style-bullet":
        return Level(bullet=bullet(said(element, "text:bullet-char")))
    if name(str(element.tag)) == "text:list-level-style-image":
        return Level(bullet="•")
    return Level(
        form=FORMS.get(said(element, "style:num-format"), ""),
        prefix=said(element, "style:num-prefix"),
        suffix=said(element, "style:num-suffix"),
        shows=max(1, min(number(element, "text:display-levels", 1), LEVELS)),
        start=number(element, "text:start-value", 1),
    )


def count(counters: Counters, levels: list[Level], depth: int, start: int | None) -> None:
    """Count an entry at a depth (0 the outermost); those below it begin anew."""
    for above in range(depth):
        if counters[above] is None:
            counters[above] = levels[above].start
    value = counters[depth]
    if start is None:
        start = levels[depth].start if value is None else value + 1
    counters[depth] = start
    counters[depth + 1 :] = [None] * (LEVELS - depth - 1)


def shown(counters: Counters, levels: list[Level], depth: int) -> str:
    """What stands before an entry."""
    level = levels[depth]
    if level.bullet or not level.form:
        return level.bullet
    first = max(0, depth - level.shows + 1)
    numbers = [written(counters[at] or 0, levels[at].form) for at in range(first, depth + 1) if levels[at].form]
    return f"{level.prefix}{'.'.join(numbers)}{level.suffix}".strip()
