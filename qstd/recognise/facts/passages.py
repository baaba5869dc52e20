"""Passages: a standard's sections as the grammars read them: leaves of text, each with its sentences.

A leaf is a paragraph, an entry of a list, a row of a table or a heading inside a body. Every sentence is a verbatim part
of the section's published text, so that it can be the quote behind a fact.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from qstd import catalogue, prose
from qstd.catalogue import Service
from qstd.model.document import Blocks, Heading, Items, Paragraph, Table, plain
from qstd.model.facts import Evidence
from qstd.model.standard import Section, StandardFile
from qstd.prose.sentences import spans

LeafKind = Literal["paragraph", "heading", "item", "row", "quote"]

_LAW_MARK = re.compile(r"(?:§\s*\d+\s?[a-h]?\.|Stk\.\s*\d+\.)\s")
_LAW_VOICE = re.compile(
    r"(?:Kommunalbestyrelsen|Regionsrådet)\s+(?:skal|kan|sørger|tilbyder|træffer|yder|afgør|fører)\b"
)
_LAW_QUOTED = re.compile(r"[»”“\"]\s*(?:Kommunalbestyrelsen|Regionsrådet|Stk\.|§)")
_LAW_NAMED = re.compile(r"loven|lov om|\b(?:SEL|SUL|ÆL)\b", re.IGNORECASE)
_LONGEST = 4000
_CUT = re.compile(r"[a-zæøå]{4}[.!?]\s+(?=[A-ZÆØÅ])")
_QUOTED = re.compile(r"[»”“\"].*[«”“\"][.]?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and what stands around it: its section's key, topic and heading, the heading `under` which it stands
    inside the body, and the words that `lead` the list whose entry it is. `law` is true for law text that is quoted.
    """

    text: str
    key: str
    topic: str
    heading: str = ""
    under: str = ""
    lead: str = ""
    leaf: int = 0
    kind: LeafKind = "paragraph"
    law: bool = False

    @property
    def evidence(self) -> Evidence:
        """The sentence as the quote behind a fact."""
        return Evidence(section=self.key, quote=self.text)

    @property
    def context(self) -> str:
        """What the sentence is about, in the words above it: headings and the lead of its list."""
        return " ".join(filter(None, (self.heading, self.under, self.lead)))


@dataclass(frozen=True, slots=True)
class Leaf:
    """One paragraph, entry, row or heading: its lines, as the author broke them, and its sentences."""

    lines: tuple[str, ...]
    kind: LeafKind
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """All lines as one."""
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True)
class Passage:
    """One section that can carry facts: its key, topic and heading, its leaves, and its whole text."""

    key: str
    topic: str
    heading: str
    leaves: tuple[Leaf, ...]
    text: str

    @property
    def sentences(self) -> Iterator[Sentence]:
        """Every sentence, in order, but for headings."""
        return (each for leaf in self.leaves if leaf.kind != "heading" for each in leaf.sentences)


@dataclass(frozen=True)
class Source:
    """A standard as the grammars read it: its passages and the service that it is about, None where that is unknown."""

    passages: tuple[Passage, ...]
    service: Service | None

    @cached_property
    def own(self) -> frozenset[tuple[str, str]]:
        """The provisions that the service rests on, as act and paragraph."""
        return frozenset(self.service.provisions) if self.service else frozenset()

    @cached_property
    def act(self) -> str:
        """The key of the act that a bare "§ 85" belongs to."""
        return self.service.provisions[0][0] if self.service and self.service.provisions else ""

    def sentences(self, *topics: str) -> Iterator[Sentence]:
        """Every sentence that is no quoted law text: of sections on these topics, in the order of the topics, or of
        all where none is named.
        """
        for passage in self.about(*topics) if topics else self.passages:
            yield from (each for each in passage.sentences if not each.law)

    def elsewhere(self, *topics: str) -> Iterator[Sentence]:
        """Every sentence that is no quoted law text, of all sections but those on these topics."""
        for passage in self.passages:
            if passage.topic not in topics:
                yield from (each for each in passage.sentences if not each.law)

    def about(self, *topics: str) -> Iterator[Passage]:
        """Every section on these topics, in the order of the topics."""
        return (each for topic in topics for each in self.passages if each.topic == topic)


