"""Values as YAML text, in our own style or in that of the value that stood there."""

import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from qstd.yaml_source import parse

_PLAIN = re.compile(r"[^\W\d_](?:[^\n:#]|:(?=\S)|(?<=\S)#)*", re.UNICODE)
_FLOW_SIGNS = re.compile(r"[,\[\]{}]")
_NUMBERS = frozenset(("number", "paragraph", "stk", "nr", "phone"))
_WIDTH = 110  # of a folded paragraph
_RAW = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff]")  # what JSON leaves as it is and YAML does not
_FLOW_KEYS = frozenset(("evidence", "groups", "professions", "who", "to", "subject", "offsets"))


def scalar(value: Any, style: str = "", flow: bool = False) -> str:
    """Return a value that stands on one line, quoted as `style` ("'", '"', "" for none) where that can hold it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    if style == '"' or not _is_line(value):
        return _double(value)
    if style == "'":
        return "'" + value.replace("'", "''") + "'"
    return value if is_plain(value, flow) else _double(value)


def _is_line(text: str) -> bool:
    return text.isprintable()


def is_plain(text: str, flow: bool = False) -> bool:
    """Tell whether a text can stand without quotes and be read as it is."""
    if not text or text != text.strip() or not _is_line(text) or (flow and _FLOW_SIGNS.search(text)):
        return False
    if _PLAIN.fullmatch(text) and text.casefold() not in ("null", "true", "false"):
        return True
    frame = f"[{text}]" if flow else text
    read = parse(f"k: {frame}\n".encode())
    return not read.problems and read.value == {"k": [text] if flow else text}


def _double(text: str) -> str:
    written = json.dumps(text, ensure_ascii=False)
    return _RAW.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def is_block(text: Any) -> bool:
    """Tell whether a text can stand as a literal block."""
    if not isinstance(text, str) or "\n" not in text or not text.strip() or text.endswith("\n\n"):
        return False  # a block that keeps several line ends would swallow the empty lines behind it
    lines = text.split("\n")
    first = next(each for each in lines if each.strip())
    return (
        not text.startswith("\n")
        and not first.startswith(" ")
        and all(each.isprintable() for each in lines)
        and not any(each and not each.strip() for each in lines)
    )


def sign(text: str) -> str:
    """Return the sign that opens a literal block: how the line ends behind it are to be read."""
    return "|" if text.endswith("\n") else "|-"


def block(text: str, indent: int) -> str:
    """Return the lines of a literal block, each set in, without the last line's end."""
    lines = text.removesuffix("\n").split("\n")
    return "\n".join(" " * indent + each if each else "" for each in lines)


def is_folded(text: Any) -> bool:
    """Tell whether a text can stand as one folded paragraph."""
    return (
        isinstance(text, str) and text == " ".join(text.split(" ")).strip() and "  " not in text and text.isprintable()
    )


def refolded(text: str, lines: Sequence[str]) -> list[str]:
    """Fold a paragraph as it was folded in these lines: those at either end whose words stay are left as they are."""
    words, width = text.split(" "), max(_WIDTH, *map(len, lines))
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
    head = " " * indent + _key(name) + ":"
    if is_block(value):
        return f"{head} {sign(value)}\n{block(value, indent + 2)}"
    if not isinstance(value, (Mapping, list, tuple)) or not value or name in _FLOW_KEYS:
        return f"{head} {_short(name, value)}"
    if isinstance(value, Mapping):
        return "\n".join((head, mapping(value, indent + 2, offset)))
    return "\n".join((head, *(dashed(each, indent + offset, offset) for each in value)))


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
    if is_block(value):
        return f"{lead}{sign(value)}\n{block(value, indent + 2)}"
    return lead + (flowing(value) if isinstance(value, (Mapping, list, tuple)) else scalar(value))
