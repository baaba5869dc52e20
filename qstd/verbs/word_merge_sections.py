"""Where the sections of a standard are in a Word file: by the bookmarks in their headings, else by the headings, else by text."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Literal

from qstd.language import LANGUAGES, translator
from qstd.model.document import dotted
from qstd.model.outline import Block, Para, Table, paragraphs
from qstd.model.standard import Section
from qstd.model.word import WordBase
from qstd.present.standard import FOR_PROFESSIONALS, PROFESSIONAL
from qstd.present.word_base import TITLE, mark
from qstd.recognise import numbers
from qstd.recognise.inline import literal
from qstd.recognise.words import one_line
from qstd.verbs.word_merge_text import is_empty_note, laid_out, said
from qstd.writers.docx_anchors import section_names
from qstd.writers.docx_names import OWN_PREFIX, bookmark

How = Literal["bookmark", "heading", "text", "new"]
SURE, BY_HEADING, HALF = 100, 90, 50
_PREFIX = re.compile(r"qstd_[0-9a-f]{6}_[0-9a-f]{8}_")
_LONGEST_HEADING = 200


@dataclass(slots=True)
class Found:
    """A section in a Word file: which one of the standard it is (the number of that in the base; None for a new one), how
    that was found and how sure it is (in percent), its number and heading, how deep the heading is, and what stands below.
    """

    base: int | None
    how: How
    confidence: int
    number: str | None
    heading: str
    professional: bool = False
    level: int = 1
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Parted:
    """A Word file in parts: the title, the sections in their order, and what stands around them and is not ours.
    `marked` tells whether it still has any bookmark of ours, `professional` whether it has the heading for professionals.
    """

    title: str | None = None
    sections: list[Found] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    marked: bool = False
    professional: bool = False


def parted(blocks: Sequence[Block], base: WordBase) -> Parted:
    """Find the sections of `base` in what stands in a Word file."""
    marked = any(_is_ours(name) for each in paragraphs(blocks) for name in each.names)
    walk = _Walk(base, tuple(_flat(blocks, Headings(base), marked)), marked)
    walk.walk()
    _by_words(walk.made.sections, base)
    return walk.made


class Headings:
    """The sections of a base by their headings, and by their bookmarks."""

    def __init__(self, base: WordBase) -> None:
        self.sections = base.sections
        self._keys = [each.key for each in base.sections]
        self._by_heading: dict[str, list[int]] = {}
        for at, each in enumerate(base.sections):
            for words in {_bare(each.heading), _bare(f"{each.number or ''} {each.heading}"), _bare(_numbered(each))}:
                self._by_heading.setdefault(words, []).append(at)
        self._names: dict[str, dict[str, int]] = {}

    def by_name(self, name: str) -> int | None:
        """Return the section that a bookmark names."""
        found = _PREFIX.match(name)
        if not found:
            return None
        prefix = found[0]
        if prefix not in self._names:
            made = section_names(dict.fromkeys(filter(None, self._keys)), prefix)
            self._names[prefix] = {made[key].lower(): at for at, key in reversed(list(enumerate(self._keys))) if key}
        return self._names[prefix].get(name.lower())

    def by_heading(self, text: str) -> Sequence[int]:
        """Return the sections with a heading."""
        return self._by_heading.get(_bare(text), ()) if text else ()


def _numbered(section: Section) -> str:
    return f"{dotted(section.number)} {section.heading}" if section.number else section.heading


def _bare(text: str) -> str:
    return " ".join(one_line(text).casefold().split())


def _flat(blocks: Iterable[Block], headings: Headings, marked: bool) -> Iterator[Block]:
    """Yield blocks, a table whose rows are sections row by row."""
    for each in blocks:
        if isinstance(each, Table) and _has_sections(each, headings, marked):
            for row in each.rows:
                for cell in row.cells:
                    yield from _flat(cell.blocks, headings, marked)
        else:
            yield each


def _has_sections(table: Table, headings: Headings, marked: bool) -> bool:
    """Tell whether the rows of a table are sections: by its bookmarks, or, in a file without any, by its labels."""
    if marked:
        return any(_is_ours(name) for para in paragraphs((table,)) for name in para.names)
    labels = [next(paragraphs(row.cells[0].blocks), None) for row in table.rows if row.cells]
    known = [bool(headings.by_heading(literal(each))) for each in labels if each]
    return any(known) and 2 * sum(known) >= len(known)


def _is_ours(name: str) -> bool:
    return bool(_PREFIX.match(name)) or name.startswith(OWN_PREFIX)


class _Walk:
    """Goes through a file once, from top to bottom."""

    def __init__(self, base: WordBase, blocks: Sequence[Block], marked: bool) -> None:
        self.base, self.blocks = base, blocks
        self.headings = Headings(base)
        self.made = Parted(marked=marked)
        self.ours = frozenset(base.ours)
        self.own_words = frozenset(
            mark(each) for section in base.sections for each in laid_out(section.body).split("\n") if each
        )
        named = (self._named(each) for each in blocks if isinstance(each, Para))
        self.taken = {each for each in named if each is not None}
        self.seen: set[int] = set()
        self.current: Found | None = None

    def walk(self) -> None:
        """Put each block where it belongs."""
        for each in self.blocks:
            if not (isinstance(each, Para) and self._opens(each)):
                self._put(each)

    def _named(self, para: Para) -> int | None:
        return next((at for name in para.names if (at := self.headings.by_name(name)) is not None), None)

    def _opens(self, para: Para) -> bool:
        """Tell whether a paragraph opens something: a section, the title, a part of ours. It is then put there."""
        own = next((name for name in para.names if name.startswith(OWN_PREFIX)), "")
        if own:
            return self._ours(para, own)
        at = self._named(para)
        if at is not None and at not in self.seen and self._has_heading(para, at):
            self._open(para, at, "bookmark", SURE)
            return True
        text = literal(para)
        if not self.current and self.made.title is None and not self.made.marked and self._is_title(para):
            self.made.title = one_line(text)
            return True
        return self._opens_unnamed(para, text)

    def _has_heading(self, para: Para, at: int) -> bool:
        """Tell whether a heading still has words, if it had any: without them what stands below goes with what is above."""
        return bool(literal(para).strip() or not self.base.sections[at].heading.strip())

    def _ours(self, para: Para, name: str) -> bool:
        if name == bookmark(TITLE, OWN_PREFIX):
            self.made.title = one_line(literal(para))
            return True
        self.current = None
        self.made.professional |= name == bookmark(PROFESSIONAL, OWN_PREFIX)
        return False

    def _is_title(self, para: Para) -> bool:
        return para.level == 1 or _bare(literal(para)) == _bare(self.base.title)

    def _opens_unnamed(self, para: Para, text: str) -> bool:
        """Tell whether a paragraph without a bookmark opens a section, or ends one."""
        if len(text) > _LONGEST_HEADING or not text or para.depth or is_empty_note(text):
            return False
        is_ours = mark(text) in self.ours and mark(text) not in self.own_words
        if is_ours and (para.level or not self.made.marked):
            self.current = None
            self.made.professional |= para.level > 0 and mark(text) in _for_professionals()
            return False
        free = [at for at in self.headings.by_heading(text) if at not in self.taken | self.seen]
        if free and self._may_open(para, free[0]):
            self._open(para, free[0], "heading", BY_HEADING if para.level or para.reasons else HALF + 20)
            return True
        if para.level and para.level == (2 if self.made.professional else 1):
            self._open(para, None, "new", 0)
            return True
        return False

    def _may_open(self, para: Para, at: int) -> bool:
        """Tell whether a paragraph with the words of a heading is one. Where bookmarks are, a sentence that says the same is
        not taken for one.
        """
        return para.level > 0 or bool(para.reasons) or not self.made.marked or mark(literal(para)) not in self.own_words

    def _open(self, para: Para, at: int | None, how: How, confidence: int) -> None:
        if at is not None:
            self.seen.add(at)
        known = None if at is None else self.base.sections[at]
        number, heading = _heading(para, known)
        self.current = Found(at, how, confidence, number, heading, self.made.professional, max(1, para.level))
        self.made.sections.append(self.current)

    def _put(self, block: Block) -> None:
        if self.current is not None:
            self.current.blocks.append(block)
            return
        for para in paragraphs((block,)):
            text = one_line(literal(para))
            if text and mark(text) not in self.ours:
                self.made.outside.append(text)


@cache
def _for_professionals() -> frozenset[str]:
    return frozenset(mark(translator(each)(FOR_PROFESSIONALS)) for each in LANGUAGES)


def _heading(para: Para, known: Section | None) -> tuple[str | None, str]:
    """Return the number and the words of a heading; as they were where they say the same."""
    text = one_line(literal(para))
    if para.marker:
        return numbers.of_marker(para.marker) or None, text
    if known is not None:
        if _same(text, _numbered(known)) or (known.number and _same(text, f"{known.number} {known.heading}")):
            return known.number, known.heading
        if known.number:
            found = re.match(rf"{re.escape(known.number)}[.)]?\s+(?=\S)", text)
            if found:
                return known.number, text[found.end() :]
        elif not numbers.split(known.heading).number and _same(numbers.split(text).text, known.heading):
            return numbers.split(text).number or None, known.heading
        elif numbers.split(known.heading).number:
            return None, text
    split = numbers.split(text)
    if known is not None and _same(split.text, known.heading):
        return split.number or None, known.heading
    return split.number or None, split.text


def _same(a: str, b: str) -> bool:
    return one_line(a) == one_line(b)


# ---------- By text ----------


def _by_words(found: list[Found], base: WordBase) -> None:
    """Find sections that are left by the words that they have in common, the likest first."""
    missing = set(range(len(base.sections))) - {each.base for each in found}
    new = [at for at, each in enumerate(found) if each.base is None]
    if not missing or not new:
        return
    bags = {at: _bag(f"{base.sections[at].heading} {base.sections[at].body}") for at in missing}
    own = {at: _bag(f"{found[at].heading} {said(found[at].blocks)}") for at in new}
    scores = sorted(
        ((_likeness(bags[old], own[at]), old, at) for old in missing for at in new),
        key=lambda each: (-each[0], *each[1:]),
    )
    for score, old, at in scores:
        if score >= HALF and old in missing and found[at].base is None:
            missing.discard(old)
            found[at] = _as(found[at], old, score)


def _as(found: Found, base: int, score: int) -> Found:
    return replace(found, base=base, how="text", confidence=score)


def _bag(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


def _likeness(a: Counter[str], b: Counter[str]) -> int:
    total = a.total() + b.total()
    return round(200 * (a & b).total() / total) if total else 0


def order(found: Sequence[Found], base: Sequence[Section], sections: Sequence[Section]) -> list[Section]:
    """Return the `sections` of a file, which are those of `found`, in the order of the standard's own file. Readers see what
    is for everyone before what is for professionals; in the file they may stand in any order, and stay there.
    """
    places: dict[int, int] = {}
    for audience in ("everyone", "professional"):
        there = [
            each.base
            for each, section in zip(found, sections, strict=True)
            if each.base is not None and section.audience == audience
        ]
        places.update(zip(there, sorted(there), strict=True))
    made: list[tuple[int, int, Section]] = []
    last = -1
    for at, (each, section) in enumerate(zip(found, sections, strict=True)):
        last = places[each.base] if each.base is not None else last
        made.append((last, at, section))
    return [section for _, _, section in sorted(made, key=lambda each: each[:2])]
