"""Links that come and go, written such that nothing of them stays behind.

LibreOffice keeps a link whose words are all gone, and saves it with the words after it, unless what goes with it ends
later than the link. So the character after such a link is written as gone and new too. At the end of a paragraph and
before another link there is none to take.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from qstd.model.document import Break, Change, Del, Emph, Inline, Inlines, Ins, Link, Mark, Strong, Text
from qstd.writers.docx_changes import SIDES, Leaf, Side, gone

Wrapper = Strong | Emph | Link | Mark


@dataclass(frozen=True, slots=True)
class _Atom:
    """A stretch of characters: what is round it from the outside in, and which version alone has it."""

    characters: Text | Break
    round: tuple[Wrapper, ...]
    change: Change

    @property
    def link(self) -> Link | None:
        return next((each for each in self.round if isinstance(each, Link)), None)


def closed(leaf: Leaf) -> Leaf:
    """Return a paragraph in which links that come or go are followed by something that does so too."""
    if gone(leaf) or not _has_changed_link(leaf.inlines):
        return leaf
    made: list[_Atom] = []
    waiting: dict[Side, list[_Atom]] = {side: [] for side in SIDES}
    lasting = {id(atom.link) for atom in _atoms(leaf.inlines) if not atom.change}
    for atom in _atoms(leaf.inlines):
        if atom.change:
            waiting[atom.change].append(atom)
            continue
        rest = [atom]
        if not atom.link and any(_ends_open(each, lasting) for each in waiting.values()):
            first, *rest = _cut(atom)
            for side in SIDES:
                waiting[side].append(replace(first, change=side))
        made += waiting["del"] + waiting["ins"] + rest
        waiting = {side: [] for side in SIDES}
    return replace(leaf, inlines=_nested(made + waiting["del"] + waiting["ins"]))


def _has_changed_link(inlines: Inlines, within: str = "") -> bool:
    """Whether there is a link inside a change, or a change inside a link."""
    for each in inlines:
        if isinstance(each, Text | Break):
            continue
        kind = "change" if isinstance(each, Ins | Del) else "link" if isinstance(each, Link) else within
        if {kind, within} == {"change", "link"} or _has_changed_link(each.inlines, kind):
            return True
    return False


def _atoms(inlines: Inlines, outer: tuple[Wrapper, ...] = (), change: Change = "") -> Iterator[_Atom]:
    for each in inlines:
        if isinstance(each, Break) or (isinstance(each, Text) and each.text):
            yield _Atom(each, outer, change)
        elif isinstance(each, Ins | Del):
            own: Change = "ins" if isinstance(each, Ins) else "del"
            if change in ("", own):  # what is new and gone at once is in neither version
                yield from _atoms(each.inlines, outer, own)
        elif not isinstance(each, Text):
            yield from _atoms(each.inlines, (*outer, each), change)


def _ends_open(atoms: list[_Atom], lasting: set[int]) -> bool:
    """Whether a stretch that comes or goes ends with a link that does so."""
    return bool(atoms) and atoms[-1].link is not None and id(atoms[-1].link) not in lasting


def _cut(atom: _Atom) -> list[_Atom]:
    """Return the first character and the others."""
    if isinstance(atom.characters, Break) or len(atom.characters.text) == 1:
        return [atom]
    text = atom.characters.text
    return [replace(atom, characters=Text(text[:1])), replace(atom, characters=Text(text[1:]))]


def _nested(atoms: list[_Atom], depth: int = 0) -> Inlines:
    """Put atoms together again, those with the same round them into one."""
    made: list[Inline] = []
    for _, group in groupby(atoms, key=lambda atom: id(atom.round[depth]) if len(atom.round) > depth else 0):
        same = list(group)
        if len(same[0].round) > depth:
            made.append(replace(same[0].round[depth], inlines=_nested(same, depth + 1)))
        else:
            made += (_marked(atom) for atom in same)
    return tuple(made)


def _marked(atom: _Atom) -> Inline:
    if not atom.change:
        return atom.characters
    return (Ins if atom.change == "ins" else Del)((atom.characters,))
