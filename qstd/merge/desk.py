"""Where a merge keeps what was decided and what was not, and merges a single value."""

import json
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from hashlib import blake2s
from typing import Any, NamedTuple, TypeVar

from qstd.merge.bodies import Lines, Passage, parted, passages
from qstd.merge.parts import Choices, Conflict, Kind, Option, Taken
from qstd.merge.written import layout, written
from qstd.model.decode import MismatchError, decoder
from qstd.model.field import Record

T = TypeVar("T")
R = TypeVar("R", bound=Record)


class About(NamedTuple):
    """What a value belongs to: the number and heading of its section, the name of that section, the name of its entry."""

    number: str | None = None
    heading: str = ""
    key: str = ""
    entry: str = ""


class Versions(NamedTuple):
    """A value in the base, in ours and in theirs."""

    base: Any
    ours: Any
    theirs: Any


class Desk:
    """Collects the conflicts of one merge and looks up what was chosen in them."""

    def __init__(self, choices: Choices, within_bodies: bool) -> None:
        self.choices, self.within_bodies = choices, within_bodies
        self.conflicts: list[Conflict] = []
        self.taken: dict[Taken, None] = {}
        self.kept: dict[Taken, None] = {}
        self._ids: dict[str, int] = {}

    def told(self, side: dict[Taken, None], about: About, field: str, what: Any) -> None:
        """Note that one side brought something, once."""
        side[Taken(field, what, about.number, about.heading, about.entry)] = None

    def settle(
        self,
        kind: Kind,
        about: About,
        field: str,
        values: Versions,
        options: Mapping[Option, T],
        read: Callable[[str], T] | None = None,
    ) -> tuple[Option, T]:
        """Return what was chosen in a conflict, and under which name. Undecided it is what ours says, and noted. New words
        are taken where `read` can make a value of them.
        """
        shown = Versions(*map(written, values))
        offered: tuple[Option, ...] = (*options, "text") if read else tuple(options)
        name = self._id(kind, about, field, shown)
        choice = self.choices.get(name)
        if isinstance(choice, str) and choice in options:
            return choice, options[choice]
        if isinstance(choice, tuple) and read:
            try:
                return "text", read(choice[1])
            except MismatchError:
                pass  # words that the field cannot hold decide nothing
        where = (about.number, about.heading, about.entry)
        self.conflicts.append(Conflict(name, kind, field, *where, *shown, options=offered))
        return "ours", options["ours"]

    def _id(self, kind: Kind, about: About, field: str, shown: Versions) -> str:
        said = json.dumps([kind, field, about.key, about.entry, shown], sort_keys=True)
        where = f"{field}-{about.key or about.number or ''}-{about.entry}".lower()
        where = re.sub(r"[^a-z0-9]+", "-", where).strip("-")
        name = f"{where}-{blake2s(said.encode(), digest_size=5).hexdigest()}"
        again = self._ids[name] = self._ids.get(name, 0) + 1
        return name if again == 1 else f"{name}-{again}"

    def value(self, about: About, field: str, values: Versions, read: Callable[[str], Any]) -> Any:
        """Merge one value."""
        base, ours, theirs = values
        if ours != base:
            self.told(self.kept, about, field, "changed")
        if theirs in (base, ours):
            return ours
        if ours == base:
            self.told(self.taken, about, field, "changed")
            return theirs
        options: dict[Option, Any] = {"ours": ours, "theirs": theirs, "base": base}
        return self.settle("field", about, field, values, options, read)[1]

    def body(self, about: About, field: str, values: Versions) -> str:
        """Merge a text line by line."""
        if not self.within_bodies or values.theirs in (values.base, values.ours) or values.ours == values.base:
            return str(self.value(about, field, values, str))
        (base, base_end), (ours, own_end), (theirs, other_end) = (parted(each) for each in values)
        lines: list[str] = []
        brought = False
        for each in passages(base, ours, theirs):
            settled = each.settled
            brought = brought or (each.theirs != each.base and settled is each.theirs)
            lines += self._passage(about, field, each) if settled is None else settled
        self.told(self.kept, about, field, "changed")
        if brought:
            self.told(self.taken, about, field, "changed")
        return "\n".join(lines) + (other_end if own_end == base_end else own_end) if lines else ""

    def _passage(self, about: About, field: str, passage: Passage) -> Lines:
        base, ours, theirs, _ = passage
        options: dict[Option, Lines] = {"ours": ours, "theirs": theirs, "base": base, "both": passage.both}
        texts = Versions(*("\n".join(each) if each else None for each in (base, ours, theirs)))
        return self.settle("field", about, field, texts, options, lambda text: parted(text)[0])[1]

    def record(
        self,
        about: About,
        versions: tuple[R, R, R],
        prefix: str = "",
        texts: Collection[str] = (),
        without: Collection[str] = (),
    ) -> R:
        """Merge a record field by field, those of `texts` line by line. Names of its fields are told with the prefix."""
        base, ours, theirs = versions
        if theirs == ours == base:
            return ours
        merged: dict[str, Any] = {}
        kind: Any = type(ours)
        for field in layout(kind):
            name = field.name
            values = Versions(*(getattr(each, name) for each in (base, ours, theirs)))
            if name in without or values.ours == values.theirs == values.base:
                continue
            if name in texts:
                merged[name] = self.body(about, name, values)
            else:
                merged[name] = self.value(about, prefix + name, values, _reader(field.type, field.default))
        return replace(ours, **merged)  # type: ignore[type-var]  # every record is a dataclass; the base is none


def _reader(kind: Any, default: Any) -> Callable[[str], Any]:
    decode = decoder(kind)
    return lambda text: default if text == "" and default is None else decode(text)
