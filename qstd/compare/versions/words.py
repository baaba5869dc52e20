"""The words of texts as strings in which each code point stands for one word.

Two words are one code point when they read alike, look alike (bold, stressed) and lead to the same address. Numbers,
dates, §§, telephone numbers and addresses are words, whole: "4 uger" to "8 uger" is a change of one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from qstd.compare.matching import matches
from qstd.compare.versions.classes import whole_class
from qstd.compare.versions.light import LIGHT
from qstd.model.document import Break, Emph, Inline, Inlines, Link, Strong, plain
from qstd.model.document import Text as Characters
from qstd.model.revision import JOINT, ChangeClass, Leaf, Span
from qstd.prose.sentences import spans

Run = tuple[int, int, int]
"""Words that two texts have in common: the first one in either, and how many."""

_MONTH = "(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)"
_WORD = re.compile(
    rf"""{JOINT}
    | https?://\S*[\w/] | [\w.+-]+@[\w-]+(?:\.[\w-]+)+          # addresses
    | \d{{1,2}}\.\s{_MONTH}(?:\s\d{{4}})? | \d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}(?!\d)  # dates
    | §{{1,2}}\s?\d+(?:\s?[a-hj-z]\b)? | (?:stk|nr)\.\s?\d+    # provisions; "i" after one is a word of its own
    | (?:\+45\s?)?\d\d(?:\s\d\d){{3}}(?!\d)                    # telephone numbers
    | \d+(?:[.,:]\d+)*                                         # numbers
    | [^\W\d_]+(?:['’-][^\W\d_]+)*-?                           # words, "børne-" and "e-mail" whole
    | \w+ | [^\w\s]""",
    re.VERBOSE | re.IGNORECASE,
)
_PLANES = 0x110000
_GRAM = 4
_SENTENCE, _SPACES = 20, 3
_MOST = 1 << 17  # pairs of units that are remembered


@dataclass(slots=True, eq=False)
class Unit:
    """A text and its looks, read into words once, however many leaves read so.

    `number` tells it from others of its vocabulary. By word there are `code`, `starts` and `ends` in the text (and the
    text's length at the end of `starts`), and `sums`, the content words before it (and at the end all of them). `links`
    are where it leads; `change` is what it is to lose it; `grams` are its runs of four words; `sentences` have their
    first character, the one after their last, and how they read, and `said` how all of them read: without those so
    short that they may stand in two places by chance.
    """

    number: int
    text: str
    code: str
    starts: list[int]
    ends: list[int]
    sums: list[int]
    links: tuple[tuple[str, str], ...] = ()
    change: ChangeClass = ""
    grams: frozenset[str] = frozenset()
    sentences: tuple[tuple[int, int, str], ...] = ()
    said: frozenset[str] = frozenset()

    @property
    def weight(self) -> int:
        """The number of content words."""
        return self.sums[-1]

    def word(self, at: int) -> str:
        """Return a word as it is written."""
        return self.text[self.starts[at] : self.ends[at]]


@dataclass(slots=True)
class Vocabulary:
    """The words and texts met so far, and what was found out about pairs of texts: nothing is compared twice. Texts are
    comparable when they were prepared with one vocabulary.
    """

    codes: dict[str, str] = field(default_factory=lambda: {JOINT: "\x01"})
    looks: dict[tuple[str, ...], int] = field(default_factory=lambda: {(): 0})
    content: list[bool] = field(default_factory=lambda: [False, False])
    last: int = 1
    units: dict[object, Unit] = field(default_factory=dict)
    pairs: dict[tuple[int, int], tuple[list[Run], int]] = field(default_factory=dict)
    edits: dict[tuple[int, int, bool], tuple[tuple[Span, ...], ChangeClass]] = field(default_factory=dict)

    def code(self, word: str, key: str) -> str:
        """Return the code point of a word, by the `key` that tells it from others. Raises OverflowError where a million
        different words were met.
        """
        found = self.codes.get(key)
        if found is None:
            self.last += 1
            if self.last == 0xD800:  # surrogates are no characters
                self.last = 0xE000
                self.content += [False] * 0x800
            if self.last >= _PLANES:
                raise OverflowError("vocabulary")
            found = self.codes[key] = chr(self.last)
            self.content.append((word[0].isalnum() or word[0] == "§") and word.casefold() not in LIGHT)
        return found

    def look(self, look: tuple[str, ...]) -> int:
        """Return the number of a look: bold, stressed, and where its words lead."""
        return self.looks.setdefault(look, len(self.looks))

    def unit(self, leaf: Leaf) -> Unit:
        """Return the unit that a leaf reads as."""
        dull = all(isinstance(each, (Characters, Break)) for cell in leaf.cells for each in cell)
        key = (leaf.text, leaf.kind) if dull else (leaf.text, leaf.kind, leaf.cells)
        found = self.units.get(key)
        if found is None:
            found = self.units[key] = _read(leaf, None if dull else _looks(leaf, self), self)
        return found

    def common(self, old: Unit, new: Unit) -> tuple[list[Run], int]:
        """Return the words that two units have in common, and how many of them are content."""
        key = (old.number, new.number)
        found = self.pairs.get(key)
        if found is None:
            if len(self.pairs) >= _MOST:
                self.pairs.clear()
            runs, sums = matches(old.code, new.code), old.sums
            found = self.pairs[key] = (runs, sum([sums[i + size] - sums[i] for i, _, size in runs]))
        return found


def _read(leaf: Leaf, looks: list[int] | None, vocabulary: Vocabulary) -> Unit:
    text, codes = leaf.text, vocabulary.codes
    starts, ends, out = [], [], []
    for each in _WORD.finditer(text):
        start, end = each.span()
        starts.append(start)
        ends.append(end)
        word = text[start:end]
        key = word if len(word) < 4 or word.isalnum() else " ".join(word.split()) or JOINT
        if looks is not None and (look := _look(looks[start:end])):
            key += f"\0{look}"
        out.append(codes.get(key) or vocabulary.code(word, key))
    starts.append(len(text))
    code = "".join(out)
    content = vocabulary.content
    # A sentence with a link or bold words in it is more than its words.
    sentences = tuple(_sentences(text)) if leaf.kind == "paragraph" and looks is None else ()
    return Unit(
        number=len(vocabulary.units),
        text=text,
        code=code,
        starts=starts,
        ends=ends,
        sums=[0, *accumulate([content[ord(each)] for each in code])],
        links=tuple(link for cell in leaf.cells for link in _links(cell)) if looks else (),
        change=whole_class(text),
        grams=frozenset([code[at : at + _GRAM] for at in range(len(code) - _GRAM + 1)]),
        sentences=sentences,
        said=frozenset([each[2] for each in sentences]),
    )


def _sentences(text: str) -> Iterator[tuple[int, int, str]]:
    for start, end in spans(text):
        said = text[start:end]
        if end - start >= _SENTENCE and said.count(" ") >= _SPACES:
            yield start, end, said


def _links(inlines: Inlines) -> Iterator[tuple[str, str]]:
    for each in inlines:
        if isinstance(each, Link):
            yield each.href, each.title
        if not isinstance(each, (Characters, Break)):
            yield from _links(each.inlines)


def _look(looks: list[int]) -> str:
    """Return what tells the looks of a word; empty for plain ones. Most words have one look throughout."""
    if not any(looks):
        return ""
    return str(looks[0]) if len(set(looks)) == 1 else ",".join(map(str, looks))


def _looks(leaf: Leaf, vocabulary: Vocabulary) -> list[int]:
    """Return the look of every character."""
    out: list[int] = []
    for at, cell in enumerate(leaf.cells):
        if at:
            out.append(0)
        _gather(cell, (), vocabulary, out)
    return out


def _gather(inlines: Inlines, look: tuple[str, ...], vocabulary: Vocabulary, out: list[int]) -> None:
    for each in inlines:
        if isinstance(each, (Characters, Break)):
            out += [vocabulary.look(look)] * len(plain((each,)))
        else:
            _gather(each.inlines, tuple(sorted({*look, *_own_look(each)})), vocabulary, out)


def _own_look(inline: Inline) -> tuple[str, ...]:
    if isinstance(inline, Strong):
        return ("strong",)
    if isinstance(inline, Emph):
        return ("emph",)
    return (f"@{inline.href}\0{inline.title}",) if isinstance(inline, Link) else ()
