"""The remarks in the margin of a Word file as notes beside the standard."""

import datetime as dt
from collections.abc import Iterable, Iterator

from qstd.model.notes import ReviewNote
from qstd.model.word import WordBase
from qstd.readers.docx.edited import Remark
from qstd.recognise.words import one_line, tidy
from qstd.verbs.word_merge_sections import Headings


def notes_of(remarks: Iterable[Remark], base: WordBase, file: str) -> Iterator[ReviewNote]:
    """Yield a note for each remark, about the section below whose heading it stands."""
    headings = Headings(base)
    for each in remarks:
        at = headings.by_name(each.bookmark)
        text = "\n".join(filter(None, (one_line(line) for line in each.text.split("\n"))))
        if text:
            yield ReviewNote(
                text=text,
                author=one_line(each.author) or None,
                date=_day(each.date),
                section=(base.sections[at].key or None) if at is not None else None,
                quote=tidy(each.quote).strip() or None,
                source=file,
            )


def _day(date: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(date)
    except ValueError:
        return None


def added(known: Iterable[ReviewNote], new: Iterable[ReviewNote]) -> tuple[ReviewNote, ...]:
    """Return those new notes that are not known: a file may be merged twice."""
    said = {_said(each) for each in known}
    made: dict[tuple[object, ...], ReviewNote] = {}
    for each in new:
        if _said(each) not in said:
            made.setdefault(_said(each), each)
    return tuple(made.values())


def _said(note: ReviewNote) -> tuple[object, ...]:
    return note.author, note.date, note.section, note.text, note.quote
