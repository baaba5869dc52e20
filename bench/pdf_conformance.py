"""Whether every PDF of a corpus is PDF/UA-1 and PDF/A-3a: standards of many municipalities and a booklet, from both presses.

veraPDF and page-validation judge. Exit code 1 when either finds anything.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from itertools import count as count_up
from itertools import islice
from pathlib import Path

from bench.corpus import corpus
from qstd import catalogue, workspace
from qstd.model.attachment import Attachment
from qstd.model.document import Document
from qstd.model.municipality import Municipality
from qstd.model.theme import Theme
from qstd.present.booklet import booklet_document
from qstd.present.standard import standard_document
from qstd.writers import pdf, typst
from tests.checkers import pdf_ua_problems, vera_problems

Write = Callable[[Document, Theme, Attachment | None], bytes]
PRESSES: dict[str, Write] = {"weasyprint": pdf.write, "typst": typst.write}
IN_BOOKLET = 10
ALL = 98  # a corpus has one standard for each municipality


def documents(count: int, seed: int) -> list[Document]:
    """Return the standards of a generated corpus, laid out."""
    found = []
    standards = (standard for at in count_up(seed) for standard in corpus(ALL, at))
    for standard in islice(standards, count):
        known = catalogue.municipalities()[standard.municipality]
        about = Municipality(name=known.display, code=known.code)
        found.append(standard_document(standard, about, f"{known.slug}/stoette-og-kontaktperson"))
    return found


def main() -> int:
    """Print them all, have them judged, and say what was found."""
    parser = argparse.ArgumentParser(prog="python -m bench.pdf_conformance", description=__doc__)
    parser.add_argument("--count", type=int, default=100, help="how many standards (100)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    made = documents(options.count, options.seed)
    booklet = booklet_document(made[:IN_BOOKLET], Municipality(name="Prøve Kommune", code="0350"))
    theme = workspace.theme(None)
    bad = 0
    for name, write in PRESSES.items():
        with tempfile.TemporaryDirectory() as folder:
            start = time.process_time()
            files = [Path(folder) / f"{number}.pdf" for number in range(len(made) + 1)]
            for file, document in zip(files, [*made, booklet], strict=True):
                file.write_bytes(write(document, theme, Attachment("standard.yaml", document.title.encode(), "Kilde")))
            taken = time.process_time() - start
            problems = vera_problems(files) + [problem for file in files for problem in pdf_ua_problems(file)]
        print(f"{name:<12}{len(files):>5} files{taken:>8.1f} s{len(problems):>6} problems")
        print("\n".join(problems[:20]), end="\n" * bool(problems))
        bad += len(problems)
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
