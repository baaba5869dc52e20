"""What the site is made of: standards that are ready for it, files that are made when asked for, and how each is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qstd.model.document import Document
from qstd.model.municipality import Municipality
from qstd.model.standard import Standard
from qstd.model.theme import Theme
from qstd.present.report import Looked
from qstd.writers.html import Page

Make = Callable[[], bytes]
LaidOut = Callable[[], Document]
Look = Callable[[], Sequence[Looked]]
"""What there is to say of a municipality's files, found out when its report is made."""

REPORT = "eftersyn.html"


@dataclass(frozen=True, slots=True)
class Published:
    """A standard that is ready for the site. `ref` is `municipality/slug`; `logo` the bytes of its municipality's logo."""

    ref: str
    standard: Standard
    municipality: Municipality
    logo: bytes = b""

    @property
    def slug(self) -> str:
        """The last part of the address."""
        return self.ref.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Artefact:
    """A file of the site: its path below the site's root, how it is made, and the standard it is of (empty for pages
    about several).
    """

    path: str
    make: Make
    ref: str = ""


def page_file(laid_out: LaidOut, page: Page, theme: Theme) -> bytes:
    """Return a document as a web page."""
    from qstd.writers import html

    return html.write(laid_out(), page, theme)


def pdf_file(laid_out: LaidOut, theme: Theme) -> bytes:
    """Return a document as a PDF."""
    from qstd.writers import pdf

    return pdf.write(laid_out(), theme)


def docx_file(laid_out: LaidOut, theme: Theme) -> bytes:
    """Return a document as a Word file."""
    from qstd.writers import docx

    return docx.write(laid_out(), theme)
