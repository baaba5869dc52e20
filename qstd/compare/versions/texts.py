"""A standard as words: what `script` compares."""

from collections import Counter
from dataclasses import dataclass
from itertools import accumulate

from qstd.compare.versions.leaves import leaves
from qstd.compare.versions.words import Unit, Vocabulary
from qstd.model.revision import ChangeClass, Leaf
from qstd.model.standard import Standard

Cell = tuple[int, str, int, int]
"""A leaf, its form, its bag of content words, and how many they are."""


@dataclass(slots=True)
class Text:
    """A standard, prepared for comparing.

    `order` ranks texts, whatever the vocabulary. `lines` has one code point for each leaf: leaves are alike when they
    read alike, in one form and with one number; headings with a name of their own are alike by that. In `exact` nothing
    but leaves without any difference is alike. By leaf there are `units`, `shapes` (their forms), `changes` (what it
    is to lose one) and `cells`; `heads` are
    the headings of sections. `code` has the words of all leaves; those of a leaf begin at `offsets[leaf]`, and `codes` are those
    of every leaf. `grams` are all runs of four words, `places` the last leaf that each stands in; `said` are
    all sentences, with the leaf and the characters where each stands last.
    """

    vocabulary: Vocabulary
    leaves: tuple[Leaf, ...]
    order: tuple[str, ...]
    lines: str
    exact: str
    units: list[Unit]
    shapes: str
    changes: list[ChangeClass]
    cells: list[Cell]
    code: str
    offsets: list[int]
    codes: frozenset[str]
    grams: frozenset[str]
    places: dict[str, int]
    said: dict[str, tuple[int, int, int]]
    heads: list[int]


def prepare(standard: Standard, vocabulary: Vocabulary) -> Text:
    """Read a standard into words, once for all its comparisons."""
    found = leaves(standard)
    units = [vocabulary.unit(each) for each in found]
    shapes = "".join([vocabulary.code("-", "\0" + shape(each)) for each in found])
    keys = [f"\0{form}{leaf.number}\0" for form, leaf in zip(shapes, found, strict=True)]
    return Text(
        vocabulary=vocabulary,
        leaves=found,
        order=_order(standard),
        lines=_lines(standard, found, [key + unit.code for key, unit in zip(keys, units, strict=True)], vocabulary),
        exact="".join([vocabulary.code("-", f"{key}{unit.number}\0") for key, unit in zip(keys, units, strict=True)]),
        units=units,
        shapes=shapes,
        changes=[each.change for each in units],
        cells=[(at, form, unit.bag, unit.weight) for at, (form, unit) in enumerate(zip(shapes, units, strict=True))],
        code="".join([each.code for each in units]),
        offsets=[0, *accumulate([len(each.code) for each in units])],
        codes=frozenset([each.code for each in units]),
        grams=frozenset().union(*[each.grams for each in units]),
        places={gram: leaf for leaf, each in enumerate(units) for gram in each.grams},
        said={said: (leaf, a, b) for leaf, each in enumerate(units) for a, b, said in each.sentences},
        heads=[at for at, each in enumerate(found) if each.kind == "section"],
    )


def shape(leaf: Leaf) -> str:
    """Return the form of a leaf: only leaves of one form can be versions of each other."""
    frames = [f"\0{each.kind} {each.start} {each.columns} {each.head}" for each in leaf.frames]
    return f"{leaf.kind}\0{leaf.level}\0{leaf.first}{''.join(frames)}"


def _order(standard: Standard) -> tuple[str, ...]:
    parts = [part for each in standard.sections for part in (each.heading, each.body, each.number or "", each.key)]
    return standard.title, *parts, (standard.approval.text if standard.approval else None) or ""


def _lines(standard: Standard, found: tuple[Leaf, ...], keys: list[str], vocabulary: Vocabulary) -> str:
    """Return the leaves as code points."""
    times = Counter([each.key for each in standard.sections])
    lines = []
    for leaf, key in zip(found, keys, strict=True):
        name = _name(leaf, standard)
        own = name and (leaf.section < 0 or times[name] == 1)
        lines.append(vocabulary.code("-", f"\0{leaf.kind}\0{name}" if own else key))
    return "".join(lines)


def _name(leaf: Leaf, standard: Standard) -> str:
    """Return the name by which a leaf is found whatever it reads: the key of its section, for headings of sections."""
    if leaf.section < 0:
        return leaf.kind
    return standard.sections[leaf.section].key if leaf.kind == "section" else ""
