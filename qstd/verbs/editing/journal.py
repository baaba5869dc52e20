"""The journal of a draft: the text it began with, and every step since; what a crash leaves of it is never less than
what was acknowledged.

A journal is a file of lines, each a JSON object with its line break, added at the end and on disk before anybody is told.
A last line without its break, or one that does not lead to the text whose digest it carries, is as if it were not there.

    {"journal": 1, "ref": "lejre/stoette", "name": "Anna", "t": 1763860000.1, "base": TEXT, "digest": HEX, "new": false,
     "start": SPLICE, "d": HEX}       the head: the file that the draft rests on, and what it began with
    {"t": .., "f": "sections/3/body", "k": "change", "s": SPLICE, "j": true, "d": HEX}
                                      a step: the field and what was done there; joined to the one before
    {"t": .., "undo": 1, "d": HEX}    the last group of joined steps is taken back; likewise "redo"
    {"t": .., "saved": HEX, "d": HEX} the text was written to the file, whose bytes have that digest
    {"t": .., "merged": HEX, "base": SPLICE, "s": SPLICE, "d": HEX}
                                      the file was changed by somebody else; the draft now rests on that

SPLICE is [where, how many characters go, what comes]; "d" the start of the digest of the text afterwards.
"""

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Literal, NamedTuple, cast

Kind = Literal["change", "add", "remove", "move"]
Event = Mapping[str, Any]
UNDOS = 400
"""How many groups of steps can be taken back, where they are not huge."""
_HEAVY = 8_000_000  # characters in them
_TRAIL = 300
_BURST = 2.0  # seconds between steps of one burst of typing
_LONGEST = 20.0  # seconds: who types for minutes wants to take back a sentence, not the page
_SHORT = 16


def digest(text: str) -> str:
    """Return the digest of a text as its file would have it."""
    return sha256(text.encode()).hexdigest()


class Splice(NamedTuple):
    """One change of a text: where, what goes, and what comes."""

    at: int
    cut: str
    put: str

    def on(self, text: str) -> str:
        """Return a text with the change made."""
        return f"{text[: self.at]}{self.put}{text[self.at + len(self.cut) :]}"

    @property
    def back(self) -> "Splice":
        """The change that takes this one back."""
        return Splice(self.at, self.put, self.cut)


def splice(old: str, new: str) -> Splice:
    """Return the one change that leads from a text to another."""
    most = min(len(old), len(new))
    start = _alike(most, lambda size: old[:size] == new[:size])
    end = _alike(most - start, lambda size: not size or old[-size:] == new[-size:])
    return Splice(start, old[start : len(old) - end], new[start : len(new) - end])


