"""A value put in the place of another: in the style that stands there, where that can hold it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from qstd.edits.patch import written
from qstd.edits.patch.folded import is_folded, refolded
from qstd.edits.patch.places import colon, column, has_colon, line_end, list_offset
from qstd.yaml_source.spans import SIGN, Node

_BLOCKS = ("|", ">")


@dataclass(frozen=True, slots=True)
class _Room:
    """What stays when a value goes: the text before it, what stands behind it on its line, and the lines after it."""

    before: str
    note: str
    after: str


def replaced(text: str, chain: list[Node], key: Node | None, old: Node, value: Any) -> Iterator[str]:
    """Yield the text with a value in the place of `old`, first as it should look; where that does not say the value, in
    the next way. `chain` has what it stands in, from the root to its home; `key` is its key, None in a list.
    """
    if any(each.flow for each in chain):
        yield from _in_brackets(text, key, old, value)
    elif isinstance(value, (Mapping, list, tuple)) and value and not old.flow:
        yield _as_lines(text, chain, key, old, value)
    else:
        yield from _on_its_line(text, chain[-1], key, old, value)


def _in_brackets(text: str, key: Node | None, old: Node, value: Any) -> Iterator[str]:
    for style in (old.style, '"'):
        is_value = isinstance(value, (Mapping, list, tuple))
        new = written.flowing(value) if is_value else written.scalar(value, style, flow=True)
        if old.start < old.end or key is None:
            yield text[: old.start] + new + text[old.end :]
        elif has_colon(text, key):
            at = colon(text, key)
            yield f"{text[:at]} {new}{text[at:]}"
        else:
            yield f"{text[: key.end]}: {new}{text[key.end :]}"


def _on_its_line(text: str, home: Node, key: Node | None, old: Node, value: Any) -> Iterator[str]:
    room = _room(text, key, old)
    if isinstance(value, str):
        base = column(text, key.start if key is not None else home.start)
        for head, *lines in _blocks(text, old, base, value):
            yield room.before + head + room.note + "".join(f"\n{each}" for each in lines) + room.after
    for new in _inline(old, value):
        yield room.before + new + room.note + room.after


def _inline(old: Node, value: Any) -> Iterator[str]:
    if isinstance(value, (Mapping, list, tuple)):
        yield written.flowing(value)
        return
    yield written.scalar(value, old.style if old.style in ("'", '"') else "")
    if isinstance(value, str):
        yield written.scalar(value, '"')


def _blocks(text: str, old: Node, base: int, value: str) -> Iterator[list[str]]:
    """Yield a text as the lines of a block, its sign the first of them, where it is to stand as one; `base` is how far in
    that stands to which it belongs.
    """
    sign, indent = _sign(text, old), _indent(text, old, base)
    if old.style == ">" and is_folded(value):
        lines = [each.strip(" ") for each in text[old.start : old.end].split("\n")[1:]]
        folded = (" " * indent + each if each else "" for each in refolded(value, lines))
        yield [">" if value.endswith("\n") else ">-", *folded]
    if written.is_block(value) or (old.style == "|" and written.fits_block(value)):
        told = written.needs_indent(value) or any(each.isdecimal() for each in sign)
        yield written.block(value, indent, indent - base if told else 0)


def _sign(text: str, old: Node) -> str:
    found = SIGN.match(text, old.start) if old.style in _BLOCKS else None
    return found[0] if found else ""


def _indent(text: str, old: Node, base: int) -> int:
    """Return how far in the lines of a block stand: as they did, else two further than what they belong to."""
    sign = _sign(text, old)
    told = sign.strip("|>+-")
    if told:
        return base + int(told)
    for line in text[old.start : old.end].split("\n")[1:] if sign else ():
        if line.strip():
            return len(line) - len(line.lstrip(" "))
    return base + 2


def _room(text: str, key: Node | None, old: Node) -> _Room:
    """Return what stays of a text when a value on a line of its own goes."""
    begin, space = old.start, ""
    if key is not None and (old.start == old.end or (old.kind != "scalar" and not old.flow)):
        begin, space = colon(text, key), " "  # where libyaml sees one that is not written is of no use
    elif old.start == old.end:
        space = " "
    if old.kind == "scalar" or old.flow or key is not None:
        head = begin if space else old.end
        if old.style in _BLOCKS:
            head = old.start + len(_sign(text, old))
        note = text[head : line_end(text, head)]
    else:  # an entry of a list, and what stands behind its dash is its first key
        head, note = begin, ""
    end = line_end(text, max(old.end, head)) if old.style not in _BLOCKS or old.end == head else old.end
    return _Room(text[:begin] + space, note, text[end:])


def _as_lines(text: str, chain: list[Node], key: Node | None, old: Node, value: Any) -> str:
    """Put a collection in the place of a scalar, or of another collection as a whole."""
    offset = list_offset(text, chain[0])
    room = _room(text, key, old)
    before = room.before.rstrip(" ")
    if key is not None:
        in_brackets = old.kind == "scalar" and key.text in written.FLOW_KEYS
        short, *lines = written.valued(key.text, value, column(text, key.start), offset, in_brackets)
        head = f"{before} {short}" if short else before
        return "\n".join((head + room.note, *lines)) + room.after
    if not isinstance(value, Mapping):
        return f"{room.before}{written.flowing(value)}{room.note}{room.after}"
    note = room.note.strip()
    blanks = room.note[: room.note.find(note)].replace("\t", " ")  # behind a dash, no tab may stand
    indent = column(text, chain[-1].start) + 2 if note or old.start == old.end else column(text, old.start)
    own = written.mapping(value, indent, offset)
    return f"{before}{blanks}{note}\n{own}{room.after}" if note else f"{room.before}{own[indent:]}{room.after}"
