"""A standard as words: what `script` compares."""

from collections import Counter
from dataclasses import dataclass
from itertools import accumulate

from qstd.compare.versions.leaves import leaves
from qstd.compare.versions.words import Unit, Vocabulary
from qstd.model.revision import Leaf
from qstd.model.standard import Standard


@dataclass(slots=True)
class Text:
    """A standard, prepared for comparing.

    `order` ranks texts, whatever the vocabulary. `lines` has one code point for each leaf: leaves are alike when they
    read alike, in one form and with one number; headings with a name of their own are alike by that. By leaf there are
    `units`, `keys` (which leave names aside) and `shapes`; `heads` are the headings of sections. `code` has the words of
    all leaves; those of a leaf begin at `offsets[leaf]`, and `sums` has the content words before each. `grams` are all
    runs of four words, `places` the last leaf that each stands in; `said` are all sentences, with the leaf and the
    characters where each stands last.
    """

    vocabulary: Vocabulary
    leaves: tuple[Leaf, ...]
    order: str
    lines: str
    units: list[Unit]
    keys: list[str]
    shapes: list[str]
    code: str
    offsets: list[int]
    sums: list[int]
    grams: frozenset[str]
    places: dict[str, int]
    said: dict[str, tuple[int, int, int]]
    heads: list[int]


def prepare(standard: Standard, vocabulary: Vocabulary) -> Text:
    """Read a standard into words, once for all its comparisons."""
    found = leaves(standard)
    units = [vocabulary.unit(each) for each in found]
    shapes = [vocabulary.code("-", "\0" + shape(each)) for each in found]
    keys = [f"{form}{leaf.number}\0{unit.code}" for form, leaf, unit in zip(shapes, found, units, strict=True)]
    code = "".join([each.code for each in units])
    return Text(
        vocabulary=vocabulary,
        leaves=found,
        order="\n".join([f"{each.text}\t{each.number}\t{shape(each)}\t{_name(each, standard)}" for each in found]),
        lines=_lines(standard, found, keys, vocabulary),
        units=units,
        keys=keys,
        shapes=shapes,
        code=code,
        offsets=[0, *accumulate([len(each.code) for each in units])],
        sums=[0, *accumulate([vocabulary.content[ord(each)] for each in code])],
        grams=frozenset().union(*[each.grams for each in units]),
        places={gram: leaf for leaf, each in enumerate(units) for gram in each.grams},
        said={said: (leaf, a, b) for leaf, each in enumerate(units) for a, b, said in each.sentences},
        heads=[at for at, each in enumerate(found) if each.kind == "section"],
    )


def shape(leaf: Leaf) -> str:
    """Return the form of a leaf: only leaves of one form can be versions of each other."""
    frames = (f"{each.kind} {each.start} {each.columns} {each.head}" for each in leaf.frames)
    return "\0".join((leaf.kind, str(leaf.level), str(leaf.first), *frames))


def _lines(standard: Standard, found: tuple[Leaf, ...], keys: list[str], vocabulary: Vocabulary) -> str:
    """Return the leaves as code points."""
    times = Counter(each.key for each in standard.sections)
    lines = []
    for leaf, key in zip(found, keys, strict=True):
        name = _name(leaf, standard)
        own = name and (leaf.section < 0 or times[name] == 1)
        lines.append(vocabulary.code("-", f"\0{leaf.kind}\0{name}" if own else f"\0{key}"))
    return "".join(lines)


def _name(leaf: Leaf, standard: Standard) -> str:
    """Return the name by which a leaf is found whatever it reads: the key of its section, for headings of sections."""
    if leaf.section < 0:
        return leaf.kind
    return standard.sections[leaf.section].key if leaf.kind == "section" else ""
