"""Two versions of one standard: what changed, word by word and in meaning.

`prepare` reads a standard into words, `script` leads from one text to another, `revise` does both for two versions and
adds what changed in facts and in the document's own properties.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qstd.compare.fact_changes import fact_changes
from qstd.compare.versions.align import Alignment, align
from qstd.compare.versions.script import script, steps
from qstd.compare.versions.texts import Text, prepare
from qstd.compare.versions.words import Vocabulary
from qstd.model.revision import Leaf, PropertyChange, PropertyName, Revision, Step, Version
from qstd.model.standard import Approval, Standard

Pair = tuple[int | None, int | None]

__all__ = ["Alignment", "Side", "Text", "Vocabulary", "align", "prepare", "revise", "script", "steps"]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two versions: the reference and the revision it was asked for by (empty for the file as it lies there),
    and whose it is.
    """

    ref: str
    revision: str
    standard: Standard
    municipality_name: str


def revise(old: Side, new: Side, law: Standard | None = None) -> Revision:
    """Compare two versions; `law` is the statute against which new values are judged."""
    vocabulary = Vocabulary()
    before, after = prepare(old.standard, vocabulary), prepare(new.standard, vocabulary)
    steps = script(before, after)
    sections = tuple(_sections(steps, before.leaves, after.leaves))
    return Revision(
        old=_version(old, before),
        new=_version(new, after),
        steps=steps,
        facts=fact_changes(old.standard, new.standard, law),
        properties=(*_properties(old.standard, new.standard), *_of_sections(old.standard, new.standard, sections)),
        sections=sections,
    )


def _version(side: Side, text: Text) -> Version:
    standard = side.standard
    return Version(
        ref=side.ref,
        revision=side.revision,
        title=standard.title,
        municipality=side.municipality_name,
        service=standard.service,
        status=standard.status,
        approval=standard.approval,
        sections=tuple((each.number or "", each.heading, each.topic or "") for each in standard.sections),
        leaves=text.leaves,
        keys=tuple(each.key for each in standard.sections),
    )


def _properties(old: Standard, new: Standard) -> Iterator[PropertyChange]:
    before, after = _values(old), _values(new)
    for name, value in before.items():
        if value != after[name]:
            yield PropertyChange(name, value, after[name])


def _of_sections(old: Standard, new: Standard, pairs: Sequence[Pair]) -> Iterator[PropertyChange]:
    for a, b in pairs:
        if a is not None and b is not None:
            before, after = old.sections[a], new.sections[b]
            if before.topic != after.topic:
                yield PropertyChange("topic", before.topic or "", after.topic or "", b)
            if before.audience != after.audience:
                yield PropertyChange("audience", before.audience, after.audience, b)


def _values(standard: Standard) -> dict[PropertyName, str]:
    """Return the properties that are no text of the standard; the words of its approval are."""
    approval = standard.approval or Approval()
    return {
        "service": standard.service,
        "language": standard.language,
        "status": standard.status,
        "approved": str(approval.date or ""),
        "approved_by": approval.body or "",
        "effective_from": str(approval.effective_from or ""),
        "review_due": str(approval.review_due or ""),
    }


def _sections(steps: Sequence[Step], old: Sequence[Leaf], new: Sequence[Leaf]) -> Iterator[Pair]:
    """Yield the pairs of sections. A section that moved stands with its old one, at its new place."""
    left = {step.move: old[step.old[0]].section for step in steps if step.kind == "moved_away"}
    for step in steps:
        own = [old[each] for each in step.old], [new[each] for each in step.new]
        if not any(each.kind == "section" for side in own for each in side) or step.kind == "moved_away":
            continue
        before = own[0][0].section if own[0] else left.get(step.move)
        yield before, (own[1][0].section if own[1] else None)
