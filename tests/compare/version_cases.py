"""Version cases: standards in a short notation, and edit scripts in one that people can read.

A standard is its title on the first line (empty for none worth telling), then sections, each under a line
`## topic | number | heading`; what stands before the first one is the body of a section without a name. A step is its
kind and class and what changed: `[-deleted-]`, `[+inserted+]`, `[-2>deleted-]` where the words went elsewhere as move 2,
¶ between leaves and ¦ between cells.
"""

import re
from collections.abc import Iterator, Sequence

from qstd.compare.versions import Vocabulary, prepare, script
from qstd.model.revision import JOINT, Leaf, Span, Step
from qstd.model.standard import Section, Standard

_SECTION = re.compile(r"^## (.*)\n", re.MULTILINE)


def standard(text: str) -> Standard:
    """Read a standard in the notation of the cases."""
    title, _, rest = text.partition("\n")
    first, *parts = _SECTION.split(rest)
    sections = [_section(*pair) for pair in zip(parts[::2], parts[1::2], strict=True)]
    if first.strip():
        sections.insert(0, Section(topic=None, body=first))
    return Standard(
        schema=1, title=title or "Titel", service="sel-99", status="draft", sections=tuple(sections), municipality="by"
    )


def _section(line: str, body: str) -> Section:
    topic, number, heading = (each.strip() for each in line.split("|"))
    return Section(topic=topic or None, number=number or None, heading=heading, body=body.strip("\n"))


def shown(old: Standard, new: Standard) -> list[str]:
    """The changes between two standards, a line for each step; what is the same is left out."""
    vocabulary = Vocabulary()
    before, after = prepare(old, vocabulary), prepare(new, vocabulary)
    steps = script(before, after)
    return [_line(each, steps, before.leaves, after.leaves) for each in steps if each.kind != "same"]


def _line(step: Step, steps: Sequence[Step], old: Sequence[Leaf], new: Sequence[Leaf]) -> str:
    own = origin(step, steps)
    before, after = text(old, own), text(new, step.new)
    number = f" {step.move}" if step.move else ""
    numbers = {each.number for each in (*(old[at] for at in own), *(new[at] for at in step.new))}
    renumbered = (
        f" {' > '.join([old[own[0]].number or '–', new[step.new[0]].number or '–'])}" if len(numbers) > 1 else ""
    )
    words = "".join(_span(each, before, after) for each in step.spans) or before or after
    line = f"{step.kind}{number} {step.change}{renumbered}: {words}"
    return line.replace("\n", "⏎").replace(JOINT, "¦" if _is_row(own, step, old, new) else "¶").strip()


def _is_row(own: Sequence[int], step: Step, old: Sequence[Leaf], new: Sequence[Leaf]) -> bool:
    return any(each.kind == "row" for each in (*(old[at] for at in own), *(new[at] for at in step.new)))


def _span(span: Span, old: str, new: str) -> str:
    move = f"{span.move}>" if span.move else ""
    if span.op == "same":
        return old[span.old_start : span.old_end]
    if span.op == "deleted":
        return f"[-{move}{old[span.old_start : span.old_end]}-]"
    return f"[+{move}{new[span.new_start : span.new_end]}+]"


def origin(step: Step, steps: Sequence[Step]) -> tuple[int, ...]:
    """The old leaves that the spans of a step lead from."""
    if step.kind != "moved_here":
        return step.old
    return next(each.old for each in steps if each.kind == "moved_away" and each.move == step.move)


def text(leaves: Sequence[Leaf], own: Sequence[int]) -> str:
    """The text of some leaves, as spans count its characters."""
    return JOINT.join(leaves[each].text for each in own)


def applied(old: Sequence[Leaf], new: Sequence[Leaf], steps: Sequence[Step]) -> Iterator[str]:
    """What comes of the old text when the steps are taken, leaf by leaf, with no other word of the new one than the
    inserted ones.
    """
    for step in steps:
        if not step.new:
            continue
        before, after = text(old, origin(step, steps)), text(new, step.new)
        if step.kind == "inserted":
            yield after
        elif not step.spans:
            yield from before.split(JOINT) if len(step.new) > 1 else (before,)
        else:
            words = "".join(
                before[each.old_start : each.old_end] if each.op == "same" else after[each.new_start : each.new_end]
                for each in step.spans
                if each.op != "deleted"
            )
            yield from words.split(JOINT) if len(step.new) > 1 else (words,)
