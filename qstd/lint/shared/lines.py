"""All that is written in a standard, line by line with its place: for rules that look for signs and not for meaning."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from qstd.lint.rule import Around
from qstd.lint.shared.index import with_headings
from qstd.lint.shared.kept import kept
from qstd.model.finding import Path
from qstd.model.standard import Standard


class Line(NamedTuple):
    """A line: the path of the value it stands in, its line there (0 for a value of one line), its words as written, the
    index of its section (None outside of sections), and the lines before and after it in a body.
    """

    path: Path
    line: int
    text: str
    section: int | None = None
    before: str = ""
    after: str = ""


def lines(
    standard: Standard,
    around: Around,
    places: Iterable[int],
    maybe: Iterable[int] = (),
    worth: Callable[[str], object] = bool,
) -> Iterator[Line]:
    """Yield the title, the words of the approval, and the headings and bodies of the sections: all lines of each value in
    which one of some places of `written` lies, or one of the places that may be and the value is worth a closer look. Most
    values are not.
    """
    values = _values(standard, around)
    starts = [each.start for each in values]
    found = {bisect_right(starts, each) - 1 for each in places}
    more = {bisect_right(starts, each) - 1 for each in maybe} - found
    for at in sorted((*found, *(each for each in more if worth(values[each].text)))):
        each = values[at]
        if each.path[-1] == "body" and each.section is not None:
            yield from _of_body(each.text, each.section)
        else:
            yield Line(each.path, 0, each.text, each.section)


def everywhere(standard: Standard, around: Around) -> list[int]:
    """Return a place in each of the values."""
    return [each.start for each in _values(standard, around)]


def places_of(signs: Iterable[str], text: str) -> Iterator[int]:
    """Yield where one of the signs stands in a text."""
    for sign in signs:
        at = text.find(sign)
        while at >= 0:
            yield at
            at = text.find(sign, at + 1)


def may_be_written(standard: Standard, around: Around, signs: tuple[str, ...], words: re.Pattern[str]) -> bool:
    """Tell whether one of the signs that are pieces of `words` may stand in `written`. The sentences with the stems of these
    words are few, and to look for several signs in the whole text takes longer.
    """
    near = (each.text for each in with_headings(standard, around, words))
    apart = (each.text for each in _values(standard, around) if each.section is None)
    if any(_has_one(text, signs) for text in chain(near, apart)):
        return True
    return "](" in written(standard, around)  # addresses are no words of a sentence


@lru_cache(maxsize=4096)  # neighbours say the same
def _has_one(text: str, signs: tuple[str, ...]) -> bool:
    """Tell whether one of the signs stands in a sentence, in letters of any size."""
    own, small = f"{text} ", f"{text} ".casefold()
    return any(sign in own or sign in small for sign in signs)


@kept
def written(standard: Standard, around: Around) -> str:
    """Return all of that as one text, a value under the other: a sign that is not in it is in none of the values."""
    return "\n".join([each.text for each in _values(standard, around)])


class _Value(NamedTuple):
    """A text of the file, the index of its section, and where it begins in `written`."""

    path: Path
    text: str
    section: int | None
    start: int


@kept
def _values(standard: Standard, around: Around) -> tuple[_Value, ...]:
    approval = standard.approval
    found = [_Value(("title",), standard.title, None, 0)]
    start = len(standard.title) + 1
    for name, text in (("body", approval.body), ("text", approval.text)) if approval else ():
        if text:
            found.append(_Value(("approval", name), text, None, start))
            start += len(text) + 1
    for index, section in enumerate(standard.sections):
        for name, text in (("heading", section.heading), ("body", section.body)):
            found.append(_Value(("sections", index, name), text, index, start))
            start += len(text) + 1
    return tuple(found)


def _of_body(body: str, index: int) -> Iterator[Line]:
    rows = ["", *body.split("\n"), ""]
    for number in range(1, len(rows) - 1):
        yield Line(("sections", index, "body"), number, rows[number], index, rows[number - 1], rows[number + 1])
