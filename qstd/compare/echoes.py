"""Echoes: where a standard writes, under another topic, about what a topic is about.

A passage is compared with another by the terms and phrases they share and by the kinds of typed facts that both are
evidence for (see `kinship`). A wrong pointer costs a reader more than a missing one: what stays below `unsure` is not
shown, and a person's word goes before it all.

Few columns are compared passage by passage. With many, each row has its typical passage, and only the columns that have
none there are compared with it: the work grows with the number of columns, not with its square.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from qstd.compare.kinds import TOPICS, Kind, kind_of
from qstd.compare.kinship import Reader, Unit, alike, typical
from qstd.compare.sentences import sentences
from qstd.compare.terms import Vocabulary
from qstd.model.alignments import Alignment
from qstd.model.comparison import Column, Confidence, Echo, TopicCell, TopicRow
from qstd.model.standard import Standard

_FEW = 8
_LEVELS: tuple[tuple[float, Confidence], ...] = ((0.83, "sure"), (0.66, "fairly_sure"), (0.58, "unsure"))
_LEAST = _LEVELS[-1][0]
# A passage counts before those under the same topic where so much less than at them is missing for it to be sure.
_BETTER = 0.8
_TYPICAL_OF = 3  # so many passages at least make a row of which something is typical

Place = tuple[int, str]
"""A section: its column and its key."""
Cell = tuple[int, int]
"""A cell: its row and its column."""


def with_echoes(
    columns: Sequence[Column],
    standards: Sequence[Standard],
    rows: Sequence[TopicRow],
    alignments: Sequence[Alignment] = (),
) -> tuple[TopicRow, ...]:
    """Return the rows with the echoes of every cell, the surest first."""
    table = _table(columns, standards, rows)
    judged = _judged(columns, alignments)
    found: dict[Cell, dict[Place, Echo]] = defaultdict(dict)
    search = _few if len(columns) <= _FEW else _many
    for cell, echo in (*search(table, judged.rejected), *_confirmed(table, judged.confirmed)):
        found[cell][(echo.column, echo.section)] = echo
    return tuple(
        replace(row, cells=tuple(_with(cell, found.get((at, column), {})) for column, cell in enumerate(row.cells)))
        for at, row in enumerate(rows)
    )


def _with(cell: TopicCell, echoes: dict[Place, Echo]) -> TopicCell:
    if not echoes:
        return cell
    return replace(
        cell, echoes=tuple(sorted(echoes.values(), key=lambda each: (-each.score, each.column, each.section)))
    )


# ---------- What there is to compare ----------


@dataclass(frozen=True, slots=True)
class _Table:
    """All passages with text, by row and by column; the cells without text that an echo may be shown in, and the sections
    that stand `empty` in them; and the row of every section.
    """

    reader: Reader
    by_row: dict[int, list[Unit]]
    by_column: dict[int, list[Unit]]
    holes: tuple[Cell, ...]
    empty: Mapping[Cell, tuple[Place, ...]]
    row_of: dict[Place, int]


def _table(columns: Sequence[Column], standards: Sequence[Standard], rows: Sequence[TopicRow]) -> _Table:
    places = list(_places(rows))
    words = [[word for said in sentences(body) for word in said.words] for _, body in places]
    reader = Reader(Vocabulary(words, len(columns)))
    kinds = [_kinds(each) for each in standards]
    by_row: dict[int, list[Unit]] = defaultdict(list)
    by_column: dict[int, list[Unit]] = defaultdict(list)
    for place, body in places:
        column, row, _, section = place
        made = reader.unit(place, body, kinds[column].get(section, ()))
        by_row[row].append(made)
        by_column[column].append(made)
    holes = tuple(cell for cell in _holes(rows) if cell[0] in by_row)
    empty = {
        (at, column): tuple((column, each.section) for each in rows[at].cells[column].passages) for at, column in holes
    }
    return _Table(reader, by_row, by_column, holes, empty, _row_of(rows))


def _places(rows: Sequence[TopicRow]) -> Iterator[tuple[tuple[int, int, str, str], str]]:
    """Yield (column, row, topic, section) and the body of each passage with text that can be pointed to."""
    for at, row in enumerate(rows):
        for column, cell in enumerate(row.cells):
            for each in cell.passages if cell.state == "stated" else ():
                if each.section and each.body.strip():
                    yield (column, at, row.topic, each.section), each.body


def _kinds(standard: Standard) -> dict[str, set[Kind]]:
    """Return which kinds of facts each section is evidence for."""
    found: dict[str, set[Kind]] = defaultdict(set)
    for each in standard.facts:
        found[each.evidence.section].add(kind_of(each))
    return found


def _holes(rows: Sequence[TopicRow]) -> Iterator[Cell]:
    """Yield the cells without text, but not where the column says elsewhere that there is none of it."""
    refused: dict[int, set[str]] = defaultdict(set)
    for row in rows:
        for column, cell in enumerate(row.cells):
            if cell.state == "none":
                refused[column] |= _family(row.topic)
    for at, row in enumerate(rows):
        for column, cell in enumerate(row.cells):
            if cell.state in ("absent", "empty") and row.topic not in refused[column]:
                yield at, column


def _family(topic: str) -> set[str]:
    """Return the topics that are about a kind of fact that this one is about."""
    return {each for topics in TOPICS.values() if topic in topics for each in topics}


def _row_of(rows: Sequence[TopicRow]) -> dict[Place, int]:
    found: dict[Place, int] = {}
    for at, row in enumerate(rows):
        for column, cell in enumerate(row.cells):
            for each in cell.passages:
                found.setdefault((column, each.section), at)
    return found


# ---------- Few columns: each passage with each ----------


def _few(table: _Table, rejected: set[frozenset[Place]]) -> Iterator[tuple[Cell, Echo]]:
    scores = _scores(table)
    yield from _in_holes(table, rejected, scores)
    yield from _in_text(table, rejected, scores)


def _scores(table: _Table) -> dict[tuple[Place, Place], float]:
    """Return the score of each two passages of different columns: what is asked for first, what is found second."""
    found = {}
    units = [each for own in table.by_column.values() for each in own]
    for one, other in combinations(units, 2):
        if one.column != other.column:
            text = alike(one, other)
            found[_place(one), _place(other)] = table.reader.score(one, other, text)
            found[_place(other), _place(one)] = table.reader.score(other, one, text)
    return found


def _place(each: Unit) -> Place:
    return each.column, each.section


def _in_holes(
    table: _Table, rejected: set[frozenset[Place]], scores: dict[tuple[Place, Place], float]
) -> Iterator[tuple[Cell, Echo]]:
    for row, column in table.holes:
        asked = [_place(each) for each in table.by_row[row]]
        free = _free(table.by_column.get(column, ()), (*asked, *table.empty[row, column]), rejected)
        values = {_place(each): max(scores[one, _place(each)] for one in asked) for each in free}
        yield from _best((row, column), values)


def _free(own: Sequence[Unit], asked: Iterable[Place], rejected: set[frozenset[Place]]) -> list[Unit]:
    """Return the passages of which nobody has said that they are not about what is asked for."""
    if not rejected:
        return list(own)
    return [each for each in own if not any(frozenset({_place(each), one}) in rejected for one in asked)]


def _best(cell: Cell, values: dict[Place, float]) -> Iterator[tuple[Cell, Echo]]:
    place = max(values, key=lambda each: values[each], default=None)
    if place and values[place] >= _LEAST:
        yield cell, _echo(place, values[place])


def _echo(place: Place, value: float) -> Echo:
    return Echo(*place, next(level for least, level in _LEVELS if value >= least), value)


def _in_text(
    table: _Table, rejected: set[frozenset[Place]], scores: dict[tuple[Place, Place], float]
) -> Iterator[tuple[Cell, Echo]]:
    """Yield the echoes in cells with text: passages under other topics that are more alike than those under the same one,
    where one of the two has no better counterpart than the other.
    """
    best: dict[tuple[Place, int], float] = defaultdict(float)  # how good the best counterpart in a column is
    rival: dict[tuple[Place, int], float] = defaultdict(float)  # and the best one under the same topic
    for (one, other), value in scores.items():
        best[one, other[0]] = max(best[one, other[0]], value)
        if table.row_of[one] == table.row_of[other]:
            rival[one, other[0]] = max(rival[one, other[0]], value)
    for (one, other), value in scores.items():
        if value < _LEAST or table.row_of[one] == table.row_of[other] or frozenset({one, other}) in rejected:
            continue
        is_best = value >= best[one, other[0]] or scores[other, one] >= best[other, one[0]]
        if is_best and 1 - value <= _BETTER * (1 - max(rival[one, other[0]], rival[other, one[0]])):
            yield (table.row_of[one], one[0]), _echo(other, value)


# ---------- Many columns: each hole with what is typical of its row ----------


def _many(table: _Table, rejected: set[frozenset[Place]]) -> Iterator[tuple[Cell, Echo]]:
    holes: dict[int, list[int]] = defaultdict(list)
    for row, column in table.holes:
        holes[row].append(column)
    ruled = {place for pair in rejected for place in pair}
    for row, columns in holes.items():
        if len(table.by_row[row]) < _TYPICAL_OF:
            continue
        asked = typical(table.by_row[row])
        spoken_of = [each for each in map(_place, table.by_row[row]) if each in ruled]
        for column in columns:
            free = _free(table.by_column.get(column, ()), (*spoken_of, *table.empty[row, column]), rejected)
            yield from _best((row, column), {_place(each): table.reader.score(asked, each) for each in free})


# ---------- What a person has said ----------


@dataclass(frozen=True, slots=True)
class _Judged:
    confirmed: tuple[tuple[Place, Place], ...]
    rejected: set[frozenset[Place]]


def _judged(columns: Sequence[Column], alignments: Sequence[Alignment]) -> _Judged:
    """Return the alignments between the compared columns; where one standard is compared twice, for both."""
    by_ref: dict[str, list[int]] = defaultdict(list)
    for at, column in enumerate(columns):
        by_ref[column.ref].append(at)
    confirmed: list[tuple[Place, Place]] = []
    rejected: set[frozenset[Place]] = set()
    for each in alignments:
        for here, there in product(by_ref.get(each.from_, ()), by_ref.get(each.to, ())):
            one, other = (here, each.section), (there, each.to_section)
            if each.verdict == "rejected":
                rejected.add(frozenset({one, other}))
            else:
                confirmed += [(one, other), (other, one)]
    return _Judged(tuple(confirmed), rejected)


def _confirmed(table: _Table, pairs: Iterable[tuple[Place, Place]]) -> Iterator[tuple[Cell, Echo]]:
    """Yield the echoes that a person has confirmed: where the first of two sections stands, and in the cell beside it
    where the second one's standard has no text.
    """
    holes = set(table.holes)
    for one, other in pairs:
        if one in table.row_of and other in table.row_of:
            row, echo = table.row_of[one], Echo(*other, "confirmed", 1.0)
            yield (row, one[0]), echo
            if (row, other[0]) in holes:
                yield (row, other[0]), echo
