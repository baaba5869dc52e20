"""What a life of ten years costs: the history of one standard, and a site with a page for each version that was in force.

A workspace of 50 standards, approved anew each year for ten years, each in a commit of its own. The history of one standard
is asked for in this process, in turn with what git itself takes to name the commits of that file; the bar on it is the one
in milliseconds, since that is what a person waits for. The site is built in whole processes: from nothing, once more with
nothing changed, once more when one standard was approved anew, and from nothing again without the history, to see what
the versions cost. Exit code 1 when a bar is not kept.
"""

from __future__ import annotations

import datetime as dt
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench.common.aside import put_aside
from bench.common.child import QSTD, Run, run
from bench.common.table import Bars
from bench.common.timing import in_turn
from bench.corpus import history
from qstd.verbs import life, timeline

STANDARDS, FIRST, YEARS, ROUNDS = 50, 2016, 10, 3
TODAY = dt.date(2026, 11, 1)
HISTORY_MS = 100.0
ONE_MORE, NO_OP = 0.2, 0.1  # of a build from nothing
BUILD = [QSTD, "build", "--format", "html,data", "--skip", "search,booklets,comparisons", "--today", TODAY.isoformat()]


def of_one(folder: Path, ref: str, bars: Bars) -> None:
    """Measure the history of one standard."""
    path = folder / "standards" / f"{ref}.yaml"

    def told() -> None:
        found = life.life((path,), TODAY)
        assert sum(each.span is not None for each in found.versions) == YEARS

    def read() -> None:
        assert len(timeline.versions(path)) == YEARS

    def by_git() -> None:
        subprocess.run(["git", "log", "--format=%H", "--follow", "--", str(path)], cwd=folder, check=True, stdout=-3)

    jobs: dict[str, list[Callable[[], object]]] = {
        "git log --follow, only the commits": [by_git] * 15,
        "its versions, read": [read] * 15,
        "its history: versions, days in force, changes": [told] * 15,
    }
    print(f"{'the history of one standard':<56}{'median ms':>11}")
    for name, times in in_turn(jobs).items():
        ms = 1000 * times.median
        verdict = bars.judge(name, ms, HISTORY_MS) if name.startswith("its history") else ""
        print(f"{name:<56}{ms:>11.1f}  {verdict}".rstrip())
    whole = statistics.median(run([QSTD, "log", ref], folder).seconds for _ in range(5))
    print(f"{'qstd log, the whole process':<56}{1000 * whole:>11.1f}")


def the_site(folder: Path, ref: str, aside: Path, bars: Bars) -> None:
    """Measure the site: from nothing, with nothing changed, with one version more, and without a history."""
    taken: dict[str, list[Run]] = {}
    for _ in range(ROUNDS):
        put_aside(folder, "build", aside)
        taken.setdefault("from nothing", []).append(run(BUILD, folder))
        assert len(list(folder.glob("build/site/*/*/*-*-*/index.html"))) == STANDARDS * YEARS
        taken.setdefault("nothing changed", []).append(run(BUILD, folder))
        history.once_more(folder, ref, FIRST + YEARS)
        taken.setdefault("one version more", []).append(run(BUILD, folder))
        history.take_back(folder)
        put_aside(folder, "build", aside)
        (folder / ".git").rename(folder / "kept")
        taken.setdefault("from nothing, without a history", []).append(run(BUILD, folder))
        (folder / "kept").rename(folder / ".git")
    medians = {name: statistics.median(each.seconds for each in runs) for name, runs in taken.items()}
    print(f"\n{f'the site, {STANDARDS} standards, {STANDARDS * YEARS} versions':<56}{'seconds':>11}{'of cold':>10}")
    for name, seconds in medians.items():
        ratio = seconds / medians["from nothing"]
        verdict = bars.judge(name, ratio, _BARS[name]) if name in _BARS else ""
        print(f"{name:<56}{seconds:>11.2f}{ratio:>10.2f}  {verdict}".rstrip())
        if broken := [each for each in taken[name] if each.code]:
            print(bars.broke_down(name, broken[0].complaint))


_BARS = {"nothing changed": NO_OP, "one version more": ONE_MORE}


def main() -> int:
    """Print the tables and say whether every bar is kept."""
    bars = Bars()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "workspace")
        refs = history.lived(folder, STANDARDS, FIRST, YEARS)
        of_one(folder, refs[0], bars)
        the_site(folder, refs[0], Path(name), bars)
    return bars.exit_code()


if __name__ == "__main__":
    sys.exit(main())
