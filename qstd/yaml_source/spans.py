"""Where the parts of a YAML text begin and end, to the character: for whoever changes one of them and nothing else."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["map", "seq", "scalar"]
SIGN = re.compile(r"[|>][-+0-9]*")
"""What opens a block scalar."""


@dataclass(slots=True)
class Node:
    """A value and where its text stands: from `start` up to `end`, without what follows on its last line. Of a block
    collection that is from the first entry to the end of the last; of a block scalar from its sign to its last line. An
    empty one has no length. A mapping has its `keys` (the node of each key, in order, beside `items`).
    """

    kind: Kind
    start: int
    end: int
    flow: bool = False
    style: str = ""
    text: str = ""
    keys: "list[Node]" = field(default_factory=list)
    items: "list[Node]" = field(default_factory=list)

    def names(self) -> list[str]:
        """Return the names of the keys of a mapping."""
        return [each.text for each in self.keys]

    def at(self, step: str | int) -> "Node | None":
        """Return the value under a key, or the entry of a number; None where there is none."""
        if self.kind == "map":
            return next((v for k, v in zip(self.keys, self.items, strict=True) if k.text == step), None)
        if self.kind == "seq" and isinstance(step, int) and 0 <= step < len(self.items):
            return self.items[step]
        return None


def spans(text: str) -> Node | None:
    """Return the parts of a text that holds one document without anchors and tags (`yaml_source.parse` says so); None for
    a text without any.
    """
    import yaml

    loader = yaml.CSafeLoader(text)
    try:
        return _Builder(text, loader.get_event).build()
    finally:
        loader.dispose()


class _Builder:
    """Builds nodes from libyaml's events."""

    def __init__(self, text: str, get: Callable[[], Any]) -> None:
        self._text = text
        self._events = self._all(get)

    @staticmethod
    def _all(get: Callable[[], Any]) -> Iterator[Any]:
        import yaml

        while type(event := get()) is not yaml.StreamEndEvent:
            if type(event) not in (yaml.StreamStartEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent):
                yield event

    def build(self) -> Node | None:
        import yaml

        root: Node | None = None
        stack: list[Node] = []
        waiting: list[bool] = []  # for each open mapping: a key has been read, and its value has not
        for event in self._events:
            if type(event) in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
                self._close(stack.pop(), event)
                waiting.pop()
                continue
            node = self._node(event)
            root = root if root is not None else node
            if stack:
                top = stack[-1]
                is_key = top.kind == "map" and not waiting[-1]
                (top.keys if is_key else top.items).append(node)
                waiting[-1] = is_key
            if node.kind != "scalar":
                stack.append(node)
                waiting.append(False)
        return root

    def _node(self, event: Any) -> Node:
        from yaml import MappingStartEvent, ScalarEvent

        start: int = event.start_mark.index
        what = type(event)
        if what is ScalarEvent:
            style = event.style or ""
            end = self._block_end(event) if style in ("|", ">") else event.end_mark.index
            return Node("scalar", start, end, style=style, text=event.value)
        kind: Kind = "map" if what is MappingStartEvent else "seq"
        return Node(kind, start, event.end_mark.index, flow=bool(event.flow_style))

    def _close(self, node: Node, event: Any) -> None:
        if node.flow:
            node.end = event.end_mark.index
        elif node.items:
            node.start = node.keys[0].start if node.keys else node.start
            node.end = max(node.items[-1].end, node.keys[-1].end if node.keys else 0)

    def _block_end(self, event: Any) -> int:
        """Return where the last line of a block scalar ends that is part of its value, without its line's end."""
        start: int = event.start_mark.index
        sign = SIGN.match(self._text, start)
        header = sign.end() if sign else start + 1
        begin = self._text.find("\n", start)
        if begin < 0 or event.end_mark.index <= begin + 1:
            return header
        lines = self._text[begin + 1 : event.end_mark.index].removesuffix("\n").split("\n")
        count = len(lines)
        if "+" not in self._text[start:header]:
            count = _lines_of(event.value) if event.style == "|" else _without_empty(lines)
        return begin + 1 + len("\n".join(lines[:count])) if count else header


def _lines_of(value: str) -> int:
    """Return how many lines a literal block has whose empty lines at the end do not count."""
    return value.removesuffix("\n").count("\n") + 1 if value else 0


def _without_empty(lines: list[str]) -> int:
    """Return how many lines of a folded block are left without the empty ones at its end."""
    count = len(lines)
    while count and not lines[count - 1].strip():
        count -= 1
    return count
