"""What is lost when documents are imported, how many rows of tables are torn, and how long it takes, against other tools.

The sources are those of the import's own tests, each with what a careful person says must come out; a word counts as
torn where a tool left it in two parts at the end of a line, as lost where it is nowhere. Every contender reads the same
files from disk, in turn, with everything loaded before. Exit code 1 when a bar is not kept.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import unicodedata
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from bench.common.child import PYTHON, ROOT
from bench.common.table import Bars, ratios
from bench.common.timing import Times, in_turn
from bench.peers.importers import Importer, importers
from qstd import prose
from qstd.model.standard import StandardFile
from qstd.readers import source
from qstd.recognise import recognise
from qstd.recognise.hints import Hints
from tests.cases.read.case import Case, WantedSection, cases

FORMATS = ("docx", "odt", "html", "pdf", "md", "txt")
RUNS = 9
FILES = 500
TABLES = ("table", "table3")


class Loss(NamedTuple):
    """Words of a source that a tool did not give, and those that it gave in two parts."""

    lost: int
    torn: int


# ---- qstd as one of the tools


def standards(file: Path) -> list[StandardFile]:
    """Import a file."""
    outline = source.read(file.read_bytes(), file.name).outline
    return [each.standard for each in recognise(outline, Hints()).drafts] if outline else []


def _text(file: Path) -> str:
    return "\n".join(
        part
        for each in standards(file)
        for part in (each.title, (each.approval and each.approval.text) or "", *_sections(each))
    )


def _sections(standard: StandardFile) -> list[str]:
    return [f"{each.number or ''} {each.heading}\n{prose.text(each.body)}" for each in standard.sections]


def _rows(file: Path) -> Sequence[str]:
    return [row for each in standards(file) for row in _sections(each)]


def qstd() -> Importer:
    """The whole import."""
    return Importer("qstd", frozenset(FORMATS), _text, _rows)


# ---- losses


def words(text: str) -> Counter[str]:
    """Count the words of a text."""
    return Counter(re.findall(r"[^\W_]+|§", unicodedata.normalize("NFC", text).replace("\u00ad", "")))


def asked(case: Case) -> str:
    """All that must come out of a source."""
    parts = [part for each in case.standards for part in (each.title, *(_asked(one) for one in each.sections))]
    return "\n".join(parts)


def _asked(section: WantedSection) -> str:
    return f"{section.heading}\n{prose.text(section.text)}"


def loss(want: str, got: str) -> Loss:
    """Compare by counting; a word is torn where it is there once line ends are mended by the simplest rule."""
    missing = words(want) - words(got)
    mended = words(re.sub(r"[-\u2010]\s*\n\s*", "", got)) - words(got)
    torn = missing & mended
    return Loss((missing - torn).total(), torn.total())


def losses(contenders: Sequence[Importer], corpus: Sequence[Case], bars: Bars) -> None:
    """Print the losses of every tool by format; qstd must lose nothing that another tool keeps."""
    print(f"\n{'words lost + torn, by format (files)':<40}" + "".join(f"{each:>12}" for each in FORMATS))
    found: dict[str, dict[str, Loss]] = {}
    for tool in contenders:
        mine = [each for each in corpus if each.source.suffix[1:] in tool.formats]
        found[tool.name] = {each.name: loss(asked(each), quiet(tool.text, each.source)) for each in mine}
        cells = (_cell(found[tool.name], [each for each in mine if each.source.suffix == f".{one}"]) for one in FORMATS)
        print(f"{tool.name:<40}" + "".join(f"{each:>12}" for each in cells))
    ours = found.pop("qstd")
    behind = [
        f"{file}: {name}"
        for name, those in found.items()
        for file, each in those.items()
        if sum(each) < sum(ours[file])
    ]
    print(
        f"files in which another tool loses less: {len(behind)}  {bars.judge('files in which qstd is behind', len(behind), 0)}"
    )
    print("".join(f"  {each}\n" for each in behind), end="")


def _cell(found: dict[str, Loss], mine: Sequence[Case]) -> str:
    if not mine:
        return ""
    return (
        f"{sum(found[each.name].lost for each in mine)} + {sum(found[each.name].torn for each in mine)} ({len(mine)})"
    )


def quiet(read: Callable[[Path], str], file: Path) -> str:
    """Read a file; a tool that breaks down has given nothing."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return read(file)
        except Exception as problem:  # whatever another tool does, the measurement goes on
            print(f"broke down on {file.parent.name}: {problem!r}", file=sys.stderr)
            return ""


# ---- rows of tables


def rows_torn(contenders: Sequence[Importer], corpus: Sequence[Case], bars: Bars) -> None:
    """Print how many rows of the tables in PDF files are in no single row of a tool's tables."""
    files = [each for each in corpus if each.source.suffix == ".pdf" and each.layout.get("shape") in TABLES]
    wanted = sum(len(standard.sections) for each in files for standard in each.standards)
    print(f"\nrows of tables torn, {wanted} rows in {len(files)} PDF files")
    for tool in contenders:
        if tool.rows and "pdf" in tool.formats:
            made = [tool.rows(each.source) for each in files]
            torn = sum(map(_torn, files, made))
            verdict = bars.judge("rows torn", torn, 0) if tool.name == "qstd" else "" if any(made) else "gives no rows"
            print(f"{tool.name:<40}{torn:>8}  {verdict}".rstrip())


def _torn(case: Case, rows: Iterable[str]) -> int:
    """A row is whole where one row holds all of its words and hardly any others; hyphens are not the point here."""
    made = [words(re.sub(r"[-\u2010]\s*\n\s*", "", row)) for row in rows]
    wanted = [words(_asked(section)) for standard in case.standards for section in standard.sections]
    return sum(not any(_is_row(want, row) for row in made) for want in wanted)


