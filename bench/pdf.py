"""What a PDF costs: ours and Typst's against WeasyPrint on the same HTML with nothing round it. Processor's time, warm.

Each contender prints the same standards in turn, each standard once, since Typst remembers what it has laid out; the
medians are compared. Exit code 1 when a bar is not kept.
"""

from __future__ import annotations

import resource
import statistics
import sys
from collections.abc import Callable
from functools import partial

from bench.common.table import Bars
from bench.common.timing import work
from bench.pdf_conformance import documents
from qstd import workspace
from qstd.model.document import Document
from qstd.model.theme import Theme
from qstd.writers import docx, pdf, typst

STANDARDS = 24
MANY = 300
OURS, OTHER = 1.05, 0.12


def raw(document: Document, theme: Theme) -> Callable[[], object]:
    """Return WeasyPrint's own way to a PDF/A-3a from the HTML that ours prints from, with fonts and style sheets read before,
    as ours are.
    """
    html, press = pdf.html_of(document, theme), pdf.press_of(theme)
    laid_out = partial(press.weasyprint.HTML, string=html, url_fetcher=press.fetcher, media_type="print")
    options = {"stylesheets": press.styles, "font_config": press.fonts, "presentational_hints": True}
    return lambda: laid_out().write_pdf(pdf_variant="pdf/a-3a", **options)


def main() -> int:
    """Measure, print and judge."""
    theme, made, bars = workspace.theme(None), documents(STANDARDS, 1), Bars()
    contenders: dict[str, list[Callable[[], object]]] = {
        "raw WeasyPrint": [raw(each, theme) for each in made],
        "qstd, WeasyPrint": [partial(pdf.write, each, theme) for each in made],
        "qstd, Typst": [partial(typst.write, each, theme) for each in made],
        "qstd, Word": [partial(docx.write, each, theme) for each in made],
    }
    for jobs in contenders.values():
        jobs[0]()
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for at in range(1, STANDARDS):
        for name, jobs in contenders.items():
            times[name].append(work(jobs[at]))
    each = {name: statistics.median(taken) for name, taken in times.items()}
    limits = {"qstd, WeasyPrint": OURS, "qstd, Typst": OTHER}
    for name, seconds in each.items():
        ratio = seconds / each["raw WeasyPrint"]
        verdict = bars.judge(name, ratio, limits[name]) if name in limits else ""
        print(f"{name:<24}{1000 * seconds:>9.1f} ms{ratio:>8.3f}  {verdict}".rstrip())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for document in documents(MANY, 2):
        typst.write(document, theme)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / (
        1024 if sys.platform != "darwin" else 2**20
    )
    print(f"{MANY} more by Typst: {grown:.0f} MiB more memory")
    return bars.exit_code()


if __name__ == "__main__":
    raise SystemExit(main())
