"""All that is written in a standard, line by line with its place: for rules that look for signs and not for meaning."""

from collections.abc import Callable, Iterator
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


def lines(standard: Standard, around: Around, worth: Callable[[str], bool]) -> Iterator[Line]:
    """Yield the lines that are worth a closer look: of the title, the words of the approval, and the headings and bodies of
    the sections. Most are not; `worth` tells by the words alone, and does well to remember what it said of them.
    """
    for path, section, rows in _rows(standard, around):
        for at, text in enumerate(rows):
            if worth(text):
                number, before, after = 0, "", ""
                if path[-1] == "body" and section is not None:
                    number, before, after = at + 1, rows[at - 1] if at else "", "".join(rows[at + 1 : at + 2])
                yield Line(path, number, text, section, before, after)


@kept
def written(standard: Standard, around: Around) -> str:
    """Return all of that as one text, a value under the other: a sign that is not in it is in none of the values."""
    return "\n".join([each.text for each in _values(standard, around)])


class _Value(NamedTuple):
    """A text of the file, and the index of its section."""

    path: Path
    text: str
    section: int | None


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
def _rows(standard: Standard, around: Around) -> tuple[tuple[Path, int | None, tuple[str, ...]], ...]:
    """Return the lines of each value; what is no body is one."""
    return tuple(
        (
            each.path,
            each.section,
            tuple(each.text.split("\n")) if each.path[-1] == "body" and each.section is not None else (each.text,),
        )
        for each in _values(standard, around)
    )