def _is_row(want: Counter[str], row: Counter[str]) -> bool:
    return (want - row).total() <= 0.1 * want.total() and row.total() <= 1.2 * want.total() + 2


# ---- time and memory


def _by_extracting_tables(file: Path) -> object:
    with import_module("pdfplumber").open(str(file)) as pdf:
        return [page.extract_tables() for page in pdf.pages]


class Trial(NamedTuple):
    """Files whose reading is timed, the tool that is the measure, and the bar, None where there is none."""

    title: str
    files: Sequence[Path]
    base: str
    bar: float | None


def times(trial: Trial, contenders: Sequence[Importer], bars: Bars) -> None:
    """Print the time per document of one format, as multiples of a tool that people know."""
    ending = trial.files[0].suffix[1:]
    jobs: dict[str, Callable[[Path], object]] = {
        "qstd, reading": lambda file: source.read(file.read_bytes(), file.name),
        "qstd, the whole import": standards,
    }
    jobs |= {
        each.name: partial(quiet, each.text) for each in contenders if ending in each.formats and each.name != "qstd"
    }
    if ending == "pdf" and find_spec("pdfplumber"):
        jobs["pdfplumber.extract_tables"] = _by_extracting_tables
    if trial.base not in jobs:
        print(f"\n{trial.base} is not installed: no times for {trial.title}")
        return
    taken = in_turn({name: [partial(_all, job, trial.files)] * RUNS for name, job in jobs.items()})
    taken = {name: Times(tuple(run / len(trial.files) for run in each.runs)) for name, each in taken.items()}
    ratio = taken["qstd, reading"].median / taken[trial.base].median
    verdict = bars.judge(f"reading {trial.title}, x {trial.base}", ratio, trial.bar) if trial.bar else ""
    ratios(f"{trial.title} ({len(trial.files)}), floor {trial.base}", taken, trial.base, {"qstd, reading": verdict})


def trials(corpus: Sequence[Case], folder: Path) -> Iterator[Trial]:
    """The sources, and Word files as big as Word makes them: those of the corpus hold no styles that they do not need."""
    yield Trial("word files with few styles", _ending(corpus, "docx"), "python-docx", None)
    yield Trial("word files with all styles, tables", saved(corpus, folder, _as_table), "python-docx", 0.4)
    yield Trial("word files with all styles, headings", saved(corpus, folder, _as_headings), "python-docx", 0.4)
    yield Trial("pdf files", _ending(corpus, "pdf"), "pdfplumber.extract_tables", 0.6)


def _ending(corpus: Sequence[Case], ending: str) -> Sequence[Path]:
    return [each.source for each in corpus if each.source.suffix == f".{ending}"]


def saved(corpus: Sequence[Case], folder: Path, lay_out: Callable[[Any, WantedSection], None]) -> Sequence[Path]:
    """Write the texts of the corpus as Word files with the styles of a new Word document."""
    import docx

    files = []
    for case in corpus[:: len(corpus) // 12]:
        document = docx.Document()
        document.add_heading(case.standards[0].title, 0)
        for section in case.standards[0].sections:
            lay_out(document, section)
        files.append(folder / f"{lay_out.__name__}-{case.name}.docx")
        document.save(str(files[-1]))
    return files


def _as_table(document: Any, section: WantedSection) -> None:
    table = document.tables[0] if document.tables else document.add_table(0, 2, "Table Grid")
    row = table.add_row().cells
    row[0].text = section.heading
    for number, text in enumerate(_paragraphs(section)):
        (row[1].paragraphs[0] if number == 0 else row[1].add_paragraph()).text = text


def _as_headings(document: Any, section: WantedSection) -> None:
    document.add_heading(section.heading, 1)
    for text in _paragraphs(section):
        document.add_paragraph(text)


def _paragraphs(section: WantedSection) -> Sequence[str]:
    return list(prose.block_texts(prose.blocks(section.text))) or [""]


def _all(job: Callable[[Path], object], files: Iterable[Path]) -> None:
    for file in files:
        job(file)


def memory(bars: Bars) -> None:
    """Import so many files in one process: what it has after the last may not be much more than after a fifth."""
    run = subprocess.run(
        [PYTHON, str(ROOT / "bench" / "importing.py"), "--memory"], capture_output=True, text=True, cwd=ROOT
    )
    if run.returncode:
        print(bars.broke_down("memory", run.stderr.strip().splitlines()[-1]))
        return
    early, late = map(float, run.stdout.split())
    verdict = bars.judge("memory after all files, x after a fifth", late / early, 1.05)
    print(f"\nmemory after {FILES // 5} files {early:.0f} MiB, after {FILES} files {late:.0f} MiB  {verdict}")


def _import_many() -> None:
    import resource

    files = [each.source for each in cases()]
    for number in range(1, FILES + 1):
        standards(files[number % len(files)])
        if number in (FILES // 5, FILES):
            print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main() -> int:
    """Print the tables and say whether every bar is kept."""
    if "--memory" in sys.argv:
        _import_many()
        return 0
    bars = Bars()
    corpus = list(cases())
    tools, missing = importers()
    contenders = [qstd(), *tools]
    losses(contenders, corpus, bars)
    rows_torn(contenders, corpus, bars)
    with tempfile.TemporaryDirectory() as folder:
        for trial in trials(corpus, Path(folder)):
            times(trial, contenders, bars)
    memory(bars)
    if missing:
        print(f"\nnot installed, so not measured: {', '.join(missing)} (./dev bench importing installs them)")
    print("not measured: docling, whose models are downloaded when it first runs")
    return bars.exit_code()


if __name__ == "__main__":
    sys.exit(main())
