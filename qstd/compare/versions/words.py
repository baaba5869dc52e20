"""The words of texts as strings in which each code point stands for one word.

Two words are one code point when they read alike, look alike (bold, stressed) and lead to the same address. Numbers,
dates, §§, telephone numbers and addresses are words, whole: "4 uger" to "8 uger" is a change of one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, compress

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
    rf"""[^\W\d_]++(?=[\s,])                                     # most words, looked for first for speed
    | {JOINT}
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
    text's length at the end of `starts`), and `sums`, the content words before it (and at the end all of them).
    `content` has the code points of these alone, and `bag` a bit for each, and another one for each time that it comes
    again: the bits of two bags count the most that both can have in common. `links` are where it leads; `change` is
    what it is to lose it; `grams` are its runs of four words; `sentences` have their first character, the one after
    their last, and how they read, and `said` how all of them read: without those so short that they may stand in two
    places by chance.
    """

    number: int
    text: str
    code: str
    starts: list[int]
    ends: list[int]
    sums: list[int]
    content: str = ""
    bag: int = 0
    links: tuple[tuple[str, str], ...] = ()
    change: ChangeClass = ""
    grams: frozenset[str] = frozenset()
    sentences: tuple[tuple[int, int, str], ...] = ()
    said: frozenset[str] = frozenset()

    @property
    def weight(self) -> int:
        """The number of content words."""
        return len(self.content)

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
    bits: dict[str, int] = field(default_factory=lambda: {"\x01": 0})
    again: dict[tuple[str, int], int] = field(default_factory=dict)
    next_bit: int = 1
    last: int = 1
    units: dict[object, Unit] = field(default_factory=dict)
    pairs: dict[tuple[int, int], list[Run]] = field(default_factory=dict)
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
            content = (word[0].isalnum() or word[0] == "§") and word.casefold() not in LIGHT
            self.content.append(content)
            self.bits[found] = self._bit() if content else 0
        return found

    def look(self, look: tuple[str, ...]) -> int:
        """Return the number of a look: bold, stressed, and where its words lead."""
        return self.looks.setdefault(look, len(self.looks))

    def _bit(self) -> int:
        bit = self.next_bit
        self.next_bit = bit << 1
        return bit

    def bag(self, code: str) -> int:
        """Return the bag of words that are code points."""
        bag, own = 0, set(code)
        for each in own:
            bag |= self.bits[each]
        if len(own) < len(code):
            for each, times in Counter(code).items():
                for time in range(1, times):
                    bag |= self.again.get((each, time)) or self.again.setdefault((each, time), self._bit())
        return bag

    def unit(self, leaf: Leaf) -> Unit:
        """Return the unit that a leaf reads as."""
        dull = all(isinstance(each, (Characters, Break)) for cell in leaf.cells for each in cell)
        key = (leaf.text, leaf.kind) if dull else (leaf.text, leaf.kind, leaf.cells)
        found = self.units.get(key)
        if found is None:
            found = self.units[key] = _read(leaf, None if dull else _looks(leaf, self), self)
        return found

    def common(self, old: Unit, new: Unit) -> list[Run]:
        """Return the words that two units have in common."""
        key = (old.number, new.number)
        found = self.pairs.get(key)
        if found is None:
            if len(self.pairs) >= _MOST:
                self.pairs.clear()
            found = self.pairs[key] = matches(old.code, new.code)
        return found


def joined(units: Sequence[Unit]) -> Unit:
    """Return units as one, with a joint between two."""
    if len(units) == 1:
        return units[0]
    starts: list[int] = []
    ends: list[int] = []
    sums = [0]
    offset = 0
    for at, each in enumerate(units):
        if at:
            starts.append(offset - 1)
            ends.append(offset)
            sums.append(sums[-1])
        starts += [start + offset for start in each.starts[:-1]]
        ends += [end + offset for end in each.ends]
        sums += [sums[-1] + weight for weight in each.sums[1:]]
        offset += len(each.text) + 1
    whole = JOINT.join([each.text for each in units])
    links = tuple(link for each in units for link in each.links)
    return Unit(-1, whole, "\x01".join([each.code for each in units]), [*starts, len(whole)], ends, sums, links=links)


def _read(leaf: Leaf, looks: list[int] | None, vocabulary: Vocabulary) -> Unit:
    text, content = leaf.text, vocabulary.content
    words = _WORD.findall(text)
    starts, ends, at = [], [], 0
    for word in words:  # nothing but white space stands between two
        at = text.index(word, at)
        starts.append(at)
        at += len(word)
        ends.append(at)
    code = _plain_code(words, vocabulary) if looks is None else _code(words, starts, looks, vocabulary)
    starts.append(len(text))
    heavy = [content[ord(each)] for each in code]
    own = "".join(compress(code, heavy))
    # A sentence with a link or bold words in it is more than its words.
    sentences = tuple(_sentences(text)) if leaf.kind == "paragraph" and looks is None else ()
    return Unit(
        number=len(vocabulary.units),
        text=text,
        code=code,
        starts=starts,
        ends=ends,
        sums=[0, *accumulate(heavy)],
        content=own,
        bag=vocabulary.bag(own),
        links=tuple(link for cell in leaf.cells for link in _links(cell)) if looks else (),
        change=whole_class(text),
        grams=frozenset([code[at : at + _GRAM] for at in range(len(code) - _GRAM + 1)]),
        sentences=sentences,
        said=frozenset([each[2] for each in sentences]),
    )


def _plain_code(words: Sequence[str], vocabulary: Vocabulary) -> str:
    try:
        return "".join([vocabulary.codes[each] for each in words])
    except KeyError:  # a word that was not met before
        for each in words:
            vocabulary.codes[each] = vocabulary.code(each, _key(each))
        return "".join([vocabulary.codes[each] for each in words])


def _code(words: Sequence[str], starts: Sequence[int], looks: list[int], vocabulary: Vocabulary) -> str:
    out = []
    for word, start in zip(words, starts, strict=True):
        look = _look(looks[start : start + len(word)])
        out.append(vocabulary.code(word, f"{_key(word)}\0{look}" if look else _key(word)))
    return "".join(out)


def _key(word: str) -> str:
    """Return what tells a word from others: how it reads, whatever white space is in it."""
    return " ".join(word.split()) or JOINT


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
