"""`qstd build`: publish all standards."""

import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from qstd.cli import place
from qstd.language import fill
from qstd.verbs.build import Built, Tick, plan, write
from qstd.verbs.corpus import Corpus, read_all


def options(parser: ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("--out", type=Path, metavar="MAPPE", help="hvor siderne skrives; ellers build/site")
    place.language_option(parser)


def run(arguments: Namespace) -> int:
    """Check everything, publish what is not broken, and say what was done."""
    home = place.home()
    if home is None:
        return place.no_workspace(arguments.lang)
    start = time.monotonic()
    corpus = read_all(home)
    planned = plan(corpus, home, arguments.lang)
    if findings := (*corpus.findings, *planned.findings):
        print(place.as_text(findings, arguments.lang), file=sys.stderr)
    out = arguments.out or home.root / "build" / "site"
    with _progress(len(planned.files), arguments.lang) as tick:
        built = write(planned.files, corpus, out, tick)
    _summary(built, corpus, out, time.monotonic() - start, arguments.lang)
    return int(any(each.severity == "error" for each in corpus.findings))


@contextmanager
def _progress(total: int, language: str) -> Iterator[Tick]:
    """A bar on a terminal; elsewhere a line for each page."""
    if not sys.stderr.isatty():
        yield lambda path: None if path.startswith("assets/") else print(path, file=sys.stderr)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (
        TextColumn(fill("Udgiver", {}, language)),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda path: bar.update(task, advance=1, description=path)


def _summary(built: Built, corpus: Corpus, out: Path, seconds: float, language: str) -> None:
    print(_standards(corpus, language))
    values = {
        "written": len(built.written),
        "same": len(built.same),
        "removed": len(built.removed),
        "seconds": f"{seconds:.1f}".replace(".", "," if language == "da" else "."),
    }
    print(fill("Filer: {written} skrevet, {same} uændrede, {removed} fjernet ({seconds} s).", values, language))
    for each in _kinds(built):
        print(f"  {each}")
    print(fill("Begynd her: {path}", {"path": out / "index.html"}, language))


def _standards(corpus: Corpus, language: str) -> str:
    broken = [each.entry.ref for each in corpus.standards if each.standard is None]
    done = len(corpus.standards) - len(broken)
    if not broken:
        return fill("Standarder udgivet: {done}.", {"done": done}, language)
    values = {"done": done, "broken": len(broken), "names": ", ".join(broken)}
    return fill("Standarder udgivet: {done}. Ikke udgivet på grund af fejl: {broken} ({names}).", values, language)


def _kinds(built: Built) -> Sequence[str]:
    every = (*built.written, *built.same)
    counts = {kind: sum(each.endswith(f".{kind}") for each in every) for kind in ("html", "pdf", "docx", "json")}
    return [f"{kind.upper()}: {count}" for kind, count in counts.items() if count]
