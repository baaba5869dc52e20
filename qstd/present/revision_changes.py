"""What changed in the text, as people would tell it: by sentences, with the words before and after.

Paragraphs that went and came at one place are one change, and so is a section that is new or gone. What was only moved
is told elsewhere, and so is a section's number.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from qstd.model.document import Inline, Inlines, Link, Text, plain
from qstd.model.revision import JOINT, ChangeClass, Leaf, Span, Step
from qstd.present.revision_places import Places
from qstd.present.revision_quotes import Range, around, is_whole, quote, sentences

Kind = Literal["words", "heading", "title", "approval", "section", "link", "form"]
_LETTERS = re.compile(r"[^\W_]|[§%&+=<>€$/]")
_WORDS = re.compile(r"\d+|[^\W\d_]+|[§%&+=<>€$/]")
_ORDER: tuple[ChangeClass, ...] = ("", "moved", "cosmetic", "editorial", "substantive")


@dataclass(frozen=True, slots=True)
class TextChange:
    """A change of the text; `step` is the first step that makes it. `old` and `new` quote it, with the words that changed
    in bold; empty where a version has none of it. `before` and `after` are its sentences in full, `gone` and `come` the
    words that changed. For a link these are its address, and `words` what it reads.
    """

    kind: Kind
    level: ChangeClass
    step: int
    old: Inlines
    new: Inlines
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    gone: str = ""
    come: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class _Edit:
    """Words that changed: a stretch of the old text and one of the new, and the sentences around both."""

    old: Range
    new: Range
    before: Range
    after: Range


def text_changes(places: Places) -> tuple[TextChange, ...]:
    """Return the changes of the text in the order of the edit script."""
    teller = _Teller(places)
    found: list[TextChange] = []
    for key, group in groupby(enumerate(places.revision.steps), teller.key):
        steps = list(group)
        found += (teller.whole(steps, key[0]),) if key else [x for at, step in steps for x in teller.edited(at, step)]
    return tuple(found)


class _Teller:
    """Tells the changes; `alone` are the sections that are new or gone with all of their text."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.old, self.new = places.revision.old.leaves, places.revision.new.leaves
        self.away = {step.move: step.old for step in places.revision.steps if step.kind == "moved_away"}
        kinds: dict[int, set[str]] = {}
        for step in places.revision.steps:
            pair = places.pair(step)
            if pair is not None:
                kinds.setdefault(pair, set()).add(step.kind)
        self.alone = {pair for pair, met in kinds.items() if met in ({"deleted"}, {"inserted"})}

    def key(self, entry: tuple[int, Step]) -> "tuple[Kind, int | None] | None":
        """Return what a step of a whole leaf is part of; None for a step that is told by its sentences."""
        _at, step = entry
        if step.kind not in ("deleted", "inserted") or any(each.move for each in step.spans):
            return None
        pair, kind = self.places.pair(step), self._leaf(step).kind
        if pair in self.alone:
            return "section", pair
        if kind in ("title", "approval"):
            return "title" if kind == "title" else "approval", None
        return "heading" if kind == "section" else "words", pair

    def _leaf(self, step: Step) -> Leaf:
        return self.new[step.new[0]] if step.new else self.old[step.old[0]]

    def whole(self, steps: Sequence[tuple[int, Step]], kind: Kind) -> TextChange:
        """Tell of leaves that went and came."""
        gone = [self.old[each] for _at, step in steps for each in step.old]
        come = [self.new[each] for _at, step in steps for each in step.new]
        texts = [_joined(side, kind) for side in (gone, come)]
        level = max((each.change for _at, each in steps), key=_ORDER.index)
        joint = "; " if any(each.frames for each in (*gone, *come)) else " "  # entries and rows need no full stop
        old, new = (quote(text, (0, len(text)), (), joint) for text in texts)
        return TextChange(kind, level, steps[0][0], old, new, _sentences(texts[0]), _sentences(texts[1]), *texts)

    def edited(self, at: int, step: Step) -> Iterator[TextChange]:
        """Tell of the sentences that changed in a step, and of its links."""
        if step.kind in ("same", "moved_away") or not step.spans:
            return
        leaves = (
            [self.old[each] for each in (step.old or self.away.get(step.move, ()))],
            [self.new[e] for e in step.new],
        )
        kind = self._leaf(step).kind
        texts = tuple(JOINT.join(each.text for each in side) for side in leaves)
        edits = list(_edits(texts, step.spans, whole=kind in ("title", "section", "approval", "row")))
        joint = " | " if kind == "row" else " "
        told = {"title": "title", "section": "heading", "approval": "approval"}.get(kind, "words")
        seen = [_told(told, at, step, texts, each, joint) for each in edits]  # type: ignore[arg-type]  # they are kinds
        links = list(_links(at, *leaves))
        words = [each for each in seen if each.kind != "form"]
        yield from words
        yield from links
        if not words and not links and not any(each.move for each in step.spans) and _is_marked(step):
            yield TextChange("form", "cosmetic", at, (), ())


def _is_marked(step: Step) -> bool:
    return any(each.op != "same" for each in step.spans)


def _joined(leaves: Sequence[Leaf], kind: Kind) -> str:
    """Return the text of some leaves. What is told of a section has its name already."""
    named = kind == "section"
    return JOINT.join(
        each.text.replace(JOINT, " | ") for each in leaves if each.text and not (named and each.kind == "section")
    )