def source(standard: StandardFile) -> Source:
    """Read a standard. Sections without a name are left out: no fact can point to them."""
    keys: set[str] = set()
    found = []
    for section in standard.sections:
        if section.key and section.key not in keys:
            keys.add(section.key)
            found += [_passage(section)] if section.body.strip() else []
    return Source(tuple(found), catalogue.service(standard.service))


def joined(first: Sentence, last: Sentence, text: str) -> Evidence:
    """Return the words of a section from one sentence to the end of another as one quote."""
    start = text.find(first.text)
    stop = text.find(last.text, start)
    if start < 0 or stop < 0:
        return first.evidence
    return Evidence(section=first.key, quote=text[start : stop + len(last.text)])


def _passage(section: Section) -> Passage:
    topic, blocks = section.topic or "", prose.blocks(section.body)
    leaves = []
    under = lead = ""
    for at, (kind, raw) in enumerate(_leaves(blocks)):
        words = prose.normal(raw)
        if not words:
            continue
        lead = lead if kind == "item" else ""
        frame = Sentence("", section.key, topic, section.heading, under, lead, at, kind)
        leaves.append(Leaf(tuple(_lines(raw)), kind, tuple(_sentences(raw, frame))))
        if kind == "heading":
            under = words
        elif kind == "paragraph":
            lead = words[-300:]
    return Passage(section.key, topic, section.heading, tuple(leaves), prose.text(section.body))


def _lines(raw: str) -> Iterator[str]:
    return (line for each in raw.splitlines() if (line := prose.normal(each)))


def _leaves(blocks: Blocks) -> Iterator[tuple[LeafKind, str]]:
    for block in blocks:
        if isinstance(block, Heading):
            yield "heading", plain(block.inlines)
        elif isinstance(block, Paragraph):
            yield "paragraph", plain(block.inlines)
        elif isinstance(block, Items):
            yield from _entries(block)
        elif isinstance(block, Table):
            for row in (*block.head, *block.body):
                yield "row", " ".join(_texts(cell.blocks) for cell in row.cells)
        else:
            yield "quote", _texts(block.blocks)


def _entries(items: Items) -> Iterator[tuple[LeafKind, str]]:
    for item in items.items:
        for kind, words in _leaves(item.blocks):
            yield ("item" if kind == "paragraph" else kind), words


def _texts(blocks: Blocks) -> str:
    return " ".join(prose.block_texts(blocks))


def _sentences(raw: str, frame: Sentence) -> Iterator[Sentence]:
    law = frame.kind == "quote"
    for each in _texts_of_sentences(raw):
        words = prose.normal(each)
        law = law or _opens_law(words, frame.topic)
        yield Sentence(
            words,
            frame.key,
            frame.topic,
            frame.heading,
            frame.under,
            frame.lead,
            frame.leaf,
            frame.kind,
            law or bool(_QUOTED.fullmatch(words)),
        )


def _texts_of_sentences(raw: str) -> Iterator[str]:
    for part in _parts(raw):
        yield from (part[start:end] for start, end in _spans(part))


def _parts(raw: str) -> Iterator[str]:
    """Yield a text in parts that are not too long to look through again and again: no sentence is that long."""
    at = 0
    while len(raw) - at > _LONGEST:
        cut = next((each.end() for each in _CUT.finditer(raw, at + _LONGEST // 2, at + _LONGEST)), 0)
        cut = cut or raw.find(" ", at + _LONGEST) + 1 or len(raw)
        yield raw[at:cut]
        at = cut
    yield raw[at:]


def _spans(raw: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a text; "pt." ends none."""
    begun: int | None = None
    for start, end in spans(raw):
        first = start if begun is None else begun
        if raw.endswith((" pt.", "(pt."), start, end) and end < len(raw):
            begun = first
            continue
        begun = None
        yield first, end
    if begun is not None:
        yield begun, len(raw.rstrip())


def _opens_law(words: str, topic: str) -> bool:
    """Tell whether quoted law text begins with a sentence: it goes on to the end of its leaf."""
    if _LAW_MARK.match(words):
        return True
    if topic != "legal_basis":
        return False
    return bool(_LAW_QUOTED.search(words)) or (bool(_LAW_VOICE.match(words)) and not _LAW_NAMED.search(words))
