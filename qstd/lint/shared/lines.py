"""All that is written in a standard, line by line with its place: for rules that look for signs and not for meaning."""

from collections.abc import Callable, Iterator
from functools import reduce
from operator import or_
from typing import NamedTuple

from qstd.lint.rule import Around
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


Sign = Callable[[str], bool]
_MOST = 50_000
_signs: list[Sign] = []


class _Looks(dict[str, int]):
    """What each line that was met has a look of, as one bit for each sign: neighbours say the same."""

    def __missing__(self, text: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        found = self[text] = sum(1 << at for at, sign in enumerate(_signs) if sign(text))
        return found


_looks = _Looks()


def sign(of: Sign) -> Sign:
    """Make a function that tells of a line, by its words alone, whether it is worth a closer look, one that `lines` asks.
    All of them are asked at once, and their answers remembered, so that most texts are passed over together.
    """
    _signs.append(of)
    _looks.clear()
    return of


def lines(standard: Standard, around: Around, worth: Sign) -> Iterator[Line]:
    """Yield the lines that are worth a closer look, by a `sign`: of the title, the words of the approval, and the headings
    and bodies of the sections. Most are not.
    """
    bit = 1 << _signs.index(worth)
    for value, rows, look in _rows(standard, around, len(_signs)) if _look(standard, around, len(_signs)) & bit else ():
        for at, text in enumerate(rows) if look & bit else ():
            if _looks[text] & bit:
                number, before, after = 0, "", ""
                if value.is_body:
                    number, before, after = at + 1, rows[at - 1] if at else "", "".join(rows[at + 1 : at + 2])
                yield Line(value.path, number, text, value.section, before, after)


def bodies(standard: Standard, around: Around, worth: Sign) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Yield the lines of each section's body of which one is worth a closer look, and the body's path."""
    bit = 1 << _signs.index(worth)
    for value, rows, look in _rows(standard, around, len(_signs)) if _look(standard, around, len(_signs)) & bit else ():
        if look & bit and value.is_body:
            yield value.path, rows


@kept
def written(standard: Standard, around: Around) -> str:
    """Return all of that as one text, a value under the other: a sign that is not in it is in none of the values."""
    return "\n".join([each.text for each in _values(standard, around)])


class _Value(NamedTuple):
    """A text of the file, and the index of its section."""

    path: Path
    text: str
    section: int | None

    @property
    def is_body(self) -> bool:
        """Whether it has lines of its own."""
        return self.section is not None and self.path[-1] == "body"


@kept
def _values(standard: Standard, around: Around) -> tuple[_Value, ...]:
    approval = standard.approval
    found = [_Value(("title",), standard.title, None)]
    for name, text in (("body", approval.body), ("text", approval.text)) if approval else ():
        if text:
            found.append(_Value(("approval", name), text, None))
    for index, section in enumerate(standard.sections):
        for name, text in (("heading", section.heading), ("body", section.body)):
            found.append(_Value(("sections", index, name), text, index))
    return tuple(found)


@kept
def _rows(standard: Standard, around: Around, signs: int) -> tuple[tuple[_Value, tuple[str, ...], int], ...]:
    """Return the lines of each value, and what one of them has a look of; what is no body is one."""
    found = []
    for each in _values(standard, around):
        rows = tuple(each.text.split("\n")) if each.is_body else (each.text,)
        found.append((each, rows, reduce(or_, map(_looks.__getitem__, rows), 0)))
    return tuple(found)


@kept
def _look(standard: Standard, around: Around, signs: int) -> int:
    return reduce(or_, (look for _, _, look in _rows(standard, around, signs)), 0)
