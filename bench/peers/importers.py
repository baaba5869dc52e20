"""The tools that turn files of people into text: python-docx, mammoth, pandoc, markitdown, pypdf, pdfminer, pdfplumber.

Each gets the path of a file and gives its text; what can tell the rows of tables gives those too. docling is not among
them: its models are downloaded when it first runs.
"""

import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from bench.peers import environment

Rows = Sequence[str]


class Importer(NamedTuple):
    """One tool: its name, the endings of the files that it reads, how it gives their text, and the rows of its tables."""

    name: str
    formats: frozenset[str]
    text: Callable[[Path], str]
    rows: Callable[[Path], Rows] | None = None


def importers() -> tuple[list[Importer], list[str]]:
    """Return the tools that are here, and the names of those that are not."""
    environment.set_up("importers")
    makers = {
        "docx": python_docx,
        "mammoth": mammoth,
        "pypandoc": pandoc,
        "markitdown": markitdown,
        "pypdf": pypdf,
        "pdfminer": pdfminer,
        "pdfplumber": pdfplumber,
    }
    found = [make() for module, make in makers.items() if find_spec(module)]
    return found, [name for name in makers if not find_spec(name)]


def python_docx() -> Importer:
    """The paragraphs of a Word file, those in tables too."""
    import docx

    def text(file: Path) -> str:
        document = docx.Document(str(file))
        cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
        return "\n".join([*(each.text for each in document.paragraphs), *cells])

    return Importer("python-docx", frozenset({"docx"}), text)


def mammoth() -> Importer:
    """Word files to text."""
    module = import_module("mammoth")

    def text(file: Path) -> str:
        with file.open("rb") as data:
            return str(module.extract_raw_text(data).value)

    return Importer("mammoth", frozenset({"docx"}), text)


def pandoc() -> Importer:
    """Almost everything to almost everything, as a process."""
    path = shutil.which("pandoc") or import_module("pypandoc").get_pandoc_path()

    def text(file: Path) -> str:
        command = [path, "--to", "plain", "--wrap=none", "--columns=9999", str(file)]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout

    return Importer("pandoc (a process)", frozenset({"docx", "odt", "html", "md"}), text)


def markitdown() -> Importer:
    """Files to Markdown."""
    converter: Any = import_module("markitdown").MarkItDown(enable_plugins=False)

    def text(file: Path) -> str:
        return str(converter.convert(str(file)).text_content)

    def rows(file: Path) -> Rows:
        return [line for line in text(file).splitlines() if line.startswith("|")]

    return Importer("markitdown", frozenset({"docx", "html", "pdf"}), text, rows)


def pypdf() -> Importer:
    """The text of PDF pages."""
    module = import_module("pypdf")

    def text(file: Path) -> str:
        return "\n".join(page.extract_text() for page in module.PdfReader(str(file)).pages)

    return Importer("pypdf", frozenset({"pdf"}), text)


def pdfminer() -> Importer:
    """The text of PDF pages, laid out."""
    module = import_module("pdfminer.high_level")
    return Importer("pdfminer", frozenset({"pdf"}), lambda file: str(module.extract_text(str(file))))


def pdfplumber() -> Importer:
    """The text of PDF pages and the rows of their tables."""
    module = import_module("pdfplumber")

    def text(file: Path) -> str:
        with module.open(str(file)) as pdf:
            return "\n".join(page.extract_text() for page in pdf.pages)

    def rows(file: Path) -> Rows:
        with module.open(str(file)) as pdf:
            return list(_rows(pdf))

    return Importer("pdfplumber", frozenset({"pdf"}), text, rows)


def _rows(pdf: Any) -> Iterator[str]:
    for page in pdf.pages:
        for table in page.extract_tables():
            yield from ("\n".join(cell or "" for cell in row) for row in table)
