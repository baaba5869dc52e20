"""What commands put out that show something: which kind of file, how each is made, and where it goes."""

import shutil
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qstd import workspace
from qstd.cli import place
from qstd.language import fill
from qstd.model.theme import Theme

if TYPE_CHECKING:
    from qstd.model.comparison import Comparison
    from qstd.model.document import Document
    from qstd.model.revision import Revision

FORMATS = ("terminal", "html", "pdf", "docx", "xlsx", "csv", "json")
TABLES = ("xlsx", "csv")
DOCUMENTS = ("terminal", "html", "pdf", "docx")
_DATA = ("json", *TABLES)
_BINARY = ("pdf", "docx", "xlsx")
_SUFFIXES = {f".{each}": each for each in FORMATS} | {".htm": "html", ".txt": "terminal"}
N_ = str  # marks a Danish text that is translated where it is shown


@dataclass(frozen=True, slots=True)
class Output:
    """What was asked for: a kind of file, where it goes (None for standard output), and the language of its words."""

    format: str
    path: Path | None
    language: str

    def put(self, data: bytes) -> None:
        """Print or write the result."""
        if self.path is None:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
            return
        workspace.write(self.path, data)
        print(fill("Skrevet: {path}", {"path": self.path}, self.language), file=sys.stderr)

    def comparison(self, comparison: "Comparison", only_different: bool, theme: Theme) -> bytes:
        """Return standards beside each other as a file; perhaps only the rows in which they differ."""
        from qstd.compare import select

        shown = select.only_different(comparison) if only_different else comparison
        if self.format in _DATA:
            return self._data(shown)
        from qstd.present.comparison import comparison_document
        from qstd.present.differences import differences_document

        paper = self.format in ("pdf", "docx")
        if only_different:
            return self.document(differences_document(comparison, shown, self.language, paper), theme)
        return self.document(comparison_document(comparison, self.language, paper=paper), theme)

    def _data(self, comparison: "Comparison") -> bytes:
        from qstd.site import data

        if self.format == "json":
            return data.comparison_data(comparison, self.language)
        if self.format == "xlsx":
            return data.comparison_sheet(comparison, self.language)
        return data.comparison_table(comparison, self.language)

    def revision(self, revision: "Revision", note: bool, theme: Theme, base: "Callable[[Document], Document]") -> bytes:
        """Return two versions of a standard as a file; as a `note`, only what changed. Word shows tracked changes, and with
        a `base` that file can come back edited.
        """
        if self.format == "json":
            from qstd.site.data import revision_data

            return revision_data(revision, self.language)
        from qstd.present import revision as present

        if note:
            return self.document(present.change_note(revision, self.language), theme)
        if self.format == "docx":
            return self.document(base(present.tracked_document(revision, self.language)), theme, tracked=True)
        return self.document(present.revision_document(revision, self.language), theme)

    def document(self, document: "Document", theme: Theme, tracked: bool = False) -> bytes:
        """Return a document as a file of the kind that was asked for."""
        if self.format == "html":
            from qstd.writers import html

            return html.write(document, html.Page(standalone=True, language=self.language), theme)
        if self.format == "docx":
            from qstd.writers import docx

            return docx.write(document, theme, tracked=tracked)
        if self.format == "pdf":
            return self._pdf(document, theme)
        from qstd.writers import terminal

        on_screen = self.path is None and sys.stdout.isatty()
        width = shutil.get_terminal_size().columns if on_screen else 100
        return terminal.write(document, width, on_screen).encode()

    def _pdf(self, document: "Document", theme: Theme) -> bytes:
        from qstd.site.files import unshown
        from qstd.writers import pdf

        with place.busy(N_("Laver PDF"), self.language):
            written = pdf.printed(document, theme)
        place.tell(unshown(written.unshown, str(self.path or "PDF")), self.language)
        return written.data


def chosen(arguments: Namespace, formats: Sequence[str] = FORMATS) -> Output | None:
    """Return what was asked for; None, and the reason said, where it cannot be had. `formats` are those there are."""
    language, path = arguments.lang, arguments.output
    kind = arguments.format or (_SUFFIXES.get(path.suffix.lower()) if path else "terminal")
    if kind is None or kind not in formats:
        what = fill("Filens endelse siger ikke, hvad den skal være: {path}.", {"path": path}, language)
        place.complain(what, fill("Vælg med --format: {words}.", {"words": ", ".join(formats)}, language), language)
        return None
    if kind in _BINARY and path is None and sys.stdout.isatty():
        what = fill("En {kind}-fil kan ikke vises på skærmen.", {"kind": kind}, language)
        place.complain(what, fill("Skriv den til en fil: -o FIL.{kind}", {"kind": kind}, language), language)
        return None
    return Output(kind, path, language)
