"""From common words to stretches of characters that people can read.

A run of common words between two changes that holds fewer than two content words is taken into the change: marks that
change with every other word are right, and nobody can read them. An inserted or deleted run that could as well stand a
few words earlier is shifted to where a sentence begins.
"""

from collections.abc import Sequence

from qstd.compare.versions.words import Run, Unit
from qstd.model.revision import JOINT, Span

_ISLAND = 2  # content words
_ENDS = (".", "!", "?", ":", JOINT)


def spans(old: Unit, new: Unit, runs: Sequence[Run]) -> tuple[Span, ...]:
    """Return the stretches that lead from the old text to the new one, and cover both."""
    out: list[Span] = []
    a = b = 0  # characters that are told
    for i, j, size in _shifted(old, new, _readable(old, new, runs)):
        # White space belongs to the word before it; that before the first word belongs to the first.
        start_old, start_new = (old.starts[i] if i else 0), (new.starts[j] if j else 0)
        _change(a, start_old, b, start_new, out)
        a, b = old.starts[i + size], new.starts[j + size]
        if old.text[start_old:a] == new.text[start_new:b]:
            _add(Span("same", start_old, a, start_new, b), out)
        else:
            _uneven(old, new, (i, j, size), (start_old, a, start_new, b), out)
    _change(a, len(old.text), b, len(new.text), out)
    return tuple(out)


def _change(a: int, a_end: int, b: int, b_end: int, out: list[Span]) -> None:
    if a < a_end:
        _add(Span("deleted", a, a_end, b, b), out)
    if b < b_end:
        _add(Span("inserted", a_end, a_end, b, b_end), out)


def _add(each: Span, out: list[Span]) -> None:
    """Append a stretch, joined with its neighbour: what was deleted in one go comes before what came in its place."""
    if out and out[-1].op == each.op:
        last = out.pop()
        out.append(Span(each.op, last[1], each[2], last[3], each[4]))
    elif each.op == "deleted" and out and out[-1].op == "inserted":
        come = out.pop()
        _add(Span("deleted", each[1], each[2], come[3], come[3]), out)
        out.append(Span("inserted", each[2], each[2], come[3], come[4]))
    else:
        out.append(each)


def _readable(old: Unit, new: Unit, runs: Sequence[Run]) -> list[Run]:
    """Drop the islands; a run at the very beginning or end of both texts is none."""
    sums, last_old, last_new = old.sums, len(old.code), len(new.code)
    return [
        (i, j, size)
        for i, j, size in runs
        if sums[i + size] - sums[i] >= _ISLAND or (i == 0 and j == 0) or (i + size == last_old and j + size == last_new)
    ]


def _shifted(old: Unit, new: Unit, runs: list[Run]) -> list[Run]:
    """Shift what was only inserted, or only deleted, to begin after the end of a sentence where it can."""
    for at in range(len(runs) - 1):
        (i, j, size), (i2, j2, size2) = runs[at], runs[at + 1]
        deleted, inserted = i2 - i - size, j2 - j - size
        if bool(deleted) == bool(inserted):
            continue
        side, start, stop = (old, i + size, i2) if deleted else (new, j + size, j2)
        step = _shift(side, start, stop, size)
        if step:
            runs[at] = (i, j, size - step)
            runs[at + 1] = (i2 - step, j2 - step, size2 + step)
    return [each for each in runs if each[2]]


def _shift(side: Unit, start: int, stop: int, room: int) -> int:
    """Return how many words to the left the run from `start` to `stop` is shifted."""
    step = 0
    while True:
        if start - step == 0 or side.word(start - step - 1) in _ENDS:
            return step
        if step >= room or side.code[start - step - 1] != side.code[stop - step - 1]:
            return 0
        step += 1


def _uneven(old: Unit, new: Unit, run: Run, box: tuple[int, int, int, int], out: list[Span]) -> None:
    """Add common words with white space between or after them that is written otherwise."""
    a, a_end, b, b_end = box
    i, j, size = run
    # Most often only what follows the last word differs: one of the texts ends there.
    last_old, last_new = old.ends[i + size - 1], new.ends[j + size - 1]
    if old.text[a:last_old] == new.text[b:last_new]:
        _alike(old, new, (a, last_old, b, last_new), out)
        _alike(old, new, (last_old, a_end, last_new, b_end), out)
        return
    for step in range(size):
        word_old, word_new = old.ends[i + step], new.ends[j + step]
        _alike(old, new, (a, word_old, b, word_new), out)
        a, b = old.starts[i + step + 1], new.starts[j + step + 1]
        _alike(old, new, (word_old, a, word_new, b), out)


def _alike(old: Unit, new: Unit, box: tuple[int, int, int, int], out: list[Span]) -> None:
    a, a_end, b, b_end = box
    if old.text[a:a_end] != new.text[b:b_end]:
        _change(a, a_end, b, b_end, out)
    elif a < a_end:
        _add(Span("same", a, a_end, b, b_end), out)