def _sentences(text: str) -> tuple[str, ...]:
    return tuple(" ".join(text[start:end].split()) for start, end in sentences(text))


# ---------- Edits ----------


def _edits(texts: Sequence[str], spans: Sequence[Span], whole: bool) -> Iterator[list[_Edit]]:
    """Yield the edits, those of one sentence together; of a `whole` text all of them are."""
    old, new = texts
    borders = [(0, len(old))] if whole else sentences(old), [(0, len(new))] if whole else sentences(new)
    held: list[_Edit] = []
    for a, a_end, b, b_end in _regions(spans):
        one, other = old[a:a_end], new[b:b_end]
        if not (one + other).replace(JOINT, "").strip():
            continue
        fresh = not one.strip() and is_whole(new, borders[1], b, b_end)
        lost = not other.strip() and is_whole(old, borders[0], a, a_end)
        before = (a, a) if fresh else around(borders[0], a, a_end)
        after = (b, b) if lost else around(borders[1], b, b_end)
        if held and not (_meet(held[-1].before, before) or _meet(held[-1].after, after)):
            yield held
            held = []
        held.append(_Edit((a, a_end), (b, b_end), before, after))
    if held:
        yield held


def _regions(spans: Sequence[Span]) -> Iterator[list[int]]:
    """Yield what was deleted with what was inserted in its place; what went elsewhere or came from there is no edit."""
    held: list[int] = []
    for span in spans:
        if span.op != "same" and not span.move:
            starts = [held[0], held[2]] if held else [span.old_start, span.new_start]
            held = [starts[0], span.old_end, starts[1], span.new_end]
        elif held:
            yield held
            held = []
    if held:
        yield held


def _meet(one: Range, other: Range) -> bool:
    return max(one[0], other[0]) < min(one[1], other[1])


def _told(kind: Kind, at: int, step: Step, texts: Sequence[str], edits: list[_Edit], joint: str) -> TextChange:
    before = edits[0].before[0], edits[-1].before[1]
    after = edits[0].after[0], edits[-1].after[1]
    gone, come = (
        " … ".join(filter(None, (_word(text, each).replace(JOINT, joint) for each in ranges)))
        for text, ranges in zip(texts, ([each.old for each in edits], [each.new for each in edits]), strict=True)
    )
    pairs = [(texts[0][slice(*each.old)], texts[1][slice(*each.new)]) for each in edits]
    return TextChange(
        "form" if all(one == other for one, other in pairs) else kind,
        _level(step.change, pairs),
        at,
        quote(texts[0], before, [each.old for each in edits], joint),
        quote(texts[1], after, [each.new for each in edits], joint),
        _sentences(texts[0][slice(*before)]),
        _sentences(texts[1][slice(*after)]),
        gone,
        come,
    )


def _word(text: str, stretch: Range) -> str:
    """Return a stretch up to the borders of its first and last word, so that "mv" is quoted as "mv."."""
    start, end = stretch
    if not text[start:end].strip():
        return ""
    while start > 0 and not (text[start - 1].isspace() or text[start].isspace()):
        start -= 1
    while end < len(text) and not (text[end].isspace() or text[end - 1].isspace()):
        end += 1
    return text[start:end].strip()


def _level(change: ChangeClass, pairs: Sequence[tuple[str, str]]) -> ChangeClass:
    """Return the class of some edits of a step. That of the step is the gravest in it: a part of it that surely reads the
    same, but for spaces, hyphens, signs or capitals, is less.
    """
    levels = {_surely(one.casefold(), other.casefold()) for one, other in pairs}
    return min(change, max(levels, key=_ORDER.index), key=_ORDER.index)


def _surely(old: str, new: str) -> ChangeClass:
    if _WORDS.findall(old) == _WORDS.findall(new):
        return "cosmetic"
    figures = [re.findall(r"\d+", each) for each in (old, new)]
    return "editorial" if _LETTERS.findall(old) == _LETTERS.findall(new) and figures[0] == figures[1] else "substantive"


# ---------- Links ----------


def _links(at: int, old: Sequence[Leaf], new: Sequence[Leaf]) -> Iterator[TextChange]:
    """Tell of links that lead elsewhere, that are new, or that are gone where the words stayed."""
    before, after = ([each for leaf in side for cell in leaf.cells for each in _in(cell)] for side in (old, new))
    lost = [each for each in before if each not in after]
    come = [each for each in after if each not in before]
    if not (old and new):
        return
    for words in dict.fromkeys(words for words, _href in (*lost, *come)):
        was, now = (next((href for each, href in side if each == words), "") for side in (lost, come))
        if words in plain(_all(old)) and words in plain(_all(new)):
            quotes: list[Inlines] = [(Text(each),) if each else () for each in (was, now)]
            yield TextChange("link", "substantive", at, quotes[0], quotes[1], gone=was, come=now, words=words)


def _all(leaves: Sequence[Leaf]) -> Inlines:
    return tuple(each for leaf in leaves for cell in leaf.cells for each in cell)


def _in(inlines: Inlines) -> Iterator[tuple[str, str]]:
    for each in inlines:
        if isinstance(each, Link):
            yield plain(each.inlines), each.href
        yield from _in(_inner(each))


def _inner(inline: Inline) -> Inlines:
    return getattr(inline, "inlines", ())
