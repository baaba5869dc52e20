"""How time and memory grow with the size of a document: two versions of one with up to 50,000 words or 5,000 blocks.

Each case runs in a process of its own, at half size and at full size. Twice the size may take a little more than twice
the time (words and script together); four times would be quadratic. Exit code 1 when a case grows faster than its bar.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable
from dataclasses import replace

from bench.common.child import PYTHON, run
from bench.common.table import Bars
from bench.common.timing import work
from bench.corpus import corpus, versions
from bench.peers import engine
from qstd.compare.versions import Text, script
from qstd.model.standard import Section, Standard

SEED = 1
WORDS = 50_000
BLOCKS = 5_000
GROWTH = 3.0  # from half size to full size
Pair = tuple[Standard, Standard]


def many_sections(words: int) -> Pair:
    """Sections with names, edited all over."""
    return _edited(_long(words), words)


def no_names(words: int) -> Pair:
    """The same, and nothing says which sections belong together."""
    old, new = many_sections(words)
    return _nameless(old), _nameless(new)


def one_section(words: int) -> Pair:
    """The same paragraphs in one section."""
    old, new = many_sections(words)
    return _one(old, "\n"), _one(new, "\n")


def one_paragraph(words: int) -> Pair:
    """All words in a single paragraph, every five-hundredth another one."""
    text = " ".join(" ".join(each.body.split()) for each in _long(words).sections).split()
    text = [each for each in text if each.isalpha()]
    changed = [f"{each}x" if at % 500 == 250 else each for at, each in enumerate(text)]
    return _standard(" ".join(text)), _standard(" ".join(changed))


def rewritten(words: int) -> Pair:
    """Two documents of one length with hardly a sentence in common."""
    old, new = (_one(each, "\n") for each in (_long(words), _long(words, SEED + 1)))
    return old, new


def identical_blocks(blocks: int) -> Pair:
    """The same paragraph over and over, with another one in the middle of the new version."""
    old = ["Hjælpen er gratis for borgeren."] * blocks
    new = [*old[: blocks // 2], "Her er et nyt afsnit om prisen.", *old[blocks // 2 :]]
    return _standard("\n\n".join(old)), _standard("\n\n".join(new))


def fewer_identical(blocks: int) -> Pair:
    """The same paragraph over and over, every other one gone, and a new one after every tenth."""
    old = ["Hjælpen er gratis for borgeren."] * blocks
    new = [line for at, each in enumerate(old[::2]) for line in ([each, "Nyt afsnit."] if at % 10 == 9 else [each])]
    return _standard("\n\n".join(old)), _standard("\n\n".join(new))


def shuffled_blocks(blocks: int) -> Pair:
    """Paragraphs that are all different, in another order."""
    old = [
        f"Punkt {at}: hjælpen gives i rum {at * 7 % 997} på {at % 12}. sal i bygning {at // 12}."
        for at in range(blocks)
    ]
    new = random.Random(SEED).sample(old, len(old))
    return _standard("\n\n".join(old)), _standard("\n\n".join(new))


CASES: dict[str, tuple[Callable[[int], Pair], int]] = {
    "many_sections": (many_sections, WORDS),
    "no_names": (no_names, WORDS),
    "one_section": (one_section, WORDS),
    "one_paragraph": (one_paragraph, WORDS),
    "rewritten": (rewritten, WORDS),
    "identical_blocks": (identical_blocks, BLOCKS),
    "fewer_identical": (fewer_identical, BLOCKS),
    "shuffled_blocks": (shuffled_blocks, BLOCKS),
}


def _standard(body: str) -> Standard:
    sections = (Section(id="alt", heading="Alt", body=f"{body}\n"),)
    return Standard(schema=1, title="Lang", service="sel-99", status="draft", municipality="lejre", sections=sections)


def _long(words: int, seed: int = SEED) -> Standard:
    """Return a standard of about so many words, made of the sections of many."""
    sections: list[Section] = []
    size = 0
    while True:
        for standard in corpus(98, seed):
            for each in standard.sections:
                if size >= words:
                    return replace(_standard(""), sections=tuple(sections))
                sections.append(replace(each, topic=None, id=f"s{len(sections)}"))
                size += len(each.heading.split()) + len(each.body.split())
        seed += 100


def _edited(standard: Standard, words: int) -> Pair:
    return standard, versions(standard, SEED, edits=words // 100)


def _nameless(standard: Standard) -> Standard:
    return replace(standard, sections=tuple(replace(each, id=None) for each in standard.sections))


def _one(standard: Standard, joint: str) -> Standard:
    return _standard(joint.join(each.body for each in standard.sections))


def child(name: str, size: int) -> None:
    """Run one case in this process, and print the shortest seconds of three: reading into words, and the script."""
    old, new = CASES[name][0](size)
    taken = [_measured(old, new) for _ in range(3)]
    print(json.dumps([min(each) for each in zip(*taken, strict=True)]))


def _measured(old: Standard, new: Standard) -> tuple[float, float]:
    engine.forget()
    prepared, texts = engine.preparation(), list[Text]()
    reading = work(lambda: texts.extend([prepared(old), prepared(new)]))
    return reading, work(lambda: script(*texts))


def main() -> int:
    """Print the table and say whether every case keeps its bar."""
    bars = Bars()
    print(f"{'two versions, at full size':<30}{'words s':>9}{'script s':>10}{'MiB':>7}{'x half: script':>16}{'all':>7}")
    for name, (_, size) in CASES.items():
        half, full = (run([PYTHON, "-m", "bench.growth", name, str(each)]) for each in (size // 2, size))
        if half.code or full.code:
            print(f"{name:<30}{bars.broke_down(name, full.complaint or half.complaint)}")
            continue
        before, after = json.loads(half.output), json.loads(full.output)
        growth = sum(after) / sum(before)
        verdict = bars.judge(f"{name}, growth", growth, GROWTH)
        times = f"{after[0]:>9.2f}{after[1]:>10.2f}{full.memory:>7.0f}{after[1] / before[1]:>16.2f}{growth:>7.2f}"
        print(f"{name + ', ' + format(size, ','):<30}{times}  {verdict}")
    return bars.exit_code()


if __name__ == "__main__":
    if len(sys.argv) == 3:
        child(sys.argv[1], int(sys.argv[2]))
    else:
        sys.exit(main())
