"""The outline of a document as PDF/UA wants it: headings that skip no level, and anchors that are there once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from qstd.model.document import Block, Blocks, Break, Heading, Items, Note, Text
from qstd.writers.references import INLINES, PARTS


def without_gaps(values: Blocks) -> Blocks:
    """Return blocks whose headings go down by one level at a time, whatever levels the text skips."""
    return tuple(_without_gaps(values, []))


def _without_gaps(values: Iterable[Block], above: list[int]) -> Iterator[Block]:
    """`above` has the levels, as the text has them, of the headings that the next one stands under."""
    for value in values:
        if isinstance(value, Heading):
            while above and above[-1] >= value.level:
                above.pop()
            above.append(value.level)
            yield value if value.level == len(above) else replace(value, level=len(above))
        elif isinstance(value, Items):
            yield replace(
                value,
                items=tuple(replace(item, blocks=tuple(_without_gaps(item.blocks, above))) for item in value.items),
            )
        elif isinstance(value, Note) and value.kind != "contact":
            yield replace(value, blocks=tuple(_without_gaps(value.blocks, above)))
        else:
            yield value


def anchors(values: Iterable[object]) -> Iterator[str]:
    """Yield the places of some blocks that links can lead to."""
    for value in values:
        if not isinstance(value, _WITHOUT):
            if name := getattr(value, "id", ""):
                yield name
            for part in PARTS.get(type(value), INLINES):
                yield from anchors(getattr(value, part))


_WITHOUT = (Text, Break)
