"""Values written as YAML in odd styles by a hand that notes where each value went: what an edit may touch is known without
asking the code that is tested.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from qstd.edits.draft import imported
from qstd.yaml_source import parse
from tests.edits.odd_files import COMMENTS, words
from tests.edits.test_imported import file_of
from tests.standards_strategies import standards

Path = tuple[str | int, ...]
_BLANK_ENDS = ("", "", "", "  # note", " #", "\t# - a: b", "  ")
_NO_TABS = tuple(each for each in _BLANK_ENDS if "\t" not in each)  # behind a dash
_KEYS = st.sampled_from(["a", "b", "topic", "body", "å-b", "over_18", "a b", "no", "x: y", "1", "#", "quote"])


@dataclass(slots=True)
class Spot:
    """Where a value was written: its first byte and one after its last, the end of what stands behind it on its line, and
    that text. Its own begin is that of the line of its key; of a list's entry that of the comments before its dash.
    """

    start: int
    end: int
    line_end: int = 0
    note: str = ""
    flow: bool = False
    own: int = -1


@dataclass(slots=True)
class Written:
    """A file, what it says, and where each value stands."""

    text: str
    value: Any
    spots: dict[Path, Spot] = field(default_factory=dict)


def records() -> st.SearchStrategy[dict[str, Any]]:
    """The values of standards' files, with odd texts in some of their sections."""
    own = standards().map(lambda each: parse(imported(file_of(each), {}).encode()).value)
    return st.tuples(own, st.lists(words(), max_size=3)).map(lambda each: _with_bodies(*each))


def _with_bodies(value: dict[str, Any], bodies: list[str]) -> dict[str, Any]:
    for section, body in zip(value.get("sections") or [], bodies, strict=False):
        section["body"] = body
    return value


def trees() -> st.SearchStrategy[dict[str, Any]]:
    """Values of any shape that our files could have: mappings, lists of mappings and of scalars."""
    leaf = st.one_of(words(), words(), st.none(), st.booleans(), st.integers(-5, 2000))
    inner = st.recursive(leaf, _around, max_leaves=12)
    return st.dictionaries(_KEYS, inner, min_size=1, max_size=4)


