"""Where things stand on the page of a revision: the anchors of sections and changes, and what they are called."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from qstd import catalogue
from qstd.language import translator
from qstd.model.document import Inlines, Link, Text
from qstd.model.revision import Revision, Step
from qstd.present.revision_words import section_name
from qstd.present.slugs import slug
from qstd.present.typography import glue

NOTE, TITLE, APPROVAL = "aendringsnotat", "titel", "godkendt"
# Anchors of the page's own parts, and of the frame around it.
_OWN_NAMES = (NOTE, TITLE, APPROVAL, "indhold", "hent")

Pair = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Places:
    """The sections of both versions as pairs, with an anchor for each, and for each step that changes something.

    `of_old` and `of_new` lead from a section's index to its pair; `sentences` has the steps that the sentence of a move
    was taken from and put in.
    """

    revision: Revision
    language: str
    pairs: tuple[Pair, ...]
    ids: tuple[str, ...]
    of_old: dict[int, int]
    of_new: dict[int, int]
    anchors: dict[int, str]
    moves: dict[int, tuple[int, int]]
    sentences: dict[int, tuple[int, int]]

    def pair(self, step: Step) -> int | None:
        """Return the pair of sections that a step stands in; None for the title and the words of the approval."""
        if step.new:
            section = self.revision.new.leaves[step.new[0]].section
            return self.of_new[section] if section >= 0 else None
        section = self.revision.old.leaves[step.old[0]].section
        return self.of_old[section] if section >= 0 else None

    def name(self, pair: int) -> str:
        """Return what a pair of sections is called now; one that is gone is called what it was."""
        old, new = self.pairs[pair]
        if new is not None:
            return section_name(*self.revision.new.sections[new][:2], self.language)
        return self.name_before(pair) if old is not None else ""

    def name_before(self, pair: int) -> str:
        """Return what a pair of sections was called, and where a name could be taken for a new one, that it is an old one."""
        old, new = self.pairs[pair]
        if old is None:
            return self.name(pair)
        number, heading = self.revision.old.sections[old][:2]
        said = section_name(number, heading, self.language)
        if new is not None and number == self.revision.new.sections[new][0]:
            return said
        return translator(self.language)("{section} i den gamle udgave").format(section=said)

    def settle(self, used: set[str]) -> None:
        """Lead to the section of a change whose own anchor is not in use."""
        for at, anchor in self.anchors.items():
            pair = self.pair(self.revision.steps[at])
            if anchor not in used and pair is not None:
                self.anchors[at] = self.ids[pair]

    def is_heading(self, step: Step) -> bool:
        """Tell whether a step is about the heading of a section."""
        if step.new:
            return self.revision.new.leaves[step.new[0]].kind == "section"
        return self.revision.old.leaves[step.old[0]].kind == "section"

    def renumbered(self) -> Iterator[int]:
        """Yield the pairs of sections whose number is another one now."""
        for at, (old, new) in enumerate(self.pairs):
            if None not in (old, new) and self.numbers(at)[0] != self.numbers(at)[1]:
                yield at

    def numbers(self, pair: int) -> tuple[str, str]:
        """Return the numbers of a pair of sections before and now."""
        old, new = self.pairs[pair]
        return (
            self.revision.old.sections[old][0] if old is not None else "",
            self.revision.new.sections[new][0] if new is not None else "",
        )

    def heading(self, pair: int) -> str:
        """Return the heading of a pair of sections."""
        old, new = self.pairs[pair]
        version, at = (self.revision.new, new) if new is not None else (self.revision.old, old)
        return version.sections[at][1] if at is not None else ""

    def see(self, step: int, linked: bool) -> Inlines:
        """Return "Se afsnit 6", with the way to a step; `linked` on the page that holds it."""
        _ = translator(self.language)
        pair = self.pair(self.revision.steps[step])
        if pair is not None:
            return self.see_section(pair, linked, self.anchors.get(step, ""))
        anchor = self.anchors[step]
        return _words(_("Se sidst i standarden") if anchor == APPROVAL else _("Se titlen"), anchor if linked else "")

    def see_all(self, steps: Sequence[int], linked: bool) -> Inlines:
        """Return "Se afsnit 3 og afsnit 12", each section once, in the order of the text."""
        firsts = {self.pair(self.revision.steps[each]): each for each in sorted(steps, reverse=True)}
        first, *rest = sorted(firsts.values())
        seen = [*self.see(first, linked)]
        for each in rest:
            pair = self.pair(self.revision.steps[each])
            name = self.name(pair) if pair is not None else translator(self.language)("titlen")
            joint = translator(self.language)(" og ") if each == rest[-1] else ", "
            seen += [Text(joint), *_words(name, self.anchors[each] if linked else "")]
        return tuple(seen)

    def see_section(self, pair: int, linked: bool, anchor: str = "") -> Inlines:
        """Return "Se afsnit 6", with the way to it, or to a place in it."""
        words = translator(self.language)("Se {section}").format(section=self.name(pair))
        return _words(words, (anchor or self.ids[pair]) if linked else "")


def _words(words: str, anchor: str) -> Inlines:
    said = Text(glue(words))
    return (Link(f"#{anchor}", (said,), kind="source"),) if anchor else (said,)


def places(revision: Revision, language: str) -> Places:
    """Find the places of a revision."""
    pairs = tuple(_pairs(revision))
    made = Places(
        revision,
        language,
        pairs,
        tuple(_ids(revision, pairs)),
        {old: at for at, (old, _new) in enumerate(pairs) if old is not None},
        {new: at for at, (_old, new) in enumerate(pairs) if new is not None},
        {},
        _moves(revision),
        _sentences(revision),
    )
    made.anchors.update(_anchors(made))
    return made


def _pairs(revision: Revision) -> Iterator[Pair]:
    """Yield the pairs of sections; a section that the revision does not pair stands alone."""
    yield from revision.sections
    olds, news = ({pair[side] for pair in revision.sections} for side in (0, 1))
    yield from ((at, None) for at in range(len(revision.old.sections)) if at not in olds)
    yield from ((None, at) for at in range(len(revision.new.sections)) if at not in news)


def _ids(revision: Revision, pairs: tuple[Pair, ...]) -> Iterator[str]:
    """Yield an anchor for each pair: its topic in Danish, or its heading."""
    used = set(_OWN_NAMES)
    topics = catalogue.topics()
    for old, new in pairs:
        version, at = (revision.new, new) if new is not None else (revision.old, old)
        _number, heading, topic = version.sections[at or 0]
        base = slug(topics[topic].label["da"] if topic in topics else heading) or "afsnit"
        numbered = (f"{base}-nr-{number}" for number in count(2))
        name = base if base not in used else next(each for each in numbered if each not in used)
        used.add(name)
        yield name


def _moves(revision: Revision) -> dict[int, tuple[int, int]]:
    """Return for each move of a leaf the steps where it went away and came."""
    steps = list(enumerate(revision.steps))
    away = {step.move: at for at, step in steps if step.kind == "moved_away"}
    return {step.move: (away[step.move], at) for at, step in steps if step.kind == "moved_here"}


def _sentences(revision: Revision) -> dict[int, tuple[int, int]]:
    """Return for each move of a sentence the steps where it went away and came."""
    ends: dict[str, dict[int, int]] = {"deleted": {}, "inserted": {}}
    for at, step in enumerate(revision.steps):
        for span in step.spans:
            if span.move and span.op != "same":
                ends[span.op][span.move] = at
    return {move: (at, ends["inserted"][move]) for move, at in ends["deleted"].items() if move in ends["inserted"]}


def _anchors(made: Places) -> Iterator[tuple[int, str]]:
    """Yield an anchor for each step that changes something: that of its section for headings, else one of its own."""
    used, counts = set(made.ids), {each: count(1) for each in made.ids}
    for at, step in enumerate(made.revision.steps):
        version, leaves = (made.revision.new, step.new) if step.new else (made.revision.old, step.old)
        leaf = version.leaves[leaves[0]]
        pair = made.pair(step)
        if pair is None:
            yield at, TITLE if leaf.kind == "title" else APPROVAL
        elif leaf.kind == "section":
            yield at, f"{made.ids[pair]}-foer" if step.kind == "moved_away" else made.ids[pair]
        elif step.kind != "same":
            numbered = (f"{made.ids[pair]}-aendring-{number}" for number in counts[made.ids[pair]])
            name = next(each for each in numbered if each not in used)
            used.add(name)
            yield at, name