def _alike(most: int, alike: Callable[[int], bool]) -> int:
    """Return the greatest size up to `most` for which something is alike, which it is for all smaller ones too."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if alike(middle) else (low, middle - 1)
    return low


class Step(NamedTuple):
    """One change of a draft: when, of which field, of what kind."""

    time: float
    field: str
    kind: Kind
    splice: Splice


@dataclass
class Journal:
    """A draft as its journal tells it. `base` is the text of the file that it rests on and `disk` the digest of that
    file's bytes; `done` and `undone` are groups of steps, the last one first to be taken back or done again; `touched` is
    the field that was changed last.
    """

    ref: str
    name: str
    base: str
    disk: str
    text: str
    new: bool = False
    time: float = 0.0
    touched: str = ""
    done: list[list[Step]] = field(default_factory=list)
    undone: list[list[Step]] = field(default_factory=list)
    _open: bool = False  # the last group may grow
    _weight: int = 0
    _trail: deque[tuple[str, Splice]] = field(default_factory=lambda: deque(maxlen=_TRAIL))

    @property
    def changed(self) -> bool:
        """Whether the draft says something else than the file did."""
        return self.new or self.text != self.base

    def then(self, known: str) -> str | None:
        """Return the text that had a digest, if the draft had it not too long ago."""
        text = self.text
        if digest(text) == known:
            return text
        for before, each in reversed(self._trail):
            text = each.back.on(text)
            if before == known:
                return text
        return None

    # ---------- Events: made first, written, and then taken ----------

    def step(self, text: str, field: str, kind: Kind, time: float) -> Event:
        """Return the event of a change to another text."""
        event = {"t": time, "f": field, "k": kind, "s": _plain(splice(self.text, text)), "d": _short(text)}
        return event | {"j": True} if kind == "change" and self._grows(field, time) else event

    def _grows(self, field: str, time: float) -> bool:
        if not self._open or not self.done:
            return False
        first, last = self.done[-1][0], self.done[-1][-1]
        alike = last.kind == "change" and last.field == field
        return alike and 0 <= time - last.time < _BURST and time - first.time < _LONGEST

    def undo(self, time: float) -> Event | None:
        """Return the event that takes the last group of steps back."""
        return {"t": time, "undo": 1, "d": _short(_back(self.text, self.done[-1]))} if self.done else None

    def redo(self, time: float) -> Event | None:
        """Return the event that does again what was taken back."""
        return {"t": time, "redo": 1, "d": _short(_on(self.text, self.undone[-1]))} if self.undone else None

    def saved(self, disk: str, time: float) -> Event:
        """Return the event of a save; `disk` is the digest of the file's bytes."""
        return {"t": time, "saved": disk, "d": _short(self.text)}

    def merged(self, base: str, disk: str, text: str, time: float) -> Event:
        """Return the event by which the draft rests on another text of the file, and becomes `text`."""
        made = {"base": _plain(splice(self.base, base)), "s": _plain(splice(self.text, text))}
        return {"t": time, "merged": disk, **made, "d": _short(text)}

    def take(self, event: Event) -> None:
        """Do what an event says. Raises ValueError, TypeError or LookupError where it cannot be, and then has
        done nothing.
        """
        time = float(event["t"])
        if "undo" in event:
            self._to(_back(self.text, self.done[-1]), event)
            self._turn(self.done, self.undone, backwards=True)
        elif "redo" in event:
            self._to(_on(self.text, self.undone[-1]), event)
            self._turn(self.undone, self.done, backwards=False)
        elif "saved" in event:
            self._to(self.text, event)
            self.base, self.disk, self.new, self._open = self.text, str(event["saved"]), False, False
        elif "merged" in event:
            self._take_merged(event)
        else:
            self._take_step(event, time)
        self.time = max(self.time, time)  # the head of a journal that was made short is younger than its steps

    def _to(self, text: str, event: Event) -> None:
        if _short(text) != event["d"]:
            raise ValueError(event["d"])
        self.text = text

    def _take_step(self, event: Event, time: float) -> None:
        step = Step(time, str(event["f"]), _kind(event["k"]), _splice(event["s"], self.text))
        before, text = digest(self.text), self.text
        self._to(step.splice.on(self.text), event)
        self._trail.append((before, step.splice))
        if event.get("j") and self.done:
            self.done[-1].append(step)
        else:
            if self.done and len(self.done[-1]) > 1:  # nobody takes a part of it back, and people type for hours
                self.done[-1] = _together(self.done[-1], _back(text, self.done[-1]), text)
            self.done.append([step])
        self.undone.clear()
        self.touched, self._open = step.field, True
        self._lighten()

    def _take_merged(self, event: Event) -> None:
        base, own = _splice(event["base"], self.base), _splice(event["s"], self.text)
        before = digest(self.text)
        self._to(own.on(self.text), event)
        self._trail.append((before, own))
        self.base, self.disk, self.touched = base.on(self.base), str(event["merged"]), ""
        # Taking steps back over a merge would take away what somebody else has written.
        self.done.clear()
        self.undone.clear()

    def _turn(self, source: list[list[Step]], target: list[list[Step]], backwards: bool) -> None:
        group = source.pop()
        made = [each.splice.back for each in reversed(group)] if backwards else [each.splice for each in group]
        text = self.text
        before = []
        for each in reversed(made):
            text = each.back.on(text)
            before.append((digest(text), each))
        self._trail.extend(reversed(before))
        target.append(group)
        self.touched, self._open = group[-1].field, False

    def _lighten(self) -> None:
        """Forget the oldest groups where there are too many."""
        self._weight += _weight(self.done[-1][-1:])
        if len(self.done) <= UNDOS and self._weight <= _HEAVY:
            return
        self._weight = _weight(self.done[-1])
        kept = 1
        for group in reversed(self.done[:-1]):
            if kept == UNDOS or self._weight + _weight(group) > _HEAVY:
                break
            self._weight += _weight(group)
            kept += 1
        del self.done[:-kept]

    # ---------- As a file ----------

    def lines(self) -> bytes:
        """Return the journal as a file that is as short as can be: each group of steps as one."""
        self._open = False
        start = text = self.text
        for at in range(len(self.done) - 1, -1, -1):
            start, after = _back(start, self.done[at]), start
            self.done[at] = _together(self.done[at], start, after)
        for at in range(len(self.undone) - 1, -1, -1):
            text, before = _on(text, self.undone[at]), text
            self.undone[at] = _together(self.undone[at], before, text)
        return b"".join(map(line, self._events(start)))

    def _events(self, text: str) -> Iterator[Event]:
        """Yield what leads from a text here, each group being one step."""
        yield self.head(text)
        for (each,) in (*self.done, *reversed(self.undone)):
            text = each.splice.on(text)
            yield {"t": each.time, "f": each.field, "k": each.kind, "s": _plain(each.splice), "d": _short(text)}
        for (each,) in self.undone:
            text = each.splice.back.on(text)
            yield {"t": self.time, "undo": 1, "d": _short(text)}

    def head(self, start: str) -> Event:
        """Return the first line of the journal of a draft that began with a text."""
        own = {"journal": 1, "ref": self.ref, "name": self.name, "t": self.time, "base": self.base, "digest": self.disk}
        return own | {"new": self.new, "start": _plain(splice(self.base, start)), "d": _short(f"{self.base}\0{start}")}


