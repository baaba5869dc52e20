"""Automatic numbers: what Word shows before a paragraph, counted as Word counts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from qstd.readers.docx.names import W
from qstd.readers.docx.styles import left_edge, whole
from qstd.readers.office.numerals import bullet, written

LEVELS = 9
MOST_LINKS = 5  # from a list to the style that holds it and on; a damaged file may go round in circles


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its first number, how that is written, and the text around it ("%1.%2")."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before a paragraph, how deep it is (0 the outermost), and where its text begins."""

    text: str
    depth: int
    indent: int


@dataclass(slots=True)
class _List:
    """A list as paragraphs name it: its levels, the counters that it shares with its like, and starts of its own."""

    levels: list[Level]
    counters: list[int | None]
    starts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Definitions:
    """The lists of a file as it defines them."""

    abstract: dict[str, etree._Element] = field(default_factory=dict)
    numbers: dict[str, etree._Element] = field(default_factory=dict)
    by_style: dict[str, str] = field(default_factory=dict)


class Numbering:
    """The lists of a file. Each `Counter` made of it counts on its own."""

    def __init__(self, load: Callable[[], etree._Element | None]) -> None:
        self._load = load

    @cached_property
    def _known(self) -> "_Definitions":
        # Most texts have few numbers or none, and the part may be large.
        found = _Definitions()
        root = self._load()
        for element in () if root is None else root:
            if element.tag == f"{W}abstractNum":
                key = element.get(f"{W}abstractNumId", "")
                found.abstract[key] = element
                if (link := _value(element, "styleLink")) is not None:
                    found.by_style[link] = key
            elif element.tag == f"{W}num":
                found.numbers[element.get(f"{W}numId", "")] = element
        return found

    def counter(self) -> "Counter":
        """A count that begins anew."""
        return Counter(self)

    def list_of(self, number: str, shared: dict[str, list[int | None]]) -> _List | None:
        """The list with this number; `shared` are the counters by what lists have in common."""
        known = self._known
        element = known.numbers.get(number)
        if element is None:
            return None
        key = _value(element, "abstractNumId") or ""
        for _ in range(MOST_LINKS):
            linked = _value(known.abstract[key], "numStyleLink") if key in known.abstract else None
            if linked not in known.by_style:
                break
            key = known.by_style[linked]
        if key not in known.abstract:
            return None
        found = _List(_levels(known.abstract[key]), shared.setdefault(key, [None] * LEVELS))
        for override in element.iterchildren(f"{W}lvlOverride"):
            _override(found, override)
        return found


class Counter:
    """Counts the paragraphs of one text in reading order."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._shared: dict[str, list[int | None]] = {}
        self._lists: dict[str, _List | None] = {}

    def marker(self, number: str | None, depth: int | None, style: str) -> Marker | None:
        """Count a paragraph of list `number`; None where it has no automatic number."""
        if number is None or number == "0":
            return None
        if number not in self._lists:
            self._lists[number] = self._numbering.list_of(number, self._shared)
        found = self._lists[number]
        if found is None:
            return None
        if depth is None:
            depth = next((at for at, level in enumerate(found.levels) if style and level.style == style), 0)
        depth = min(max(depth, 0), LEVELS - 1)
        _count(found, depth)
        level = found.levels[depth]
        return Marker(_shown(found, depth), depth, level.indent)


def _count(found: _List, depth: int) -> None:
    counters = found.counters
    for at in [at for at in found.starts if at <= depth]:
        # A list with a start of its own begins there, once.
        counters[at] = None if at == depth else found.starts[at]
        if at < depth:
            del found.starts[at]
    for above in range(depth):
        if counters[above] is None:
            counters[above] = found.levels[above].start
    value = counters[depth]
    counters[depth] = found.starts.pop(depth, found.levels[depth].start) if value is None else value + 1
    for below in range(depth + 1, LEVELS):
        restart = found.levels[below].restart
        if restart is None or depth < restart:
            counters[below] = None


def _shown(found: _List, depth: int) -> str:
    level = found.levels[depth]
    if level.form == "bullet":
        return bullet(level.text)
    shown = level.text
    for at in range(depth + 1):
        gap = f"%{at + 1}"
        if gap in shown:
            form = found.levels[at].form
            number = found.counters[at]
            plain = level.legal and form != "bullet"
            shown = shown.replace(gap, written(number if number is not None else 1, "decimal" if plain else form))
    return shown.strip()


def _levels(element: etree._Element) -> list[Level]:
    levels = [Level() for _ in range(LEVELS)]
    for described in element.iterchildren(f"{W}lvl"):
        depth = whole(described.get(f"{W}ilvl"), 0)
        if 0 <= depth < LEVELS:
            levels[depth] = _level(described)
    return levels


def _level(element: etree._Element) -> Level:
    restart = _value(element, "lvlRestart")
    return Level(
        start=whole(_value(element, "start"), 0),
        form=_value(element, "numFmt") or "decimal",
        text=_value(element, "lvlText") or "",
        restart=whole(restart, 0) if restart is not None else None,
        legal=element.find(f"{W}isLgl") is not None,
        style=_value(element, "pStyle") or "",
        indent=left_edge(element.find(f"{W}pPr/{W}ind")),
    )


def _override(found: _List, override: etree._Element) -> None:
    depth = whole(override.get(f"{W}ilvl"), 0)
    if not 0 <= depth < LEVELS:
        return
    described = override.find(f"{W}lvl")
    if described is not None:
        found.levels[depth] = _level(described)
    start = _value(override, "startOverride")
    if start is not None:
        found.starts[depth] = whole(start, 1)


def _value(element: etree._Element, name: str) -> str | None:
    child = element.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val")
