"""An edit: leaves that are versions of each other, and what changed in their words."""

from collections.abc import Iterator

from qstd.compare.matching import matches
from qstd.compare.versions.classes import edit_class
from qstd.compare.versions.spans import spans
from qstd.compare.versions.texts import Text
from qstd.compare.versions.words import Run, Unit
from qstd.model.revision import JOINT, ChangeClass, Span

Edit = tuple[tuple[Span, ...], ChangeClass]


def edited(old: Text, new: Text, olds: tuple[int, ...], news: tuple[int, ...], turned: bool) -> Edit:
    """Return the stretches that lead from the old leaves to the new ones, and the class of the change. `turned`: where
    two ways are as good, take the one that leads back from the new text.
    """
    if len(olds) == 1 == len(news):
        one, other = old.units[olds[0]], new.units[news[0]]
        known, key = old.vocabulary.edits, (one.number, other.number, turned)
        found = known.get(key)
        if found is None:
            found = known[key] = _single(old, one, other, old.leaves[olds[0]].kind == "row", turned)
        return found
    one, other = _joined(old, olds), _joined(new, news)
    return _judged(one, other, spans(one, other, _runs(one, other, turned)))


def _single(text: Text, one: Unit, other: Unit, row: bool, turned: bool) -> Edit:
    if row:
        return _judged(one, other, tuple(_row_spans(one, other, turned)))
    if one is other:
        return (), "cosmetic"  # a section's number
    runs = _turned(text.vocabulary.common(other, one)[0]) if turned else text.vocabulary.common(one, other)[0]
    return _judged(one, other, spans(one, other, runs))


def _judged(one: Unit, other: Unit, found: tuple[Span, ...]) -> Edit:
    if one.links != other.links:
        return found, "substantive"
    return found, edit_class(one.text, other.text, found) or "cosmetic"  # a look


def _runs(one: Unit, other: Unit, turned: bool) -> list[Run]:
    return _turned(matches(other.code, one.code)) if turned else matches(one.code, other.code)


def _turned(runs: list[Run]) -> list[Run]:
    return [(j, i, size) for i, j, size in runs]


def _joined(text: Text, leaves: tuple[int, ...]) -> Unit:
    """Return leaves as one unit, with a joint between two."""
    units = [text.units[each] for each in leaves]
    if len(units) == 1:
        return units[0]
    starts: list[int] = []
    ends: list[int] = []
    sums = [0]
    offset = 0
    for at, each in enumerate(units):
        if at:
            starts.append(offset - 1)
            ends.append(offset)
            sums.append(sums[-1])
        starts += [start + offset for start in each.starts[:-1]]
        ends += [end + offset for end in each.ends]
        sums += [sums[-1] + weight for weight in each.sums[1:]]
        offset += len(each.text) + 1
    whole = JOINT.join(each.text for each in units)
    links = tuple(link for each in units for link in each.links)
    return Unit(-1, whole, "\x01".join(each.code for each in units), [*starts, len(whole)], ends, sums, links)


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
