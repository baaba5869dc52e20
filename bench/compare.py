"""How long two versions of a standard, and all pairs of 98 standards, take to compare; and how many words are marked.

Every contender gets its texts ready made and compares them in turn with the others, so that only ratios count. The floor
is what the bars are multiples of. Tools that are too slow for all pairs compare a sample, and their time is scaled.

qstd runs twice. The bars against the floor count what the floor gives, and the leaves: which paragraphs, entries and rows
belong together, and the words that these have in common. The whole edit script (moves, moved sentences, readable
stretches, the class of each change) is for who looks at a pair: its times stand beside them, and it is what must be
faster than the tools.
Exit code 1 when a bar is not kept.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any

from bench.common.table import Bars, ratios
from bench.common.timing import Times, in_turn, seconds
from bench.corpus import corpus, versions
from bench.peers import Peer, engine, floor
from bench.peers.marks import marks
from bench.peers.tools import tools
from qstd.compare.versions import script
from qstd.model.standard import Standard

SEED = 1
PAIRS = 196  # all of them different: nothing is compared twice
JUDGED = 98  # pairs whose marks are counted
SAMPLE = 40  # of all pairs, for the tools
PATIENCE = 8.0  # seconds that one tool may take for its sample
Pair = tuple[Standard, Standard]


def jobs(peer: Peer, pairs: Sequence[Pair]) -> list[Callable[[], object]]:
    """Prepare all pairs for one contender; what is left to do is to compare."""
    return [partial(peer.compare, peer.prepare(old), peer.prepare(new)) for old, new in pairs]


def nameless(pair: Pair) -> Pair:
    """Take the keys from all sections, so that nothing says which belong together."""
    old, new = (
        replace(each, sections=tuple(replace(section, topic=None, id=None) for section in each.sections))
        for each in pair
    )
    return old, new


def one_pair(rivals: Sequence[Peer], bars: Bars) -> None:
    """Two versions of 1,000 words, the newer one edited in ten ways."""
    standards = [each for seed in range(PAIRS // 98) for each in corpus(98, SEED + seed, (980, 1030))]
    pairs = [(each, versions(each, SEED)) for each in standards]
    base, ours, scripts = floor.floor(), engine.alignments(), engine.scripts()
    unknown = {each.name: f"{each.name}, no keys" for each in (ours, scripts)}
    # Ours stand apart: what the one has just read into the processor's caches must not help the next.
    contenders = {each.name: jobs(each, pairs) for each in (base, floor.lean(), ours, floor.unaligned(), rivals[0])}
    contenders[unknown[ours.name]] = jobs(engine.alignments(), [nameless(each) for each in pairs])
    contenders |= {each.name: jobs(each, pairs) for each in (rivals[1], scripts, *rivals[2:3])}
    contenders[unknown[scripts.name]] = jobs(engine.scripts(), [nameless(each) for each in pairs])
    contenders |= {each.name: jobs(each, pairs) for each in (*rivals[3:4], engine.cold(), *rivals[4:])}
    times = in_turn(contenders)
    verdicts = {
        ours.name: bars.judge("a pair in a corpus run, x floor", times[ours.name].median / times[base.name].median, 3),
        unknown[ours.name]: bars.judge(
            "a pair without keys, x floor", times[unknown[ours.name]].median / times[base.name].median, 15
        ),
    }
    verdicts |= ahead(bars, times, scripts.name, [each.name for each in rivals])
    ratios(f"a pair of versions, 1,000 words ({PAIRS} pairs)", times, base.name, verdicts)


def ahead(bars: Bars, times: dict[str, Times], ours: str, rivals: Sequence[str]) -> dict[str, str]:
    """Say of each tool how many times as long it takes as our whole script; less than once is over the bar."""
    said = {}
    for name in rivals:
        ratio = times[name].median / times[ours].median
        bars.judge(f"our time as a multiple of that of {name}", 1 / ratio, 1)
        said[name] = f"{ratio:.1f} x the whole script"
    return said


def marked_words(bars: Bars) -> None:
    """Words marked between versions, against the fewest possible."""
    prepared = engine.preparation()
    judged = []
    for standard in corpus(JUDGED, SEED + 1):
        old, new = prepared(standard), prepared(versions(standard, SEED))
        judged.append(marks(old.leaves, new.leaves, script(old, new)))
    ratio = sum(each.marked for each in judged) / sum(each.optimum for each in judged)
    worst = max(each.marked / each.optimum for each in judged)
    islands = sum(each.islands for each in judged)
    print(f"\nwords marked, {JUDGED} pairs of versions, as a multiple of the fewest possible")
    print(
        f"all pairs together {ratio:.3f}  {bars.judge('words marked, x optimum', ratio, 1.05)};  worst pair {worst:.3f}"
    )
    print(f"unmarked islands of fewer than two content words: {islands}  {bars.judge('islands', islands, 0)}")


def all_pairs(rivals: Sequence[Peer], bars: Bars) -> None:
    """Every two of 98 standards of one service, reading them into words included."""
    standards = corpus(98, SEED)
    pairs = list(combinations(range(len(standards)), 2))
    times: dict[str, Times] = {}
    runs: dict[str, list[float]] = {}
    whole = (floor.floor, floor.lean, engine.alignments, engine.scripts)
    for _ in range(3):
        for make in whole:
            engine.forget()
            runs.setdefault(make().name, []).append(seconds(partial(_every, make(), standards, pairs)))
    for name, taken in runs.items():
        times[name] = Times(tuple(taken))
    chosen = random.Random(SEED).sample(pairs, SAMPLE)
    verdicts = {}
    for rival in rivals:
        times[rival.name], size = _scaled(rival, standards, chosen, len(pairs))
        verdicts[rival.name] = f"scaled from {size} pairs"
    base, ours, scripts = (make().name for make in (floor.floor, engine.alignments, engine.scripts))
    verdicts[ours] = bars.judge("all pairs, x floor", times[ours].median / times[base].median, 4)
    for name, said in ahead(bars, times, scripts, [each.name for each in rivals]).items():
        verdicts[name] += f", {said}"
    ratios(f"all {len(pairs):,} pairs of {len(standards)} standards", times, base, verdicts)


def _every(peer: Peer, standards: Sequence[Standard], pairs: Sequence[tuple[int, int]]) -> None:
    made: list[Any] = [peer.prepare(each) for each in standards]
    for one, other in pairs:
        peer.compare(made[one], made[other])


def _scaled(
    peer: Peer, standards: Sequence[Standard], pairs: Sequence[tuple[int, int]], count: int
) -> tuple[Times, int]:
    """Compare pairs of a sample until patience ends, and scale the time to all; preparing is not counted."""
    taken: list[float] = []
    for one, other in pairs:
        old, new = peer.prepare(standards[one]), peer.prepare(standards[other])
        taken.append(seconds(partial(peer.compare, old, new)))
        if sum(taken) > PATIENCE:
            break
    return Times((count * sum(taken) / len(taken),)), len(taken)


def main() -> int:
    """Print the tables and say whether every bar is kept."""
    bars = Bars()
    with tempfile.TemporaryDirectory() as folder:
        rivals, missing = tools(Path(folder))
        one_pair(rivals, bars)
        marked_words(bars)
        all_pairs(rivals, bars)
    print(f"\npeak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    if missing:
        print(f"not installed, so not measured: {', '.join(missing)} (./dev bench compare installs them)")
    return bars.exit_code()


if __name__ == "__main__":
    sys.exit(main())
