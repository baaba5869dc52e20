"""Which press prints a PDF: WeasyPrint, or Typst, which needs no library of the system and is ten times as fast."""

from dataclasses import dataclass
from typing import Literal

from qstd.model.attachment import Attachment
from qstd.model.document import Document
from qstd.model.finding import Message, message
from qstd.model.theme import Theme
from qstd.writers.pdf_characters import Printed

Name = Literal["weasyprint", "typst"]
Engine = Literal["weasyprint", "typst", "auto"]
ENGINES: tuple[Engine, ...] = ("auto", "weasyprint", "typst")


@dataclass(frozen=True, slots=True)
class Press:
    """A press, whether it runs on this machine, and what there is to say of that."""

    name: Name
    runs: bool
    about: Message


def write(document: Document, theme: Theme, source: Attachment | None = None, engine: Engine = "auto") -> bytes:
    """Write a document as PDF (PDF/UA-1 and PDF/A-3a), with the file it was made from inside it. Raises ThemeError where a
    template is faulty, and OSError where WeasyPrint is asked for and does not run.
    """
    return printed(document, theme, source, engine).data


def printed(document: Document, theme: Theme, source: Attachment | None = None, engine: Engine = "auto") -> Printed:
    """Do what `write` does, and tell which characters the PDF shows as ◊."""
    from qstd.writers import pdf, typst

    if chosen(engine, document.kind) == "typst":
        return typst.printed(document, theme, source)
    return pdf.printed(document, theme, source)


def chosen(engine: Engine, kind: str = "standard") -> Name:
    """Return the press for a kind of document. `auto` is WeasyPrint where it runs. A comparison is WeasyPrint's wherever it
    runs: Typst cannot say of a cell that it heads its row.
    """
    from qstd.writers import pdf

    if engine == "weasyprint" or (engine == "typst" and kind != "comparison"):
        return engine
    return "typst" if pdf.missing_library() else "weasyprint"


def available() -> tuple[Press, ...]:
    """Tell which presses run here, and why one does not."""
    from qstd.writers import pdf, typst

    missing, absent = pdf.missing_library(), typst.missing_library()
    return (
        Press("weasyprint", not missing, _about_weasyprint(missing)),
        Press("typst", not absent, _about_typst(absent)),
    )


def _about_weasyprint(missing: str) -> Message:
    if not missing:
        return message("WeasyPrint kan bruges.")
    return message(
        "WeasyPrint kan ikke bruges: systemets biblioteker til tekst (Pango) kan ikke indlæses ({error}). PDF'erne laves med"
        " Typst i stedet.",
        error=missing,
    )


def _about_typst(absent: str) -> Message:
    return message("Typst er ikke installeret ({error}).", error=absent) if absent else message("Typst kan bruges.")