def line(event: Event) -> bytes:
    """Return an event as a line."""
    return json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def replayed(data: bytes) -> tuple[Journal | None, int]:
    """Return what a journal tells, and how many of its bytes do; None where it does not even begin."""
    journal: Journal | None = None
    whole = 0
    for each in data.split(b"\n")[:-1]:
        try:
            event = json.loads(each)
            if journal is None:
                journal = _begun(event)
            else:
                journal.take(event)
        except (ValueError, TypeError, LookupError, RecursionError):
            break
        whole += len(each) + 1
    return journal, whole


def _begun(event: Any) -> Journal:
    if event["journal"] != 1:
        raise ValueError(event["journal"])
    base = _text(event["base"])
    start = _splice(event["start"], base).on(base)
    if event["d"] != _short(f"{base}\0{start}"):
        raise ValueError(event["d"])
    ref, name, disk = (str(event[key]) for key in ("ref", "name", "digest"))
    return Journal(ref, name, base, disk, start, bool(event["new"]), float(event["t"]))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _kind(value: Any) -> Kind:
    if value not in ("change", "add", "remove", "move"):
        raise ValueError(value)
    return cast("Kind", value)


def _splice(value: Any, text: str) -> Splice:
    at, size, put = value
    if not (isinstance(at, int) and isinstance(size, int) and 0 <= at <= at + size <= len(text)):
        raise ValueError(value)
    return Splice(at, text[at : at + size], _text(put))


def _plain(change: Splice) -> list[Any]:
    return [change.at, len(change.cut), change.put]


def _short(text: str) -> str:
    return digest(text)[:_SHORT]


def _weight(group: Iterable[Step]) -> int:
    return sum(len(each.splice.cut) + len(each.splice.put) for each in group)


def _on(text: str, group: Iterable[Step]) -> str:
    for each in group:
        text = each.splice.on(text)
    return text


def _back(text: str, group: Sequence[Step]) -> str:
    for each in reversed(group):
        text = each.splice.back.on(text)
    return text


def _together(group: Sequence[Step], before: str, after: str) -> list[Step]:
    """Return a group of steps as one."""
    return [group[-1]._replace(splice=splice(before, after))]
