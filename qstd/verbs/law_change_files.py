"""The files about a change in the law: the page, the paper, the data, and a text to send to each municipality."""

from collections.abc import Iterator

from qstd.model.document import Document
from qstd.model.law_change import LawChange
from qstd.model.theme import Theme
from qstd.present.law_change_page import law_change_document, letters

NAME = "lovaendring"
_FORMATS = ("html", "docx", "csv", "json")


def files(change: LawChange, theme: Theme, language: str = "da") -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of each file: the same in four forms, and the texts to send."""
    for form in _FORMATS:
        yield f"{NAME}.{form}", made(change, form, theme, language)
    for each in letters(change, language):
        # With a mark and the line ends of Windows, so that Notepad shows the letters æ, ø and å.
        text = f"{each.subject}\n\n{each.text}".replace("\n", "\r\n")
        yield f"breve/{each.slug}.txt", text.encode("utf-8-sig")


def made(change: LawChange, form: str, theme: Theme, language: str = "da") -> bytes:
    """Return what a change touches as a file: html, docx, csv or json."""
    if form == "json":
        from qstd.exports.law_change_data import law_change_json

        return law_change_json(change)
    if form == "csv":
        from qstd.exports.law_change_data import law_change_csv

        return law_change_csv(change, language)
    return _written(law_change_document(change, language, with_letters=True), form, theme, language)


def _written(document: Document, form: str, theme: Theme, language: str) -> bytes:
    if form == "docx":
        from qstd.writers import docx

        return docx.write(document, theme)
    from qstd.writers import html

    return html.write(document, html.Page(standalone=True, language=language, noindex=True), theme)
