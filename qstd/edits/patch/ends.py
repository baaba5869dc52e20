"""Texts that say the same, for edits that cannot be made in the one that is there: some blocks bind what is behind them."""

from collections.abc import Iterator

from qstd.edits.patch import written
from qstd.yaml_source.spans import SIGN, Node, spans


def ways(text: str) -> Iterator[str]:
    """Yield a text as it is; then with an end to its last line; then with each block written otherwise that keeps the
    empty lines behind it (`|+`), and at last with all of those.
    """
    yield text
    if not text.endswith("\n"):
        text = _ended(text)
        yield text
    kept = [each for each in _blocks(spans(text)) if "+" in text[each.start : each.start + 3]]
    for each in kept:
        yield _freed(text, each)
    if len(kept) > 1:
        for each in reversed(kept):
            text = _freed(text, each)
        yield text


def _ended(text: str) -> str:
    """Return a text with an end to its last line; a block there says that it is none of its own."""
    for each in _blocks(spans(text)):
        sign = SIGN.match(text, each.start)
        if sign and each.end == len(text) and not each.text.endswith("\n"):
            return f"{text[: each.start]}{sign[0].rstrip('+-')}-{text[sign.end() :]}\n"
    return f"{text}\n"


def _freed(text: str, block: Node) -> str:
    """Return a text with a block as one that keeps no empty lines; where it has some, in quotes."""
    sign = SIGN.match(text, block.start)
    if sign and block.text.rstrip("\n") + "\n" == block.text:
        return text[: block.start] + sign[0].replace("+", "") + text[sign.end() :]
    return text[: block.start] + written.scalar(block.text, '"') + text[block.end :]


def _blocks(node: Node | None) -> Iterator[Node]:
    if node is not None and node.style in ("|", ">"):
        yield node
    for each in node.items if node is not None else ():
        yield from _blocks(each)
