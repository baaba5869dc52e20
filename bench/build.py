"""How long `qstd build` takes over a corpus as large as a country, beside tools that make sites of Markdown, and PDFs and
Word files beside WeasyPrint and npm's docx with nothing round them.

Every contender is a whole process over the same texts, in turn with the others: from nothing, once more with nothing
changed, once more with one standard changed, and ours once more with a template changed. Those that take longer than a
minute have one turn, the others several, and the medians count. Times are from start to end; beside them stands how long
processors were busy. Memory is that of the largest process. One changed standard is made into all its files; what that
takes is held against a process that makes one PDF with WeasyPrint. Exit code 1 when a bar is not kept.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from bench.common.child import PYTHON, QSTD, ROOT, Run, run
from bench.common.table import Bars
from bench.corpus import national
from bench.corpus.national import Named
from bench.peers import npm_docx, raw_weasyprint
from bench.peers.sites import Site, clear, sites

COUNTS, DOCUMENTS, ROUNDS = (1000, 4900), 500, 3
SLOW = 60.0  # seconds; who takes longer has one turn
STAGES = ("cold", "no-op", "one changed", "template")
OURS, ALONE = "qstd", "qstd --jobs 1"
COMMAND = [QSTD, "build", "--skip", "comparisons,reports,search,booklets"]
TEMPLATE = Path("templates", "html", "standard.html")
CHANGED = "one standard changed, all its files"
ONE_PDF = "one PDF by raw WeasyPrint"
RAW, RAW_DOCX = "raw WeasyPrint", "npm docx"


class Taken(NamedTuple):
    """What a stage took: seconds from start to end, seconds that processors were busy, peak memory in MiB."""

    seconds: float
    busy: float
    memory: float


Turn = Callable[[int], Mapping[str, Run]]
Result = dict[str, dict[str, Taken]]


def in_turn(contenders: Mapping[str, Turn], bars: Bars, rounds: int = ROUNDS) -> Result:
    """Give each contender its turns, and return the medians of each stage. One that breaks down is left out."""
    runs: dict[str, dict[str, list[Run]]] = {name: {} for name in contenders}
    waiting = dict(contenders)
    for at in range(rounds):
        for name, turn in list(waiting.items()):
            taken = turn(at)
            for stage, done in taken.items():
                runs[name].setdefault(stage, []).append(done)
            if broken := [each for each in taken.values() if each.code]:
                print(f"{name} {bars.broke_down(name, broken[0].complaint)}")
                del runs[name]
            if broken or sum(each.seconds for each in taken.values()) > SLOW:
                del waiting[name]
    return {name: {stage: medians(each) for stage, each in stages.items()} for name, stages in runs.items()}


def medians(runs: Sequence[Run]) -> Taken:
    """Return the values in the middle."""
    return Taken(*(statistics.median(values) for values in zip(*(each[:3] for each in runs), strict=True)))


def bar(what: str, value: float, limit: float, bars: Bars) -> None:
    """Print a value beside its bar."""
    print(f"{what:<64}{value:>8.2f}  {bars.judge(what, value, limit)}")


# ---------- Sites ----------


def build(*options: str) -> list[str]:
    """Return the command that makes only what the standards have pages and files for."""
    return [*COMMAND, *options]


def ours(folder: Path, one: Named) -> Site:
    """Return qstd as one of the tools."""
    command = build("--format", "html")
    made, page = ["build", "templates"], f"build/site/{one.ref}/index.html"
    return Site(OURS, folder, command, command, made, f"standards/{one.ref}.yaml", page)


def turn(site: Site, at: int) -> dict[str, Run]:
    """Run a tool through its stages. Nothing that it says of a page must be what it said before."""
    clear(site)
    taken = {"cold": run(site.cold, site.folder)}
    if not (site.folder / site.page).is_file():
        taken["cold"] = taken["cold"]._replace(code=1, complaint=f"{taken['cold'].complaint} (no {site.page})")
    if taken["cold"].code:
        return taken
    taken["no-op"] = run(site.again, site.folder)
    change(site.folder / site.one, at)
    taken["one changed"] = run(site.again, site.folder)
    if site.name == OURS:
        change_template(site.folder, at)
        taken["template"] = run(site.again, site.folder)
    return taken


def alone(site: Site, at: int) -> dict[str, Run]:
    """Run qstd from nothing in one process."""
    clear(site)
    return {"cold": run([*site.cold, "--jobs", "1"], site.folder)}


def change(file: Path, at: int) -> None:
    """Add a sentence to the first section; it is another one each time, since ours remembers what it has made."""
    text, said = file.read_text("utf-8"), f"Det er ændret for {at + 1}. gang."
    before, after = (
        ("  body: |\n", f"  body: |\n    {said}\n\n") if file.suffix == ".yaml" else ("\n## ", f"\n{said}\n\n## ")
    )
    if before not in text:
        raise ValueError(f"{file} has no section with a text")
    file.write_text(text.replace(before, after, 1), "utf-8")


def change_template(folder: Path, at: int) -> None:
    """Give the workspace a template of its own for the pages of standards."""
    own = (ROOT / TEMPLATE).read_text("utf-8")
    (folder / TEMPLATE).parent.mkdir(parents=True, exist_ok=True)
    (folder / TEMPLATE).write_text(own.replace('<div class="prose">', f'<div class="prose" data-look="{at}">'), "utf-8")


def pages(count: int, folder: Path, bars: Bars) -> Result:
    """Print the table of one size, and what is held against its bars."""
    standards = list(national.national(count))
    national.write(iter(standards), folder / "ours")
    mine = ours(folder / "ours", standards[0])
    peers, missing = sites(folder, standards)
    contenders = {each.name: partial(turn, each) for each in (*peers, mine)} | {ALONE: partial(alone, mine)}
    taken = in_turn(contenders, bars)
    notes = {each.name: each.note for each in peers}
    print(f"\n{f'HTML of {count:,} standards, seconds':<32}{'cold':>8}{'busy':>8}{'MiB':>6}", end="")
    print("".join(f"{each:>13}" for each in STAGES[1:]))
    for name, stages in taken.items():
        first = stages["cold"]
        rest = (f"{stages[each].seconds:>13.2f}" if each in stages else f"{'':>13}" for each in STAGES[1:])
        cells = f"{first.seconds:>8.2f}{first.busy:>8.2f}{first.memory:>6.0f}{''.join(rest)}"
        print(f"{name:<32}{cells}  {notes.get(name, '')}".rstrip())
    if missing:
        print(f"not installed, so not measured: {', '.join(missing)} (./dev bench build installs them)")
    return taken


def judge(count: int, taken: Result, first: bool, bars: Bars) -> None:
    """Hold the times of one size against the bars."""
    if OURS not in taken:
        return
    mine = taken[OURS]
    for name, limit in (("MkDocs", 0.12), ("Hugo", 2.0)):
        if name in taken:
            bar(f"{count:,}, cold, x {name}", mine["cold"].seconds / taken[name]["cold"].seconds, limit, bars)
    if first and "Hugo" in taken:
        bar(f"{count:,}, no-op, x Hugo's", mine["no-op"].seconds / taken["Hugo"]["no-op"].seconds, 0.3, bars)
    bar(f"{count:,}, no-op, seconds", mine["no-op"].seconds, 1.0, bars)


def flat(results: Mapping[int, Result], bars: Bars) -> None:
    """Hold the memory of each size against that of the size before."""
    for small, large in pairwise(sorted(results)):
        for name in (OURS, ALONE):
            if all(name in results[each] for each in (small, large)):
                before, after = (results[each][name]["cold"].memory for each in (small, large))
                bar(f"{name}, memory of {large:,}, x that of {small:,}", after / before, 1.15, bars)


def all_pages(counts: Sequence[int], folder: Path, bars: Bars) -> None:
    """Measure the pages of every size."""
    results = {}
    for count in counts:
        results[count] = pages(count, folder / str(count), bars)
        judge(count, results[count], count == min(counts), bars)
    flat(results, bars)


# ---------- PDF and Word ----------


def fresh(command: Sequence[str], folder: Path, at: int) -> dict[str, Run]:
    """Run qstd with nothing kept."""
    clear(ours(folder, next(national.national(1))))
    return {"cold": run(command, folder)}


def plainly(command: Sequence[str], at: int) -> dict[str, Run]:
    """Run another tool."""
    return {"cold": run(command)}


def papers(count: int, folder: Path, bars: Bars) -> None:
    """Measure PDFs and Word files."""
    mine = folder / "ours"
    national.write(national.national(count), mine)
    raw_weasyprint.pages(national.national(count), folder / "raw")
    raw = [PYTHON, "-m", "bench.peers.raw_weasyprint", str(folder / "raw")]
    press = {name: build("--format", "pdf", "--pdf-engine", name) for name in ("weasyprint", "typst")}
    word = build("--format", "docx")
    limits: dict[str, tuple[str, float]] = {}
    contenders: dict[str, Turn] = {RAW: partial(plainly, raw)}
    # Without an option a build takes all processors; of Typst and Word that is shown beside one process, which has the bar.
    for name, command, jobs, bound in (
        ("qstd, WeasyPrint, one process", press["weasyprint"], "1", (RAW, 1.05)),
        ("qstd, WeasyPrint, two processes", press["weasyprint"], "2", (RAW, 0.6)),
        ("qstd, Typst, one process", press["typst"], "1", (RAW, 0.12)),
        ("qstd, Typst, two processes", press["typst"], "2", None),
        ("qstd, Word, one process", word, "1", (RAW_DOCX, 0.5)),
        ("qstd, Word, two processes", word, "2", None),
    ):
        contenders[name] = partial(fresh, [*command, "--jobs", jobs], mine)
        if bound:
            limits[name] = bound
    if docx := npm_docx.command(national.national(count), folder / "docx"):
        contenders[RAW_DOCX] = partial(plainly, docx)
    else:
        print("not installed, so not measured: npm's docx (./dev bench build installs it)")
    taken = in_turn(contenders, bars)
    print(f"\n{f'PDF and Word of {count:,} standards':<40}{'s':>9}{'busy s':>9}{'MiB':>6}{'ms each':>9}")
    for name, stages in taken.items():
        each = stages["cold"]
        row = f"{name:<40}{each.seconds:>9.2f}{each.busy:>9.2f}{each.memory:>6.0f}"
        print(f"{row}{1000 * each.seconds / count:>9.1f}")
    for name, (base, limit) in limits.items():
        if {name, base} <= set(taken):
            bar(f"{name}, x {base}", taken[name]["cold"].seconds / taken[base]["cold"].seconds, limit, bars)


def one_changed(count: int, folder: Path, bars: Bars) -> None:
    """Measure how long one changed standard takes to all its files, beside one PDF."""
    one = next(national.national(1))
    mine = ours(folder / "ours", one)
    national.write(national.national(count), mine.folder)
    raw_weasyprint.pages([one], folder / "raw")
    every = build("--format", "html,pdf,docx,data", "--pdf-engine", "weasyprint")
    first = run(every, mine.folder)

    def changed(at: int) -> dict[str, Run]:
        change(mine.folder / mine.one, at)
        return {"cold": run(every, mine.folder)}

    raw = [PYTHON, "-m", "bench.peers.raw_weasyprint", str(folder / "raw")]
    taken = in_turn({ONE_PDF: partial(plainly, raw), CHANGED: changed}, bars)
    print(f"\n{f'{count:,} standards with all their files':<40}{'s':>9}{'busy s':>9}{'MiB':>6}")
    print(f"{'from nothing':<40}{first.seconds:>9.2f}{first.busy:>9.2f}{first.memory:>6.0f}")
    for name, stages in taken.items():
        each = stages["cold"]
        print(f"{name:<40}{each.seconds:>9.2f}{each.busy:>9.2f}{each.memory:>6.0f}")
    if {ONE_PDF, CHANGED} <= set(taken):
        more = taken[CHANGED]["cold"].seconds - taken[ONE_PDF]["cold"].seconds
        bar(f"{CHANGED}, seconds more than {ONE_PDF}", more, 0.5, bars)


# ---------- The whole ----------


def whole(count: int, folder: Path, bars: Bars) -> None:
    """Make the whole site once, by Typst as a country would; there is no bar."""
    national.write(national.national(count), folder)
    done = run([QSTD, "build", "--pdf-engine", "typst"], folder)
    if done.code:
        print(bars.broke_down("the whole site", done.complaint))
        return
    print(f"\nthe whole site of {count:,} standards, with comparisons, reports, search, booklets, PDF, Word and data:")
    print(f"{done.seconds:.0f} s, busy {done.busy:.0f} s, {done.memory:.0f} MiB")
    print(done.output.strip())


def options(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the sizes, which are the usual ones where none are given, and which parts to measure."""
    parser = argparse.ArgumentParser(prog="bench/build.py", description=__doc__)
    parser.add_argument("--count", type=int, nargs="+", default=COUNTS, help="how many standards have pages")
    parser.add_argument("--documents", type=int, default=DOCUMENTS, help="how many have PDF and Word files")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="which parts")
    return parser.parse_args(arguments)


PARTS = ("pages", "papers", "changed", "whole")


def main(arguments: Sequence[str] = ()) -> int:
    """Print the tables and say whether every bar is kept."""
    chosen, bars = options(arguments), Bars()
    with tempfile.TemporaryDirectory() as name:
        parts: dict[str, Callable[[], None]] = {
            "pages": lambda: all_pages(chosen.count, Path(name, "pages"), bars),
            "papers": lambda: papers(chosen.documents, Path(name, "papers"), bars),
            "changed": lambda: one_changed(min(chosen.count), Path(name, "changed"), bars),
            "whole": lambda: whole(max(chosen.count), Path(name, "whole"), bars),
        }
        for each in chosen.only:
            parts[each]()
    return bars.exit_code()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
