"""How each kind of file is made, in any process, from values."""

from collections.abc import Sequence

from qstd.model.document import Document
from qstd.model.finding import Finding, Place, message
from qstd.present.versions import as_it_was
from qstd.site.look import Look, common, theme
from qstd.writers.html import Page
from qstd.writers.pdf_engine import ENGINES, Engine, chosen

_NAMED = 20  # characters that a finding names


def page_file(laid_out: Document, frame: Page, look: Look) -> bytes:
    """Return a document as a web page."""
    from qstd.writers import html

    return html.write(as_it_was(laid_out, frame.as_of, frame.language), frame, theme(look))


def docx_file(laid_out: Document, look: Look) -> bytes:
    """Return a document as a Word file."""
    from qstd.writers import docx

    return docx.write(laid_out, theme(look))


def ready_to_print(engine: Engine) -> None:
    """Load what a first PDF would have to wait for, where it is WeasyPrint's: that is most of what a single one takes."""
    if chosen(engine) == "weasyprint":
        from qstd.writers import pdf

        pdf.press_of(common("pdf"))


def engine_of(word: str) -> Engine:
    """Return the engine that a word names."""
    return next((each for each in ENGINES if each == word), "auto")


def unshown(signs: Sequence[str], file: str) -> tuple[Finding, ...]:
    """Say which characters of a document its PDF shows as ◊."""
    if not signs:
        return ()
    what = message(
        "PDF'en kan ikke vise {signs}: tegnene er ikke i skrifttypen.",
        signs=" ".join((*signs[:_NAMED], *("…" for _ in signs[_NAMED : _NAMED + 1]))),
    )
    return (Finding("P001", "warning", what, Place(file), message("Dér står ◊ i stedet. Skriv det på en anden måde.")),)
