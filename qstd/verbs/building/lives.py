"""The lives of standards, as the history tells of them: which of their versions were in force, and when."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from qstd import history, workspace
from qstd.history import Change, Commit
from qstd.model.card import Card
from qstd.model.standard import Standard
from qstd.readers.yaml_file import read_standard
from qstd.site.held import Held, Life, Now
from qstd.site.published import Past, Published
from qstd.verbs import timeline
from qstd.verbs.building.earlier import Told
from qstd.verbs.building.short import Shorts
from qstd.verbs.timeline import Span, Version

_DAY = dt.timedelta(1)


@dataclass(frozen=True, slots=True)
class _Own:
    """A standard's file: its path below the folder of all, how it changed, what lies there now, its card where it is
    published, and the name of its municipality.
    """

    path: str
    changes: Sequence[Change]
    now: bytes
    card: Card | None
    name: str

    @property
    def ref(self) -> str:
        """What commands call it."""
        return self.path.rpartition(".")[0]


def lives(
    told: Told, published: Iterable[Published], broken: frozenset[str], shorts: Shorts, day: dt.date
) -> dict[str, Life]:
    """Return the life of each standard of which a version was in force by a day, by its ref; also of those that are gone,
    where the municipality still has others. Of broken ones nothing is said until they are mended.
    """
    cards = {each.ref: each.card for each in published}
    names = {each.municipality: each.name for each in cards.values()}
    files = [each for each in _files(told, cards, names) if each.ref not in broken and (each.card or not each.now)]
    wanted = (change.content for own in files for change in own.changes if change.content)
    known = shorts.of(told.folder, wanted)
    found = (_life(own, _versions(own, known, told, day), told, day) for own in files)
    made = {each.ref: each for each in found if each.held}
    return {ref: _without(each, {*made, *cards}) for ref, each in made.items()}


def _files(told: Told, cards: Mapping[str, Card], names: Mapping[str, str]) -> Iterator[_Own]:
    for path, changes in told.changes.items():
        slug = path.partition("/")[0]
        if path.count("/") == 1 and slug in names and workspace.is_standard(Path("standards", path)):
            yield _Own(path, changes, told.now(path), cards.get(path.rpartition(".")[0]), names[slug])


def _without(life: Life, taken: set[str]) -> Life:
    """Leave out the earlier names under which another standard is to be found."""
    return replace(life, was=tuple(each for each in life.was if each[0] not in taken))


# ---------- One standard ----------


def _versions(own: _Own, known: Mapping[str, Standard | None], told: Told, day: dt.date) -> tuple[Version, ...]:
    """Return the versions of a standard, the newest first; before them what lies there now, where nobody has kept it yet."""
    kept = tuple(
        Version(Commit(each.commit, each.day, "", "", Path(each.path), each.content), known.get(each.content))
        for each in own.changes
    )
    content = history.content_of(own.now) if own.now else ""
    if told.is_as_of or content == own.changes[0].content:
        return kept
    record = read_standard(own.now, "", "").record if own.now else None
    return (Version(Commit("", day.isoformat(), "", "", Path(own.path), content), record), *kept)


def _life(own: _Own, found: Sequence[Version], told: Told, day: dt.date) -> Life:
    spans = [each for each in _kept(found) if each.first <= day]
    now = timeline.in_force(found, day)
    begins = now.holds_from if now else None
    last = next((each.standard for each in found if each.standard), None)
    newest = found[0].standard
    return Life(
        ref=own.ref,
        name=own.name,
        title=own.card.title if own.card else last.title if last else "",
        service=own.card.service if own.card else last.service if last else "",
        held=tuple(_held(own, spans, told, day)),
        now=_now(own, found, now, told),
        in_force=next((each.first.isoformat() for each in reversed(spans) if each.first == begins), ""),
        replaced_by=(newest.replaced_by or "") if newest and newest.status == "withdrawn" else "",
        was=tuple(_was(own, spans)),
    )


def _kept(found: Sequence[Version]) -> Iterator[Span]:
    """Yield the days of all versions that were kept. One that nobody has kept yet ends the one before it, but what it says
    of the same days does not take the place of that.
    """
    for span in timeline.spans(found):
        if span.version.commit.name:
            yield span
        elif (same := timeline.in_force(found[1:], span.first)) and same.holds_from == span.first:
            yield Span(same, span.first, span.until)


def _held(own: _Own, spans: Sequence[Span], told: Told, day: dt.date) -> Iterator[Held]:
    changes = {each.commit: each for each in own.changes}

    def pair(span: Span) -> tuple[str, str]:
        change = changes[span.version.commit.name]
        return change.content, told.common(own.path, change.place)

    for before, span in pairwise((None, *spans)):
        assert span is not None
        follows = before is not None and pair(before) != pair(span)
        pairs = (pair(span), *((pair(before),) if before and follows else ()))
        first = span.first.isoformat()
        past = Past(f"{own.ref}@{first}", sha256(repr(pairs).encode()).hexdigest(), pairs)
        is_known = span.until is not None and (span.until <= day or not told.is_as_of)
        last = (span.until - _DAY).isoformat() if span.until and is_known else ""
        yield Held(first, last, past, before.first.isoformat() if before and follows else "")


def _now(own: _Own, found: Sequence[Version], now: Version | None, told: Told) -> Now:
    if not own.now:
        return "gone"
    if now is None:
        return "withdrawn" if found[0].status == "withdrawn" else "ended"
    return "here" if told.is_as_of or now.commit.content == found[0].commit.content else "ahead"


def _was(own: _Own, spans: Sequence[Span]) -> Iterator[tuple[str, int]]:
    """Yield the names that a file had, the latest first, each with how many versions had been in force by the day on which
    it lost that name.
    """
    for new, old in pairwise(own.changes):
        if new.path != old.path and old.path != own.path:
            yield old.path.rpartition(".")[0], sum(each.first.isoformat() <= new.day for each in spans)


def pasts_of(found: Mapping[str, Life]) -> dict[str, Past]:
    """Return for each standard the version that was in force before the one that is."""
    pairs = ((each.ref, each.held[-1].past.contents[1:]) for each in found.values() if each.in_force)
    return {ref: Past(ref, sha256(repr(own).encode()).hexdigest(), own) for ref, own in pairs if own}