def _around(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    entries = inner.filter(
        lambda each: not isinstance(each, list)
    )  # a list right in a list stands in none of our files
    return st.one_of(st.lists(entries, max_size=3), st.dictionaries(_KEYS, inner, max_size=3))


@st.composite
def odd_writing(draw: st.DrawFn) -> Written:
    """A file in some odd style, with places."""
    value = draw(st.one_of(records(), trees()))
    return _Hand(draw).write(value)


class _Hand:
    """Writes values, in a style drawn anew for each."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._newline = "\r\n" if draw(st.integers(0, 4)) == 0 else "\n"
        self._out: list[str] = []
        self._at = 0
        self._sealed = False  # behind a block that keeps empty lines, where none may follow
        self._spots: dict[Path, Spot] = {}

    def write(self, value: dict[str, Any]) -> Written:
        if self._draw(st.integers(0, 7)) == 0:
            self._put("\ufeff")
        self._gap(0)
        marked = self._draw(st.integers(0, 5)) == 0
        if marked:
            self._line("---")
        self._mapping(value, (), self._draw(st.sampled_from([0, 0, 0, 2])), False)
        if not self._sealed:
            self._gap(0)
        if marked and self._draw(st.booleans()):
            self._line("...")
        text = "".join(self._out)
        if not self._is_block_last(text) and self._draw(st.integers(0, 4)) == 0:
            text = text.rstrip("\r\n")
        return Written(text, value, self._spots)

    def _is_block_last(self, text: str) -> bool:
        return self._sealed or max((each.end for each in self._spots.values()), default=0) >= len(text.rstrip())

    # ----- small parts -----

    def _put(self, text: str) -> None:
        text = text.replace("\n", self._newline)
        self._out.append(text)
        self._at += len(text)

    def _line(self, text: str) -> None:
        self._put(text + "\n")
        self._sealed = False

    def _gap(self, indent: int) -> int:
        """Write comments and empty lines; return where the comments directly before what follows begin."""
        choices = ["", *COMMENTS] if not self._sealed else [*COMMENTS]
        own = self._at
        for each in self._draw(st.lists(st.sampled_from(choices), max_size=2)) if self._draw(st.booleans()) else []:
            if self._sealed and not each:
                continue
            self._line(" " * indent + each if each else "")
            if not each:
                own = self._at
        return own

    def _key(self, name: str) -> str:
        style = self._draw(st.sampled_from(["plain", "plain", "'", '"']))
        if style == "plain" and name.replace("_", "").replace("-", "").isalnum():
            return name
        return json.dumps(name, ensure_ascii=False) if style != "'" else "'" + name.replace("'", "''") + "'"

    # ----- collections -----

    def _mapping(self, value: dict[str, Any], path: Path, indent: int, dashed: bool) -> None:
        for number, (name, each) in enumerate(value.items()):
            if number or not dashed:
                self._gap(indent)
                self._put(" " * indent)
            own = self._at if not number and dashed else self._at - indent
            self._put(self._key(name) + self._draw(st.sampled_from([":", ":", " :"])))
            self._value(each, (*path, name), indent, False)
            self._spots[(*path, name)].own = own

    def _list(self, value: list[Any], path: Path, indent: int) -> None:
        for number, each in enumerate(value):
            own = self._gap(indent)
            self._put(" " * indent + "-")
            self._value(each, (*path, number), indent, True)
            self._spots[(*path, number)].own = own

    def _value(self, value: Any, path: Path, indent: int, dashed: bool) -> None:
        """Write what stands behind a colon or a dash."""
        if isinstance(value, (dict, list)) and value and self._draw(st.integers(0, 3)):
            self._block_collection(value, path, indent, dashed)
        elif isinstance(value, (dict, list)):
            self._put(self._draw(st.sampled_from([" ", "  "])))
            spot = self._spots[path] = Spot(self._at, 0)
            self._put(self._flow(value, path))
            spot.end = self._at
            self._end_line(spot)
        else:
            self._scalar(value, path, indent)

    def _block_collection(self, value: Any, path: Path, indent: int, dashed: bool) -> None:
        spot = self._spots[path] = Spot(self._at, 0)
        if dashed and isinstance(value, dict) and self._draw(st.integers(0, 4)):
            space = self._draw(st.sampled_from([1, 1, 1, 3]))
            self._put(" " * space)
            spot.start = self._at
            self._mapping(value, path, indent + 1 + space, True)
        else:
            self._line(self._draw(st.sampled_from(_NO_TABS if dashed else _BLANK_ENDS)))
            least = 1 if isinstance(value, dict) or dashed else 0
            deeper = indent + self._draw(st.sampled_from([2, 2, 4, least, 3]))
            if isinstance(value, dict):
                self._mapping(value, path, deeper, False)
            else:
                self._list(value, path, deeper)
        spot.end = spot.line_end = self._at - len(self._newline)

    def _flow(self, value: Any, path: Path) -> str:
        """Return a value in brackets; the places inside are those of the brackets as a whole."""
        for step, each in value.items() if isinstance(value, dict) else enumerate(value):
            self._spots[(*path, step)] = Spot(self._at, 0, flow=True)
            if isinstance(each, (dict, list)):
                self._flow(each, (*path, step))
        return _bracketed(value, self._draw)

    # ----- scalars -----

    def _scalar(self, value: Any, path: Path, indent: int) -> None:
        style = self._draw(st.sampled_from(list(_styles(value))))
        if style == "empty":
            spot = self._spots[path] = Spot(self._at, self._at)
            return self._end_line(spot, not isinstance(path[-1], int))
        self._put(self._draw(st.sampled_from([" ", " ", "  "])))
        spot = self._spots[path] = Spot(self._at, 0)
        if style in ("literal", "folded"):
            return self._block(value, style, spot, indent)
        self._put(_inline(value, style, indent, self._draw))
        spot.end = self._at
        return self._end_line(spot)

    def _end_line(self, spot: Spot, tabs: bool = True) -> None:
        spot.note = self._draw(st.sampled_from(_BLANK_ENDS if tabs else _NO_TABS))
        self._put(spot.note)
        spot.line_end = self._at
        self._line("")

    def _block(self, value: str, style: str, spot: Spot, indent: int) -> None:
        first = next(each for each in value.split("\n") if each.strip(" "))
        deep = self._draw(st.sampled_from([2, 2, 4, 1]))
        told = first.startswith(" ") or value.startswith(" ") or self._draw(st.integers(0, 5)) == 0
        chomp = "-" if not value.endswith("\n") else "+" if value.endswith("\n\n") else ""
        if chomp == "" and self._draw(st.integers(0, 5)) == 0:
            chomp = "+"
        digit = str(deep) if told else ""
        signs = self._draw(st.sampled_from([digit + chomp, chomp + digit]))
        spot.note = self._draw(st.sampled_from(_BLANK_ENDS))
        self._put(("|" if style == "literal" else ">") + signs + spot.note)
        lines = (value[:-1] if chomp != "-" else value).split("\n")
        if style == "folded":
            lines = [part for each in lines for part in ([""] if not each else [*_split(each, self._draw), ""])][:-1]
            lines = _without_last_empties(lines, value, chomp)
        for each in lines:
            self._put("\n" + (" " * (indent + deep) + each if each else ""))
        spot.end = spot.line_end = self._at
        self._line("")
        self._sealed = chomp == "+"


def _without_last_empties(lines: list[str], value: str, chomp: str) -> list[str]:
    while lines and not lines[-1]:
        lines = lines[:-1]
    return [*lines, *[""] * (len(value) - len(value.rstrip("\n")) - 1)] if chomp == "+" else lines


def _split(line: str, draw: st.DrawFn) -> list[str]:
    parts = line.split(" ")
    out = [parts[0]]
    for each in parts[1:]:
        if draw(st.integers(0, 2)) == 0:
            out.append(each)
        else:
            out[-1] += " " + each
    return out


def _styles(value: Any) -> Iterator[str]:
    if not isinstance(value, str):
        yield "bare"
        if value is None:
            yield "empty"
        return
    yield "double"
    if value and "\n" not in value and value.isprintable():
        yield "single"
    if _is_plain(value):
        yield from ("plain", "plain")
    if _is_literal(value):
        yield from ("literal", "literal", "literal")
        if _is_foldable(value):
            yield from ("folded", "folded")


def _is_plain(value: str) -> bool:
    return value.replace(" ", "").replace(".", "").isalpha() and value == value.strip() and value not in _WORDS


_WORDS = ("null", "true", "false")


def _is_literal(value: str) -> bool:
    lines = value.split("\n")
    return any(each.strip(" ") for each in lines) and not any(each and not each.strip(" ") for each in lines)


def _is_foldable(value: str) -> bool:
    return not value.startswith("\n") and all(each == each.strip() and "  " not in each for each in value.split("\n"))


def _inline(value: Any, style: str, indent: int, draw: st.DrawFn) -> str:
    if not isinstance(value, str):
        return json.dumps(value)
    deeper = "\n" + " " * (indent + 3)
    broken = draw(st.integers(0, 4)) == 0 and "  " not in value and value == value.strip() and "\n" not in value
    if style == "plain":
        return value.replace(" ", deeper, 1) if broken else value
    if style == "single":
        return "'" + value.replace("'", "''") + "'"
    written = json.dumps(value, ensure_ascii=False)
    return written.replace(" ", deeper, 1) if broken and "\\" not in written else written


def _bracketed(value: Any, draw: st.DrawFn) -> str:
    """Return a value in brackets, on one line."""
    space = draw(st.sampled_from(["", "", " "]))
    if isinstance(value, dict):
        pairs = (f"{json.dumps(k, ensure_ascii=False)}: {_bracketed(v, draw)}" for k, v in value.items())
        return "{" + space + ", ".join(pairs) + space + "}"
    if isinstance(value, list):
        return "[" + space + ", ".join(_bracketed(each, draw) for each in value) + space + "]"
    return "null" if value is None else json.dumps(value, ensure_ascii=False)
