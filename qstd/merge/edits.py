"""The edits that turn one version's file into the other, as few and as small as the fields allow."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from qstd.merge import entries, sections
from qstd.merge.names import to_tokens, tokens_of
from qstd.merge.order import moved
from qstd.merge.written import is_written, layout, names_before, written
from qstd.model.edit import Drop, Edit, Insert, Move, Path, Put
from qstd.model.field import Record
from qstd.model.standard import StandardFile

Pairs = Mapping[int, int]
Finder = Callable[[Sequence[Any], Sequence[Any]], Pairs]


def changes(base: StandardFile, new: StandardFile) -> tuple[Edit, ...]:
    """Return the edits, one to be made after the other, that turn the file of `base` into one that says `new`."""
    found = sections.pairs(base.sections, new.sections)
    edits: list[Edit] = []
    for field in layout(StandardFile):
        old, value = getattr(base, field.name), getattr(new, field.name)
        if old == value:
            continue
        if field.name == "sections":
            edits += _list("sections", old, value, found)
        elif field.name in ("facts", "waive"):
            edits += _list(field.name, old, value, _entry_pairs(base, new, found, old, value))
        else:
            edits += _field(StandardFile, (), field.name, old, value)
    return tuple(edits)


def _entry_pairs(
    base: StandardFile, new: StandardFile, found: Pairs, old: Sequence[Record], value: Sequence[Record]
) -> Pairs:
    """Pair facts or waivers, those of a section that has got another name with those that use the new name."""
    back = {there: here for here, there in found.items()}
    olds = tokens_of(dict(enumerate(base.sections)))
    news = tokens_of({back.get(at, len(base.sections) + at): each for at, each in enumerate(new.sections)})
    return entries.pairs(to_tokens(old, olds), to_tokens(value, news))


def _list(name: str, old: Sequence[Record], new: Sequence[Record], found: Pairs) -> Iterator[Edit]:
    """Change entries where they are, take out what is gone, then move, then put in what is new."""
    for at, there in found.items():
        yield from _record((name, at), old[at], new[there])
    for at in reversed(range(len(old))):
        if at not in found:
            yield Drop((name, at))
    there_now = [found[at] for at in range(len(old)) if at in found]
    yield from _moves(name, there_now)
    kept = set(there_now)
    after = names_before(StandardFile, name)
    for at, entry in enumerate(new):
        if at not in kept:
            yield Insert((name, at), written(entry), after)


def _moves(name: str, now: list[int]) -> Iterator[Edit]:
    """Bring the entries, given as the places that they are to have, in order."""
    wanted = sorted(now)
    wandering = moved(wanted, now)
    for place, token in enumerate(wanted):
        if token in wandering:
            at = now.index(token)
            now.pop(at)
            to = now.index(wanted[place - 1]) + 1 if place else 0
            now.insert(to, token)
            if to != at:
                yield Move((name, at), to)


def _record(path: Path, old: Record, new: Record) -> Iterator[Edit]:
    if old == new:
        return
    kind: Any = type(new)
    for field in layout(kind):
        before, value = getattr(old, field.name), getattr(new, field.name)
        if before != value:
            yield from _field(kind, path, field.name, before, value)


def _field(kind: Any, path: Path, name: str, old: Any, new: Any) -> Iterator[Edit]:
    """Change one field of a record. What is not as it would be anyway stands in the file, and can be taken out there."""
    field = next(each for each in layout(kind) if each.name == name)
    if isinstance(old, Record) and isinstance(new, Record) and written(old) and written(new):
        yield from _record((*path, name), old, new)
    elif is_written(kind, field, new):
        yield Put((*path, name), written(new), names_before(kind, name))
    else:
        yield Drop((*path, name))
