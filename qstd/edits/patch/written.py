"""Values as YAML text, in our own style or in that of the value that stood there."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from qstd.yaml_source import parse

_PLAIN = re.compile(r"[^\W\d_](?:[^\n:#]|:(?=\S)|(?<=\S)#)*", re.UNICODE)
_FLOW_SIGNS = re.compile(r"[,\[\]{}]")
_NUMBERS = frozenset(("number", "paragraph", "stk", "nr", "phone"))
_RAW = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff]")  # what JSON leaves as it is and YAML does not
_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")  # what no text can hold unquoted
FLOW_KEYS = frozenset(("evidence", "groups", "professions", "who", "to", "subject", "offsets"))
"""Keys whose collections people write on the line of the key."""


def scalar(value: Any, style: str = "", flow: bool = False) -> str:
    """Return a value that stands on one line, quoted as `style` ("'", '"', "" for none) where that can hold it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    if style == '"' or not is_line(value):
        return _double(value)
    if style == "'":
        return "'" + value.replace("'", "''") + "'"
    return value if is_plain(value, flow) else _double(value)


def is_line(text: str) -> bool:
    """Tell whether a text can stand on one line as it is, and be seen as it is."""
    return not _ODD.search(text) and "\n" not in text and "\t" not in text


def is_plain(text: str, flow: bool = False) -> bool:
    """Tell whether a text can stand without quotes and be read as it is."""
    if not text or text != text.strip() or not is_line(text) or (flow and _FLOW_SIGNS.search(text)):
        return False
    if _PLAIN.fullmatch(text) and text.casefold() not in ("null", "true", "false"):
        return True
    frame = f"[{text}]" if flow else text
    read = parse(f"k: {frame}\n".encode())
    return not read.problems and read.value == {"k": [text] if flow else text}


def _double(text: str) -> str:
    written = json.dumps(text, ensure_ascii=False)
    return _RAW.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def is_block(text: str) -> bool:
    """Tell whether a text is written as a literal block where nothing else stood: it has several lines, and reads there as
    anywhere.
    """
    return "\n" in text and fits_block(text) and not needs_indent(text) and text[0] != "\n" and text[-2:] != "\n\n"


def fits_block(text: str) -> bool:
    """Tell whether a literal block can hold a text."""
    return bool(text.strip(" \t\n")) and not _ODD.search(text)


def needs_indent(text: str) -> bool:
    """Tell whether a literal block must say how far in it stands, since the first line does not show it."""
    return text.lstrip("\n")[:1] in (" ", "\t")


def block(text: str, indent: int, told: int = 0) -> list[str]:
    """Return the lines of a literal block: its sign, and the text set in; `told` is what the sign says of that, if not 0."""
    ends = len(text) - len(text.rstrip("\n"))
    sign = f"|{told or ''}{'-' if not ends else '' if ends == 1 else '+'}"
    return [sign, *(" " * indent + each if each else "" for each in text.removesuffix("\n").split("\n"))]


def flowing(value: Any) -> str:
    """Return a value on one line: collections in brackets."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key, True)}: {flowing(each)}" for key, each in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(flowing(each) for each in value) + "]"
    return scalar(value, flow=True)


def _key(name: str, flow: bool = False) -> str:
    return name if re.fullmatch(r"[A-Za-z_][\w-]*", name) and is_plain(name, flow) else _double(name)


def entry(name: str, value: Any, indent: int, offset: int) -> str:
    """Return "key: value", set in, without the last line's end; `offset` is how far in lists stand under their key."""
    short, *lines = valued(name, value, indent, offset, name in FLOW_KEYS)
    head = f"{' ' * indent}{_key(name)}:{' ' if short else ''}{short}"
    return "\n".join((head, *lines))


def valued(name: str, value: Any, indent: int, offset: int, in_brackets: bool) -> list[str]:
    """Return what stands behind the colon of a key, which may be nothing, and the lines below it. A collection that is not
    empty stands in brackets or on lines of its own.
    """
    if isinstance(value, str) and is_block(value):
        return block(value, indent + 2)
    if not isinstance(value, (Mapping, list, tuple)) or not value or in_brackets:
        return [_short(name, value)]
    if isinstance(value, Mapping):
        return ["", mapping(value, indent + 2, offset)]
    return ["", *(dashed(each, indent + offset, offset) for each in value)]


def _short(name: str, value: Any) -> str:
    """Return a value on the line of its key; numbers of sections and paragraphs stand in quotes, as people write them."""
    quoted = isinstance(value, str) and (name in _NUMBERS or (name == "code" and value.isdecimal()))
    return (
        scalar(value, '"') if quoted else flowing(value) if isinstance(value, (Mapping, list, tuple)) else scalar(value)
    )


def mapping(value: Mapping[str, Any], indent: int, offset: int) -> str:
    """Return the keys of a mapping, each on lines of its own."""
    return "\n".join(entry(key, each, indent, offset) for key, each in value.items())


def dashed(value: Any, indent: int, offset: int) -> str:
    """Return an entry of a list, with its dash."""
    lead = " " * indent + "- "
    if isinstance(value, Mapping) and value:
        return lead + mapping(value, indent + 2, offset)[indent + 2 :]
    if isinstance(value, str) and is_block(value):
        sign, *lines = block(value, indent + 2)
        return "\n".join((lead + sign, *lines))
    return lead + (flowing(value) if isinstance(value, (Mapping, list, tuple)) else scalar(value))
