"""The text of two versions on a page: section by section, what is the same folded, what changed marked and labelled.

A section keeps its own number and heading. A label beside it says what kind of change it holds; moved text says where
else it stands. What both versions have word for word is folded, and all of it is there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from qstd.language import translator
from qstd.model.document import Block, Blocks, Heading, Inlines, Link, Mark, Note, Paragraph, Row, Text
from qstd.present.quantities import listed, lower_first
from qstd.present.revision_blocks import blocks, cells
from qstd.present.revision_note import Changes
from qstd.present.revision_pieces import Op, tidied, tracked
from qstd.present.revision_places import APPROVAL, TITLE, Places
from qstd.present.revision_text import Branch, Merged, Piece, merged
from qstd.present.revision_tracked import numbers
from qstd.present.revision_words import CLASSES, stretch_name, text

_ORDER = ("substantive", "editorial", "moved", "cosmetic")


@dataclass(frozen=True, slots=True)
class _Section:
    """A stretch of the merged text: what opens it (a section's heading, the title, the words of the approval), and the
    text below.
    """

    opening: Piece
    body: Merged


def text_blocks(places: Places, found: Changes) -> Blocks:
    """Return the text, in sections. Changes that have no place of their own are led to by that of their section."""
    page = _Page(places, found)
    sections = _sections(merged(places.revision, page.marked, moves=True))
    out: list[Block] = []
    for folded, group in groupby(sections, page.is_folded):
        if folded:
            out += page.folded(list(group))
        else:
            out += (block for each in group for block in page.section(each))
    places.settle(page.used)
    return tuple(out)


def _sections(children: Merged) -> Iterator[_Section]:
    opening: Piece | None = None
    body: list[Piece | Branch] = []
    for each in children:
        if isinstance(each, Piece) and each.leaf.kind in ("title", "section", "approval"):
            if opening:
                yield _Section(opening, tuple(body))
            opening, body = each, []
        else:
            body.append(each)
    if opening:
        yield _Section(opening, tuple(body))


class _Page:
    def __init__(self, places: Places, found: Changes) -> None:
        self.places, self.steps, self.language = places, places.revision.steps, places.language
        self.say = translator(places.language)
        self.levels = self._levels(found)
        self.used: set[str] = set()
        moves = (each for move in places.moves.values() for each in move)
        self.moved = {places.pair(self.steps[each]) for each in moves if places.is_heading(self.steps[each])}

    def _levels(self, found: Changes) -> dict[int | None, set[str]]:
        """Return the classes of the changes in each section."""
        levels: dict[int | None, set[str]] = {}
        told = [change for _fact, covered in found.facts for change in covered]
        for each in (*found.texts, *told):
            levels.setdefault(self.places.pair(self.steps[each.step]), set()).add(each.level)
        moves = (*self.places.moves.values(), *self.places.sentences.values())
        for step in (each for move in moves for each in move):
            levels.setdefault(self.places.pair(self.steps[step]), set()).add("moved")
        return levels

    # ---------- What is the same

    def is_folded(self, section: _Section) -> str:
        """Tell whether a section can be folded: it is the same, or only its number is another one."""
        piece = section.opening
        if piece.leaf.kind != "section" or any(map(self._is_changed, section.body)):
            return ""
        if not self._is_changed(piece):
            return "same"
        step = self.steps[piece.step]
        alone = not piece.change and step.kind == "edited" and all(each.op == "same" for each in step.spans)
        return "number" if alone else ""

    def _is_changed(self, child: Piece | Branch) -> bool:
        if isinstance(child, Branch):
            return any(map(self._is_changed, child.children))
        return bool(child.change) or self.steps[child.step].kind != "same"

    def folded(self, sections: Sequence[_Section]) -> Iterator[Block]:
        """Yield sections in a row as one folded stretch."""
        new = [each.opening.new for each in sections if each.opening.new]
        old = [each.opening.old for each in sections if each.opening.old]
        name = stretch_name([(each.number, each.text) for each in new], self.language)
        if self.is_folded(sections[0]) == "number":
            before = lower_first(stretch_name([(each.number, each.text) for each in old], self.language))
            title = self.say("{sections}: kun nummeret er ændret (før {before})").format(sections=name, before=before)
        else:
            title = self.say("{sections}: uændret").format(sections=name)
        inside = tuple(block for each in sections for block in self._unchanged(each))
        yield Note(inside, "same", text(title))

    def _unchanged(self, section: _Section) -> Iterator[Block]:
        yield replace(self._heading(section), tags=())
        yield from blocks(section.body, self._block, self._row)
        if not section.body:
            yield self._silence(self.say("Overskrift uden tekst"))

    # ---------- What changed

    def section(self, section: _Section) -> Iterator[Block]:
        """Yield a section with its changes marked."""
        piece = section.opening
        if piece.leaf.kind == "approval":
            yield Paragraph(piece.cells[0], "approval", self._use(APPROVAL), piece.change)
        elif piece.leaf.kind == "section":
            yield self._heading(section)
            yield from self._emptiness(section)
        elif self._is_changed(piece):
            yield Heading(2, text(self.say("Titlen")), id=self._use(TITLE), tags=self._tag(self._kinds(None)))
            yield Paragraph(piece.cells[0], change=piece.change)
        yield from self._grouped(section.body)

    def _heading(self, section: _Section) -> Heading:
        piece = section.opening
        number, before = numbers(piece)
        anchor = self._use(self.places.anchors[piece.step])
        words = (*before, *piece.cells[0])
        return Heading(2, words, id=anchor, number=number, tags=self._tags(section), change=piece.change)

    def _tags(self, section: _Section) -> Inlines:
        piece = section.opening
        step = self.steps[piece.step]
        if step.move:
            return (Mark(self._elsewhere(piece), "tag"),)
        stays = any("new" in each.sides and "old" in each.sides for each in section.body)
        if piece.change == "ins":
            return self._tag([self.say("Ny overskrift") if stays else self.say("Nyt afsnit")])
        if piece.change == "del":
            return self._tag([self.say("Overskriften udgår") if stays else self.say("Udgår")])
        return self._tag(self._kinds(self.places.pair(step)))

    def _kinds(self, pair: int | None) -> list[str]:
        met = self.levels.get(pair, set()) or {"cosmetic"}
        return [self.say(CLASSES[each]) for each in _ORDER if each in met]

    def _tag(self, words: Sequence[str]) -> Inlines:
        first, *rest = words
        return (Mark(text(listed([first, *map(lower_first, rest)], self.language)), "tag"),)

    def _emptiness(self, section: _Section) -> Iterator[Paragraph]:
        """A heading without text says something too, before and now."""
        piece = section.opening
        if piece.change or (section.body and _has(section.body, "old") and _has(section.body, "new")):
            return
        if not section.body:
            said = self.say("Overskrift uden tekst, før og nu.")
        else:
            said = (
                self.say("Før: overskrift uden tekst.")
                if _has(section.body, "new")
                else self.say("Nu: overskrift uden tekst.")
            )
        yield self._silence(said)

    def _silence(self, words: str) -> Paragraph:
        return Paragraph((Mark(text(words), "empty"),), "small")

    # ---------- What was moved

    def _grouped(self, children: Merged) -> Iterator[Block]:
        """Yield blocks; neighbours that were moved to, or from, one place stand in one frame."""
        for label, group in groupby(children, self._label):
            inside = tuple(group)
            if label:
                title = self._elsewhere(next(_pieces(inside)))
                yield Note(blocks(inside, self._bare, self._bare_row), "moved", (Mark(title, "tag"),))
            else:
                yield from blocks(inside, self._block, self._row)

    def _label(self, child: Piece | Branch) -> str:
        """Return where else something stands that was moved as a whole; nothing for anything else."""
        labels = {
            "".join(each.text for each in self._words(piece)) if self.steps[piece.step].move else ""
            for piece in _pieces((child,))
        }
        return labels.pop() if len(labels) == 1 else ""

    def _words(self, piece: Piece) -> tuple[Text]:
        step = self.steps[piece.step]
        away, here = self.places.moves[step.move]
        came = step.kind == "moved_here"
        if piece.leaf.kind == "section":
            return text(self.say("Flyttet hertil") if came else self.say("Flyttet til et andet sted"))
        return self._way(away, here, came)

    def _way(self, away: int, here: int, came: bool) -> tuple[Text]:
        """Return from where, or to where, a text or a sentence was moved."""
        old, new = (self.places.pair(self.steps[each]) for each in (away, here))
        if old is None or new is None or old == new:
            return text(self._within(old, came))
        if came:
            return text(self.say("Flyttet hertil fra {section}").format(section=self.places.name_before(old)))
        return text(self.say("Flyttet til {section}").format(section=self.places.name(new)))

    def _within(self, pair: int | None, came: bool) -> str:
        if pair in self.moved:
            return self.say("Flyttet hertil med afsnittet") if came else self.say("Flyttet med afsnittet")
        return self.say("Flyttet hertil i afsnittet") if came else self.say("Flyttet inden for afsnittet")

    def _elsewhere(self, piece: Piece) -> Inlines:
        """Return where else a moved text stands, with the way there."""
        step = self.steps[piece.step]
        away, here = self.places.moves[step.move]
        other = away if step.kind == "moved_here" else here
        return (Link(f"#{self.places.anchors[other]}", self._words(piece)),)

    def marked(self, op: Op, move: int, words: Inlines) -> Inlines:
        """Mark words that only one version has; a sentence that stands elsewhere says where."""
        if move not in self.places.sentences:
            return tracked(op, move, words)
        away, here = self.places.sentences[move]
        came = op == "inserted"
        label = Link(f"#flyttet-{move}-{'fra' if came else 'til'}", self._way(away, here, came))
        own = f"flyttet-{move}-{'til' if came else 'fra'}"
        return (Mark((Mark((label,), "tag"), Text(" "), *words), "moved", own),)

    # ---------- Leaves

    def _block(self, piece: Piece) -> Block:
        if self.steps[piece.step].move:
            return Note((self._bare(piece),), "moved", (Mark(self._elsewhere(piece), "tag"),))
        return self._bare(piece)

    def _bare(self, piece: Piece) -> Block:
        words, anchor = tidied(piece.cells[0]), self._anchor(piece)
        if piece.leaf.kind == "heading":
            return Heading(piece.leaf.level, words, id=anchor, change=piece.change)
        return Paragraph(words, id=anchor, change=piece.change)

    def _row(self, piece: Piece) -> Row:
        contents: list[Blocks] = [(Paragraph(each),) for each in piece.cells]
        if self.steps[piece.step].move:
            contents[0] = (Paragraph((Mark(self._elsewhere(piece), "tag"),), "small"), *contents[0])
        return Row(cells(piece, contents), id=self._anchor(piece), change=piece.change)

    def _bare_row(self, piece: Piece) -> Row:
        return Row(
            cells(piece, [(Paragraph(each),) for each in piece.cells]), id=self._anchor(piece), change=piece.change
        )

    def _anchor(self, piece: Piece) -> str:
        return self._use(self.places.anchors.get(piece.step, "")) if self.steps[piece.step].kind != "same" else ""

    def _use(self, anchor: str) -> str:
        """Return an anchor the first time, and nothing after: where a leaf was split, its first part has it."""
        fresh = "" if anchor in self.used else anchor
        self.used.add(anchor)
        return fresh


def _has(children: Merged, side: str) -> bool:
    return any(side in each.sides for each in children)


def _pieces(children: Sequence[Piece | Branch]) -> Iterator[Piece]:
    for each in children:
        if isinstance(each, Piece):
            yield each
        else:
            yield from _pieces(each.children)
