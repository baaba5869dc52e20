"""The files of a hearing: what is sent out, and the note with all answers."""

import datetime as dt
from collections.abc import Iterator
from functools import partial

from qstd import workspace
from qstd.model.document import Document
from qstd.model.theme import Theme
from qstd.present.hearing import form_document, note_document
from qstd.verbs.hearing import Heard, numbered_document
from qstd.workspace import Workspace

SENT, FORM, NOTE = "hoeringsudgave", "hoeringssvar", "hoeringsnotat"
KINDS = ("html", "pdf", "docx")


def sent_out(heard: Heard, home: Workspace, language: str = "da") -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each file that goes out: the numbered standard in three forms, and the form for
    remarks.
    """
    assert heard.hearing is not None, "there is a hearing"
    document, points = numbered_document(heard, language)
    written = partial(_written, theme=workspace.theme(home, heard.entry.municipality), language=language)
    for kind in KINDS:
        yield f"{SENT}.{kind}", written(document, kind)
    yield f"{FORM}.docx", written(form_document(document, heard.hearing, points, language), "docx")


def note(heard: Heard, home: Workspace, today: dt.date, language: str = "da") -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of the note with all answers, in three forms. The Word file can come back with replies."""
    assert heard.hearing is not None, "there is a hearing"
    document, _ = numbered_document(heard, language)
    laid_out = note_document(document, heard.hearing, heard.standard, today, language)
    theme = workspace.theme(home, heard.entry.municipality)
    for kind in KINDS:
        yield f"{NOTE}.{kind}", _written(laid_out, kind, theme, language)


def _written(document: Document, kind: str, theme: Theme, language: str) -> bytes:
    if kind == "html":
        from qstd.writers import html

        return html.write(document, html.Page(standalone=True, language=language, noindex=True), theme)
    if kind == "docx":
        from qstd.writers import docx

        return docx.write(document, theme)
    from qstd.writers import pdf_engine

    return pdf_engine.write(document, theme)
