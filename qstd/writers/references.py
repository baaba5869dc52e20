"""Where the links of a document lead, for paper, where a link cannot be followed."""

from collections.abc import Iterable

from qstd.language import Translate
from qstd.model.document import (
    Blocks,
    Break,
    Cell,
    Heading,
    Item,
    Items,
    Link,
    Note,
    Paragraph,
    Row,
    Table,
    Text,
    plain,
)
from qstd.writers.html_inlines import is_safe


def references(blocks: Blocks, translate: Translate) -> list[str]:
    """Return one line per site that the text links to: what is cited there, and the address in full.

    They stand together at the end of the paper, so that no word is added to the municipality's text.
    """
    cited: dict[str, dict[str, None]] = {}
    for link in _links(blocks, []):
        address = link.href.partition("#")[0]
        if is_safe(link.href) and address.startswith(("http:", "https:")) and plain(link.inlines) != address:
            name = link.title if link.kind == "law" and link.title else plain(link.inlines)
            cited.setdefault(address, {})[name] = None
    last = translate("og")
    return [f"{_listed(list(names), last)}: {address}" for address, names in cited.items()]


def _listed(names: list[str], last: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}"


# The parts of a value in which inlines can stand, in reading order.
PARTS: dict[type, tuple[str, ...]] = {
    Paragraph: ("inlines",),
    Heading: ("inlines", "tags"),
    Items: ("items",),
    Item: ("label", "blocks"),
    Table: ("head", "body", "caption"),
    Row: ("cells",),
    Cell: ("blocks",),
    Note: ("blocks", "title"),
}
INLINES = ("inlines",)


def _links(values: Iterable[object], found: list[Link]) -> list[Link]:
    """Add the links of a document to those that were found, in reading order."""
    for value in values:
        kind = type(value)
        if isinstance(value, Link):
            found.append(value)
        elif kind is not Text and kind is not Break:
            for part in PARTS.get(kind, INLINES):
                if inside := getattr(value, part):
                    _links(inside, found)
    return found
