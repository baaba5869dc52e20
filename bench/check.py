"""How long `qstd check` takes over 1,000 generated standards, beside tools that only hold YAML against a schema.

Every contender is a whole process over the same files. qstd runs four times: with the rules about the file and its
references alone, which is what the tools do and a little more (`--rule K`); with every rule and nothing kept; with every
rule when nothing is kept yet; and once more over unchanged files, where the verdicts of the run before are still right.
The bars are on the time from start to end, which is what people wait for: the file and its references in no more than the
time of ajv-cli, every rule in no more than three times that, whatever the first of the two took. What every rule takes beside
the file alone is shown too, without a bar: it grows whenever reading gets faster. Beside it stands how long processors were busy,
in all processes together: qstd shares many standards out over the processors of the machine, the tools work in one process
each. Other work on the machine makes the first of the two longer, for all contenders. Memory is that of the largest process.
Exit code 1 when a bar is not kept.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Sequence
from operator import attrgetter
from pathlib import Path

from bench.common.child import QSTD, Run, run
from bench.common.table import Bars
from bench.corpus import corpus
from bench.corpus.folder import as_yaml, write
from bench.peers.checkers import Checker, checkers
from qstd.verbs import shares

COUNT, MUNICIPALITIES, ROUNDS = 1000, 98, 3
SCHEMA, ALL, SECOND = "qstd check --rule K", "qstd check, every rule", "qstd check, once more"
_LIMITS = (
    ("ajv-cli", SCHEMA, 1.0),
    ("check-jsonschema", SCHEMA, 0.15),
    ("ajv-cli", ALL, 3.0),
    ("check-jsonschema", ALL, 0.45),
    (SCHEMA, ALL, None),
    (ALL, SECOND, 0.25),
)


def files(folder: Path, count: int = COUNT) -> None:
    """Write the standards: a municipality has about ten."""
    write(corpus(MUNICIPALITIES, 1), folder)
    for each in folder.glob("standards/*/s*.yaml"):
        each.unlink()
    made = (each for seed in range(1, 2 + count // MUNICIPALITIES) for each in corpus(MUNICIPALITIES, seed))
    for number, standard in zip(range(count), made, strict=False):
        home = folder / "standards" / standard.municipality
        (home / f"standard-{number:04}.yaml").write_text(as_yaml(standard), "utf-8")


def ours() -> list[Checker]:
    """Return the ways in which qstd runs, in order: each run of every rule is followed by one over unchanged files."""
    return [
        Checker(SCHEMA, [QSTD, "check", "--rule", "K", "--no-cache"]),
        Checker(ALL, [QSTD, "check", "--no-cache"]),
        Checker("qstd check, keeping verdicts", [QSTD, "check"]),
        Checker(SECOND, [QSTD, "check"]),
    ]


def measure(contenders: Sequence[Checker], folder: Path, bars: Bars) -> dict[str, list[Run]]:
    """Run all contenders in turn; findings are no failure."""
    runs: dict[str, list[Run]] = {each.name: [] for each in contenders}
    for _ in range(ROUNDS):
        for kept in folder.glob("build/.cache/check/*.json"):
            kept.unlink()
        for each in contenders:
            runs[each.name].append(run(each.command, folder))
    for name, taken in runs.items():
        if any(each.code > 1 for each in taken):
            bars.broke_down(name, taken[-1].complaint)
    return runs


def judged(whole: dict[str, float], busy: dict[str, float], bars: Bars) -> dict[str, str]:
    """Return the words to print beside each contender: the bars are on the whole time."""
    said: dict[str, list[str]] = {}
    for base, name, bar in _LIMITS:
        if base in whole:
            ratio = whole[name] / whole[base]
            verdict = "no bar" if bar is None else bars.judge(f"{name} / {base}", ratio, bar)
            said.setdefault(name, []).append(f"{ratio:.2f} x {base} ({verdict}), busy {busy[name] / busy[base]:.2f} x")
    return {name: "; ".join(each) for name, each in said.items()}


def processes(name: str) -> int:
    """Return in how many processes a contender works."""
    return shares.processes(COUNT, MUNICIPALITIES) if name.startswith("qstd") and name != SECOND else 1


def main() -> int:
    """Print the table and say whether every bar is kept."""
    bars = Bars()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files(folder)
        peers, missing = checkers(folder)
        runs = measure([*peers, *ours()], folder, bars)
    whole, busy, memory = (
        {each: statistics.median(value(run) for run in taken) for each, taken in runs.items()}
        for value in (attrgetter("seconds"), attrgetter("busy"), attrgetter("memory"))
    )
    words = judged(whole, busy, bars)
    head = f"{COUNT:,} standards, {ROUNDS} runs in turn"
    print(f"{head:<32}{'whole s':>9}{'busy s':>8}{'processes':>11}{'MiB':>6}")
    for each in runs:
        row = f"{each:<32}{whole[each]:>9.2f}{busy[each]:>8.2f}{processes(each):>11}{memory[each]:>6.0f}"
        print(f"{row}  {words.get(each, '')}".rstrip())
    if missing:
        print(f"not installed, so not measured: {', '.join(missing)}")
    return bars.exit_code()


if __name__ == "__main__":
    sys.exit(main())
