"""`python -m bench.peers.raw_weasyprint FOLDER`: WeasyPrint's own way from HTML to PDF/A-3a, for every page in a folder.

One warm process; fonts and style sheets are read once, as ours are. The pages are those that ours are laid out from.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from bench.corpus.national import Named
from qstd import catalogue, workspace
from qstd.model.municipality import Municipality
from qstd.present.standard import standard_document
from qstd.writers import pdf


def pages(standards: Iterable[Named], folder: Path) -> None:
    """Write the pages."""
    theme = workspace.theme(None)
    folder.mkdir(parents=True, exist_ok=True)
    for number, (slug, standard) in enumerate(standards):
        known = catalogue.municipalities()[standard.municipality]
        about = Municipality(name=known.display, code=known.code)
        document = standard_document(standard, about, f"{known.slug}/{slug}")
        (folder / f"{number:04}.html").write_text(pdf.html_of(document, theme), "utf-8")


def print_all(folder: Path) -> None:
    """Print every page of a folder, each into a file beside it."""
    press = pdf.press_of(workspace.theme(None))
    options = {"stylesheets": press.styles, "font_config": press.fonts, "presentational_hints": True}
    for page in sorted(folder.glob("*.html")):
        html = press.weasyprint.HTML(string=page.read_text("utf-8"), url_fetcher=press.fetcher, media_type="print")
        page.with_suffix(".pdf").write_bytes(html.write_pdf(pdf_variant="pdf/a-3a", **options))


if __name__ == "__main__":
    print_all(Path(sys.argv[1]))
