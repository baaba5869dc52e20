"""How long the comparison of up to 98 standards takes: its value, its page, and the whole command from a cold start.

Two corpora: `varied`, where every municipality writes in its own way, and `still`, where all have one template with other
words and numbers, so that nothing moves: there twice the columns may take a little more than twice the time. Each run is
a process of its own, whose peak memory is told. Exit code 1 when a bar is not kept.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.common.child import PYTHON, QSTD, Run, run
from bench.common.table import Bars
from bench.common.timing import work
from bench.corpus import corpus
from bench.corpus.folder import NAME, write
from bench.corpus.versions import number, settled, word
from qstd import catalogue, workspace
from qstd.model.standard import Standard

SEED = 1
COLUMNS = (25, 49, 98)
COLD = 10.0  # seconds that the whole command keeps a processor busy: on a machine with nothing else to do, all it takes
GROWTH = 1.5  # time of a column among 98, as a multiple of one among 25
PAGE = "sammenligning.html"
STAGES = ("compare", "document", "html")


def varied(count: int) -> list[Standard]:
    """Standards as municipalities write them."""
    return corpus(count, SEED)


def still(count: int) -> list[Standard]:
    """One standard with other words and numbers in each municipality."""
    return [_reworded(corpus(1, SEED)[0], slug) for slug in list(catalogue.municipalities())[:count]]


def _reworded(standard: Standard, slug: str) -> Standard:
    rng = random.Random(slug)
    for edit in (word, number, word, word, number, word):
        standard = edit(standard, rng) or standard
    return settled(replace(standard, municipality=slug))


CORPORA = {"varied": varied, "still": still}


def child(name: str, count: int) -> None:
    """Make the page in this process, and print the seconds of each stage and the page's size."""
    from qstd.compare import Entry, compare
    from qstd.present.comparison import comparison_document
    from qstd.writers import html

    entries = [
        Entry(f"{each.municipality}/{NAME}", catalogue.municipalities()[each.municipality].name, each)
        for each in CORPORA[name](count)
    ]
    made: list[Any] = [entries]
    theme = workspace.theme(None)
    page = html.Page(standalone=True, language="da")
    taken = [
        work(lambda: made.append(compare(made[-1]))),
        work(lambda: made.append(comparison_document(made[-1], "da"))),
        work(lambda: made.append(html.write(made[-1], page, theme))),
    ]
    print(json.dumps([*taken, len(made[-1])]))


def stages(name: str, counts: Sequence[int], bars: Bars) -> None:
    """Print the stages' times for growing numbers of columns."""
    print(
        f"\n{name + ', in one process':<26}"
        + "".join(f"{each + ' s':>12}" for each in STAGES)
        + f"{'page MB':>10}{'MiB':>7}"
    )
    column: dict[int, float] = {}
    for count in counts:
        done = run([PYTHON, "-m", "bench.comparison_page", name, str(count)])
        if done.code:
            print(f"{count:>3} columns  {bars.broke_down(f'{name}, {count} columns', done.complaint)}")
            continue
        *taken, size = json.loads(done.output)
        column[count] = sum(taken) / count
        print(
            f"{count:>3} columns{'':<15}"
            + "".join(f"{each:>12.2f}" for each in taken)
            + f"{size / 1e6:>10.1f}{done.memory:>7.0f}"
        )
    if len(column) == len(counts):
        growth = column[counts[-1]] / column[counts[0]]
        verdict = bars.judge(f"{name}, growth of a column", growth, GROWTH) if name == "still" else "no bar"
        print(f"a column among {counts[-1]} takes {growth:.2f} x one among {counts[0]}  {verdict}")


def cold(name: str, counts: Sequence[int], bars: Bars) -> None:
    """Print the time of the whole command, from files to a page."""
    print(f"\n{name + ', qstd diff, cold':<26}{'s':>12}{'busy s':>12}{'MiB':>10}")
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            write(CORPORA[name](count), Path(folder))
            done = _command(Path(folder))
            written = (Path(folder) / PAGE).is_file()
        if not written:
            print(f"{count:>3} columns  {bars.broke_down(f'qstd diff, {name}, {count} columns', done.complaint)}")
            continue
        verdict = (
            bars.judge(f"qstd diff, {name}, {count} columns, busy s", done.busy, COLD) if count == counts[-1] else ""
        )
        print(
            f"{count:>3} columns{'':<15}{done.seconds:>12.2f}{done.busy:>12.2f}{done.memory:>10.0f}  {verdict}".rstrip()
        )


def _command(folder: Path) -> Run:
    return run([QSTD, "diff", "--service", "sel-99", "--format", "html", "-o", PAGE], folder)


def main() -> int:
    """Print the tables and say whether every bar is kept."""
    bars = Bars()
    for name in CORPORA:
        stages(name, COLUMNS, bars)
        cold(name, COLUMNS, bars)
    return bars.exit_code()


if __name__ == "__main__":
    if len(sys.argv) == 3:
        child(sys.argv[1], int(sys.argv[2]))
    else:
        sys.exit(main())
