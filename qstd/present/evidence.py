"""The way from a fact to its sentence: where in the text each quote stands, and the anchor it gets."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from qstd.model.document import Blocks, Inlines, Mark, Text, plain
from qstd.present.inlines import Wrap, over_blocks, wrap

Span = tuple[int, int, frozenset[int]]
_EDGE = r"(?:(?<!\w)|(?!\w))"  # not inside a word
_INSIDE = re.compile(r"\w\w")
_OTHER_SPACE = re.compile(r"[^\S ]|  ")


@dataclass(slots=True)
class Anchors:
    """Anchors of one section: `section` is the anchor of its heading, `of` that of each quote by its number; `taken` are
    the anchors of other headings.
    """

    section: str
    taken: frozenset[str] = frozenset()
    of: dict[int, str] = field(default_factory=dict)
    count: int = 0

    def new(self, quotes: frozenset[int]) -> str:
        """Make the anchor of a stretch of text that these quotes share."""
        self.count += 1
        while (name := f"{self.section}-{self.count}") in self.taken:
            self.count += 1
        self.of |= dict.fromkeys(quotes, name)
        return name


def mark_quotes(blocks: Blocks, quotes: Sequence[tuple[int, str]], anchors: Anchors) -> Blocks:
    """Mark each quote (a number and its words) where it stands first; a quote that runs over several blocks stays
    unmarked, and its facts point to the section.
    """
    mark = marker(quotes, anchors)
    return over_blocks(blocks, lambda inlines: mark(inlines, plain(inlines)))


def marker(quotes: Sequence[tuple[int, str]], anchors: Anchors) -> Callable[[Inlines, str], Inlines]:
    """Return what marks quotes in one stretch of inlines (whose characters are known) after the other."""
    left = {number: quote.split() for number, quote in quotes}
    return lambda inlines, text: _mark(inlines, text, left, anchors) if left else inlines


def _mark(inlines: Inlines, text: str, left: dict[int, list[str]], anchors: Anchors) -> Inlines:
    found = list(_found(text, left))
    if not found:
        return inlines
    spans = found
    if len(found) > 1 or not (len(inlines) == 1 and isinstance(inlines[0], Text)):
        spans = list(_merged(sorted(_widened(inlines, each) for each in found)))
    for _, _, numbers in spans:
        for each in numbers:
            del left[each]
    return wrap(inlines, [(start, end, _evidence(anchors.new(numbers))) for start, end, numbers in spans])


def _evidence(name: str) -> Wrap:
    return lambda words: Mark(words, "evidence", name)


def _found(text: str, left: dict[int, list[str]]) -> Iterator[Span]:
    """Yield where quotes stand first. Making a pattern for each costs more than the rest of a page, and is needed only
    where a text has other white space than single spaces.
    """
    worth = [number for number, words in left.items() if words and words[0] in text]
    if not worth:
        return
    place = _loosely if _OTHER_SPACE.search(text) else _plainly
    for number in worth:
        if found := place(left[number], text):
            yield *found, frozenset((number,))


def _loosely(words: list[str], text: str) -> tuple[int, int] | None:
    pattern = r"\s+".join(map(re.escape, words))
    found = re.search(f"{_EDGE}{pattern}{_EDGE}", text)
    return found.span() if found else None


def _plainly(words: list[str], text: str) -> tuple[int, int] | None:
    quote = " ".join(words)
    start = text.find(quote)
    while start >= 0 and not (_is_edge(text, start) and _is_edge(text, start + len(quote))):
        start = text.find(quote, start + 1)
    return (start, start + len(quote)) if start >= 0 else None


def _is_edge(text: str, at: int) -> bool:
    """Tell whether a place is not inside a word."""
    return at in (0, len(text)) or not _INSIDE.match(text, at - 1)


def _widened(inlines: Inlines, span: Span) -> Span:
    """Take in the whole of bold words or a link that a stretch begins or ends in: they cannot be cut."""
    start, end, numbers = span
    at = 0
    for each in inlines:
        size = len(plain((each,)))
        if not isinstance(each, Text) and at < end and start < at + size:
            start, end = min(start, at), max(end, at + size)
        at += size
    return start, end, numbers


def _merged(spans: Sequence[Span]) -> Iterator[Span]:
    """Join stretches that overlap: they get one anchor."""
    held: Span | None = None
    for each in spans:
        if held and each[0] < held[1]:
            held = (held[0], max(held[1], each[1]), held[2] | each[2])
            continue
        if held:
            yield held
        held = each
    if held:
        yield held
