"""An edit: leaves that are versions of each other, and what changed in their words."""

from collections.abc import Iterator, Sequence

from qstd.compare.matching import matches
from qstd.compare.versions.classes import edit_class
from qstd.compare.versions.spans import spans
from qstd.compare.versions.texts import Text
from qstd.compare.versions.words import Run, Unit, joined
from qstd.model.revision import JOINT, ChangeClass, Span

Edit = tuple[tuple[Span, ...], ChangeClass]


def edited(old: Text, new: Text, olds: range, news: range, runs: Sequence[Run], turned: bool) -> Edit:
    """Return the stretches that lead from the old leaves to the new ones, which have words in common, and the class of
    the change. `turned`: where two ways are as good, take the one that leads back from the new text, as the runs do.
    """
    if len(olds) > 1 or len(news) > 1:
        one, other = joined(old.units[olds.start : olds.stop]), joined(new.units[news.start : news.stop])
        return _judged(one, other, spans(one, other, _led(runs, turned)))
    a, b = olds[0], news[0]
    one, other = old.units[a], new.units[b]
    if one is other:
        return (), "cosmetic"  # a section's number
    known, key = old.vocabulary.edits, (one.number, other.number, turned)
    if key not in known:
        row = old.leaves[a].kind == "row"
        known[key] = _judged(
            one, other, tuple(_row_spans(one, other, turned)) if row else spans(one, other, _led(runs, turned))
        )
    return known[key]


def _led(runs: Sequence[Run], turned: bool) -> Sequence[Run]:
    return [(i, j, size) for j, i, size in runs] if turned else runs


def _judged(one: Unit, other: Unit, found: tuple[Span, ...]) -> Edit:
    if one.links != other.links:
        return found, "substantive"
    return found, edit_class(one.text, other.text, found) or "cosmetic"  # a look


def _runs(one: Unit, other: Unit, turned: bool) -> Sequence[Run]:
    return _led(matches(other.code, one.code), turned) if turned else matches(one.code, other.code)


def _row_spans(one: Unit, other: Unit, turned: bool) -> Iterator[Span]:
    """Compare cell by cell: the joints between the cells stand fast."""
    i = j = 0
    for at, (old, new) in enumerate(zip(_cells(one), _cells(other), strict=True)):
        if at:
            yield Span("same", i, i + 1, j, j + 1)
            i, j = i + 1, j + 1
        for each in spans(old, new, _runs(old, new, turned)):
            yield Span(each.op, each[1] + i, each[2] + i, each[3] + j, each[4] + j)
        i, j = i + len(old.text), j + len(new.text)


def _cells(row: Unit) -> Iterator[Unit]:
    word = offset = 0
    for code, content in zip(row.code.split("\x01"), row.text.split(JOINT), strict=True):
        last = word + len(code)
        starts = [each - offset for each in row.starts[word:last]]
        ends = [each - offset for each in row.ends[word:last]]
        yield Unit(-1, content, code, [*starts, len(content)], ends, row.sums[word : last + 1])
        word, offset = last + 1, offset + len(content) + 1
