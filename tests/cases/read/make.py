"""Make the sources of the cases from their expectations: `python -m tests.cases.read.make [FOLDER] [NAME ...]`.

The made files are kept in the repository, since LibreOffice and the fonts of a machine make them differ. LibreOffice must
be there for the PDF files that say so. A case without `layout` has a source of its own, which is left alone.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.cases.read import open_document, page, plain_text, word
from tests.cases.read.case import HERE, Case, cases


def source(case: Case) -> bytes:
    """Make the source of a case."""
    match case.layout["format"]:
        case "docx":
            return word.make(case)
        case "odt":
            return open_document.make(case)
        case "html":
            return page.make(case)
        case "pdf" if case.layout["engine"] == "weasyprint":
            return page.paper(case)
        case "pdf":
            return by_libreoffice(word.make(case))
    return plain_text.make(case)


def by_libreoffice(data: bytes) -> bytes:
    """Print a Word file to PDF."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "source.docx")
        file.write_bytes(data)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(file)]
        subprocess.run(command, check=True, capture_output=True)
        return file.with_suffix(".pdf").read_bytes()


def main(arguments: list[str]) -> None:
    """Make all sources of a folder, this one if none is named, or those named."""
    folder = Path(arguments.pop(0)) if arguments and Path(arguments[0]).is_dir() else HERE
    for case in cases(folder):
        if case.layout and (not arguments or case.name in arguments):
            case.folder.joinpath(f"source.{case.layout['format']}").write_bytes(source(case))


if __name__ == "__main__":
    main(sys.argv[1:])
