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


def lines(standard: Standard, worth: Callable[[str], object]) -> Iterator[Line]:
    """Yield the title, the words of the approval, and the headings and bodies of the sections: of each value that is worth
    a closer look, all its lines. Most values are not, and to see that of a whole text is quick.
    """
    if worth(standard.title):
        yield Line(("title",), 0, standard.title)
    if standard.approval is not None:
        for name, text in (("body", standard.approval.body), ("text", standard.approval.text)):
            if text and worth(text):
                yield Line(("approval", name), 0, text)
    for index, section in enumerate(standard.sections):
        if worth(section.heading):
            yield Line(("sections", index, "heading"), 0, section.heading, index)
        if worth(section.body):
            yield from _of_body(section.body, index)


@kept
def written(standard: Standard, around: Around) -> str:
    """Return all of that as one text: a sign that is not in it is in none of the values."""
    approval = standard.approval
    own = (standard.title, (approval and approval.body) or "", (approval and approval.text) or "")
    return "\n".join((*own, *(part for each in standard.sections for part in (each.heading, each.body))))


def _of_body(body: str, index: int) -> Iterator[Line]:
    rows = ["", *body.split("\n"), ""]
    for number in range(1, len(rows) - 1):
        yield Line(("sections", index, "body"), number, rows[number], index, rows[number - 1], rows[number + 1])
