"""Lines from words, segments from lines, and what is known of a word from what is drawn around it."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from qstd.readers.pdf.shapes import Box, Line, Rule, Word

LEVEL = 0.45
"""Words of one line have base lines at most this far apart, in sizes of the larger."""
RAISED = 0.62
"""Smaller letters may stand this much higher: marks of footnotes."""
SMALLER = 0.93
BEFORE = 2.5
"""A bullet stands at most so far before its text, in sizes."""


def lines(words: Iterable[Word], page: int = 0) -> list[Line]:
    """Gather words into lines from top to bottom, the words of each from left to right."""
    groups: list[list[Word]] = []
    base = size = 0.0
    longest = 0
    for word in sorted(words, key=lambda word: (word.base, word.x0)):
        if groups and word.base - base <= (LEVEL if _alike(size, word.size) else RAISED) * max(size, word.size):
            groups[-1].append(word)
            if len(word.text) > longest:
                base, longest = word.base, len(word.text)
            size = max(size, word.size)
        else:
            groups.append([word])
            base, size, longest = word.base, word.size, len(word.text)
    return [line(group, page) for group in groups]


def _alike(size: float, other: float) -> bool:
    return min(size, other) >= SMALLER * max(size, other)


def line(words: Iterable[Word], page: int) -> Line:
    """Make one line of words; its base line and size are those of most of its letters."""
    ordered = tuple(sorted(words, key=lambda word: word.x0))
    weight: dict[tuple[float, float], int] = {}
    for word in ordered:
        key = (word.base, word.size)
        weight[key] = weight.get(key, 0) + len(word.text)
    base, size = max(weight, key=lambda key: weight[key])
    return Line(ordered, ordered[0].x0, max(word.x1 for word in ordered), base, size, page)


def segments(whole: Line, gap: float) -> list[Line]:
    """Cut a line where its words stand further apart than `gap`, in sizes."""
    groups: list[list[Word]] = [[whole.words[0]]]
    end = whole.words[0].x1
    for word in whole.words[1:]:
        if word.x0 - end > gap * whole.size:
            groups.append([])
        groups[-1].append(word)
        end = max(end, word.x1)
    if len(groups) == 1:
        return [whole]
    return [line(group, whole.page) for group in groups]


def usual_space(found: Iterable[Line]) -> float:
    """Say how far apart the words of a line are, in sizes: less than the gaps between columns, which may be many."""
    gaps = ((other.x0 - word.x1) / each.size for each in found for word, other in pairwise(each.words))
    spaces = sorted(gap for gap in gaps if gap <= 1)
    return spaces[len(spaces) // 3] if spaces else 0.0


def linked(words: Iterable[Word], links: tuple[tuple[Box, str], ...]) -> list[Word]:
    """Give every word the address that it leads to."""
    if not links:
        return list(words)
    return [word._replace(href=_address(word, links)) for word in words]


def _address(word: Word, links: tuple[tuple[Box, str], ...]) -> str:
    x, y = (word.x0 + word.x1) / 2, word.base - 0.3 * word.size
    for (left, top, right, bottom), href in links:
        if left <= x <= right and top <= y <= bottom:
            return href
    return ""


def bullets(words: list[Word], dots: tuple[Box, ...]) -> list[Word]:
    """Read a drawn dot as a bullet where a word follows on its line and none stands before it."""
    if not dots:
        return []
    ordered = sorted(words, key=lambda word: word.base)
    order = list(range(len(ordered)))
    found: list[Word] = []
    for left, top, right, bottom in dots:
        middle = (top + bottom) / 2
        first = _first(ordered, order, middle)
        level = [word for word in ordered[first : first + 200] if 0 < word.base - middle < 0.7 * word.size]
        after = [word for word in level if 0 < word.x0 - right < BEFORE * word.size]
        before = [word for word in level if 0 <= left - word.x1 < BEFORE * word.size or word.x0 < left < word.x1]
        if after and not before:
            word = min(after, key=lambda word: word.x0)
            found.append(Word("•", left, right, word.base, word.size, word.face))
    return found


def underlined(words: list[Word], rules: Iterable[Rule]) -> tuple[list[Word], list[Rule]]:
    """Tell the rules right under words from the others: mark those words, and give what rules are left."""
    marked = list(words)
    order = sorted(range(len(words)), key=lambda number: words[number].base)
    left: list[Rule] = []
    for rule in rules:
        over = list(_over(words, order, rule)) if rule.across else []
        if not over or max(words[number].x1 for number in over) < rule.end - 4:
            left.append(rule)
            continue
        for number in over:
            marked[number] = marked[number]._replace(underline=True)
    return marked, left


def _over(words: list[Word], order: list[int], rule: Rule) -> Iterator[int]:
    """Yield the words that a rule underlines: it begins with one of them and lies closer than a border would."""
    begins = False
    found = []
    for number in order[_first(words, order, rule.at - 60) :]:
        word = words[number]
        if word.base > rule.at + 2:
            break
        close = -0.02 <= (rule.at - word.base) / word.size <= 0.2
        if close and word.x0 >= rule.start - 2 and word.x1 <= rule.end + 2:
            found.append(number)
            begins = begins or word.x0 <= rule.start + 4
    if begins:
        yield from found


def _first(words: list[Word], order: list[int], base: float) -> int:
    """Find the first word in order of height that stands at or below a height."""
    low, high = 0, len(order)
    while low < high:
        middle = (low + high) // 2
        if words[order[middle]].base < base:
            low = middle + 1
        else:
            high = middle
    return low
