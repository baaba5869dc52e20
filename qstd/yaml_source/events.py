"""YAML text to plain values, places and problems, from libyaml's events; the only door to PyYAML.

Values are built without recursion, so that no input, however nested, can break the process.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qstd.yaml_source.parsed import Mark, Parsed, Path, Problem, nothing, resolve

if TYPE_CHECKING:
    import yaml

MAX_DEPTH = 50
MAX_PROBLEMS = 200
_NO_KEY = "\0"  # stands where a key cannot be read; its value is left out
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_LINE_ENDS = "\x85\u2028\u2029"  # for YAML they end a line, for editors not: all line numbers would be off


@dataclass(slots=True)
class _Open:
    """A mapping or sequence that is being filled."""

    value: Any
    path: Path
    key: str = ""
    key_at: tuple[int, int] = (1, 1)
    waiting: bool = False  # a mapping whose key has been read and whose value has not
    seen: set[str] = field(default_factory=set)


def parse(data: bytes) -> Parsed:
    """Read one YAML document. Never raises on any input."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return nothing(_encoding(data, error))
    if ends := [at for each in _LINE_ENDS if (at := text.find(each)) >= 0]:
        return nothing(_character(text[: min(ends)], ord(text[min(ends)])))
    parsed = _Builder(text).build()
    return parsed if parsed.problems or parsed.value is not None else nothing(Problem("empty", 0, 0))


def _encoding(data: bytes, error: UnicodeDecodeError) -> Problem:
    before = data[: error.start]
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", "replace")) + 1
    return Problem("encoding", before.count(b"\n") + 1, column, f"{data[error.start]:02X}")


def _character(before: str, code: int) -> Problem:
    return Problem("character", before.count("\n") + 1, len(before) - before.rfind("\n"), f"U+{code:04X}")


class _Builder:
    """Builds the values of one text from its events; the open containers stand on an explicit stack."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.text = text
        self.places: dict[Path, Mark] = {}
        self.problems: list[Problem] = []
        self.stack: list[_Open] = []
        self.root: Any = None
        self.documents = 0
        self.done = False  # stop here
        self.cut = False  # what follows belonged to the document

    def build(self) -> Parsed:
        import yaml

        take: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: lambda event: self._open(event, {}),
            yaml.SequenceStartEvent: lambda event: self._open(event, []),
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        loader = yaml.CSafeLoader(self.text)
        try:
            while not self.done and type(event := loader.get_event()) is not yaml.StreamEndEvent:
                if type(event) in take:
                    take[type(event)](event)
        except yaml.MarkedYAMLError as error:
            self._syntax(error)
        except yaml.reader.ReaderError as error:
            self._character(error)
        finally:
            loader.dispose()
        return Parsed(self.root, self.places, tuple(self.problems), whole=not self.cut)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self._problem("documents", event)
            self.done = True

    def _alias(self, event: Any) -> None:
        self._problem("anchor", event, f"*{event.anchor}")
        self._place(event, None)

    def _open(self, event: Any, value: Any) -> None:
        self._plain_node(event)
        if len(self.stack) >= MAX_DEPTH:
            self._problem("depth", event, str(MAX_DEPTH))
            self.done = self.cut = True
            return
        self.stack.append(_Open(value, self._place(event, value)))

    def _close(self, event: Any) -> None:
        self.stack.pop()

    def _plain_node(self, event: Any) -> None:
        """Report what a node may not have: an anchor, a tag."""
        if event.anchor:
            self._problem("anchor", event, f"&{event.anchor}")
        if event.tag is not None:
            self._problem("tag", event, event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _scalar(self, event: Any) -> None:
        if event.anchor or event.tag is not None:
            self._plain_node(event)
        if event.style == '"' and (control := _CONTROL.search(event.value)):
            self._problem("escape", event, f"U+{ord(control[0]):04X}")
        top = self.stack[-1] if self.stack else None
        if top is not None and type(top.value) is dict and not top.waiting:
            self._key(top, event)
        else:
            self._place(event, resolve(event.value) if event.implicit[0] else event.value)

    def _key(self, top: _Open, event: Any) -> None:
        if event.value == "<<" and event.implicit[0]:
            self._problem("merge", event)
        if event.value in top.seen:
            self._problem("duplicate", event, event.value)
        top.seen.add(event.value)
        top.key, top.waiting = event.value, True
        top.key_at = (event.start_mark.line + 1, event.start_mark.column + 1)

    def _place(self, event: Any, value: Any) -> Path:
        """Put a value where it belongs and remember where it stood; return its path."""
        top = self.stack[-1] if self.stack else None
        at = (event.start_mark.line + 1, event.start_mark.column + 1)
        path: Path = ()
        if top is None:
            self.root = value
        elif type(top.value) is list:
            path = (*top.path, len(top.value))
            top.value.append(value)
        elif top.waiting:
            path, at = (*top.path, top.key), top.key_at
            if top.key is not _NO_KEY:
                top.value.setdefault(top.key, value)
            top.waiting = False
        else:  # a list or a mapping where a key should be
            self._problem("key", event)
            top.key, top.waiting, path = _NO_KEY, True, (*top.path, _NO_KEY)
        self.places.setdefault(path, Mark(*at, *self._text_at(event)))
        return path

    def _text_at(self, event: Any) -> tuple[int, int]:
        """Return where the first character of a scalar's text stands."""
        mark, style = event.start_mark, getattr(event, "style", None)
        if style not in ("|", ">"):
            return mark.line + 1, mark.column + 1 + (style in ("'", '"'))
        number = mark.line + 1
        while number < len(self.lines) - 1 and not self.lines[number].strip():
            number += 1
        first = self.lines[number] if number < len(self.lines) else ""
        return mark.line + 2, len(first) - len(first.lstrip(" ")) + 1

    def _problem(self, kind: str, event: Any, detail: str = "") -> None:
        mark = event.start_mark
        self.problems.append(Problem(kind, mark.line + 1, mark.column + 1, detail))
        if len(self.problems) == MAX_PROBLEMS:
            self.problems.append(Problem("many", mark.line + 1, mark.column + 1, str(MAX_PROBLEMS)))
            self.done = self.cut = True

    def _syntax(self, error: "yaml.MarkedYAMLError") -> None:
        unclosed = error.problem == "found unexpected end of stream"  # the mark to look at is where it began
        mark = (unclosed and error.context_mark) or error.problem_mark or error.context_mark
        self.cut = True
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        at = self.lines[line - 1] if line <= len(self.lines) else ""
        indent = at[: len(at) - len(at.lstrip())]
        if "\t" in indent or at[column - 1 : column] == "\t":
            self.problems.append(Problem("tab", line, at.index("\t") + 1))
        else:
            self.problems.append(Problem("syntax", line, column, str(error.problem or error.context or "")))

    def _character(self, error: "yaml.reader.ReaderError") -> None:
        self.cut = True
        before = self.text.encode()[: error.position].decode("utf-8", "ignore")
        code = error.character if isinstance(error.character, int) else ord(error.character)
        self.problems.append(_character(before, code))
