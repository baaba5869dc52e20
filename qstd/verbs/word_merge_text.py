"""The text of a section as it comes back from Word: its Markdown as it was, save for what somebody changed.

Word keeps words, lists, tables, bold and links, and not how a file was written: where its lines end, which sign a list has,
what is escaped. So the old text is laid out the way that Word would give it back; where both are alike, nothing was changed;
where they differ, every word that both have is written as it was.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from qstd import catalogue, prose
from qstd.language import LANGUAGES, translator
from qstd.model import document as doc
from qstd.model.outline import LINE_BREAK, Block, Cell, Para, Row, Run, Table, paragraphs
from qstd.present.standard import EMPTY, EMPTY_MORE
from qstd.readers.docx.changes import AFTER_GONE
from qstd.recognise.inline import literal
from qstd.recognise.markdown import body
from qstd.writers.docx_names import address

_TOKEN = re.compile(r"((?:\\(?=\n)|\s)*)(\S+?)(?=\\\n|\s|\Z)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BULLET, _NUMBERED, _HASHES = re.compile(r"[-*+]\Z"), re.compile(r"(\d{1,9})[.)]\Z"), re.compile(r"#{1,6}\Z")
_BARE_HOST = re.compile(r"\A(https?://[^/?#]+)/\Z")  # LibreOffice ends it with a slash
_DEEPEST = 6


Again = Callable[[], Iterable[Block] | None]


def returned(old: str, blocks: Iterable[Block], deeper: int = 0, again: Again | None = None) -> str:
    """Return the text of a section: what stands in a Word file (`blocks`), written as it was where it is as it was.
    `deeper` is by how much the headings in it were set down; `again` gives the blocks that the old text has in a Word file,
    for what Word cannot hold as it was, such as a table of a hundred columns.
    """
    shown = tuple(_outlined(prose.blocks(old), _DEEPEST - deeper))
    headings = {literal(each): each.level for each in shown if isinstance(each, Para) and each.level}
    new = body(_tidied(blocks, deeper, headings))
    before = body(_unlinked(shown))
    if new == before:
        return old
    in_word = again() if again else None
    if in_word is not None and body(_tidied(in_word, deeper, headings)) == new:
        return old
    wanted = new.rstrip("\n") + _tail(old, new)
    if not old.strip() or before.strip("\n") == old.strip("\n"):
        return wanted
    made = "".join(_refitted(old.rstrip("\n"), before.rstrip("\n"), new.rstrip("\n"))) + _tail(old, new)
    return made if laid_out(made, deeper) == new else wanted


def laid_out(text: str, deeper: int = 0) -> str:
    """Return a body the way in which Word gives it back."""
    return body(_unlinked(_outlined(prose.blocks(text), _DEEPEST - deeper)))


def _tail(old: str, new: str) -> str:
    """Return how the text ends: as it did, or as ours do."""
    if not new.strip():
        return ""
    return old[len(old.rstrip("\n")) :] if old.strip() else "\n"


# ---------- From Word ----------


def _tidied(blocks: Iterable[Block], deeper: int, headings: Mapping[str, int]) -> Iterator[Block]:
    """Yield blocks without what is ours in them, headings as deep as in the file. `headings` are those that the old text
    had: one that has lost its look when the paragraph before it went is still one.
    """
    for each in _unlinked(blocks):
        if isinstance(each, Para) and is_empty_note(literal(each)):
            continue
        if isinstance(each, Para) and each.level:
            each = replace(each, level=max(1, min(each.level + 1 - deeper, _DEEPEST)))
        elif isinstance(each, Para) and AFTER_GONE in each.names and literal(each) in headings:
            each = replace(each, level=headings[literal(each)], depth=0)
        yield each


def is_empty_note(text: str) -> bool:
    """Tell whether a paragraph is the one that we put where a section has no text."""
    return "".join(text.split()) in _empty_notes()


@cache
def _empty_notes() -> frozenset[str]:
    """Return what stands in a section without text, without spaces."""
    notes = (f"{say(EMPTY)}{say(EMPTY_MORE)}" for say in map(translator, LANGUAGES))
    return frozenset("".join(each.split()) for each in notes)


# ---------- From our blocks ----------


def _outlined(blocks: doc.Blocks, deepest: int, depth: int = 0, quote: bool = False) -> Iterator[Block]:
    for block in blocks:
        match block:
            case doc.Paragraph():
                yield Para(tuple(_runs(block.inlines)), depth=depth, quote=quote)
            case doc.Heading():
                yield Para(tuple(_runs(block.inlines)), level=min(block.level, deepest))
            case doc.Items():
                for number, item in enumerate(block.items, block.start):
                    marker = f"{number}." if block.kind == "ordered" else "•"
                    yield from _entry(tuple(_outlined(item.blocks, deepest, depth + 1, quote)), marker, depth + 1)
            case doc.Note():
                yield from _outlined(block.blocks, deepest, depth, quote=True)
            case doc.Table():
                yield _table(block, deepest)


def _entry(blocks: tuple[Block, ...], marker: str, depth: int) -> Iterator[Block]:
    first = blocks[0] if blocks else None
    if isinstance(first, Para) and not first.marker and first.depth == depth:
        yield replace(first, marker=marker, made=True)
        yield from blocks[1:]
    else:
        yield Para((), marker=marker, made=True, depth=depth)
        yield from blocks


def _table(table: doc.Table, deepest: int) -> Table:
    rows = [(True, row) for row in table.head] + [(False, row) for row in table.body]
    made = tuple(
        Row(tuple(Cell(tuple(_outlined(cell.blocks, deepest)), head=head) for cell in row.cells)) for head, row in rows
    )
    return Table(made, max((len(row.cells) for row in made), default=0))


def _runs(inlines: doc.Inlines, strong: bool = False, emph: bool = False, href: str = "") -> Iterator[Run]:
    for each in inlines:
        match each:
            case doc.Text():
                yield Run(each.text, strong, emph, href=href)
            case doc.Break():
                yield Run(LINE_BREAK, strong, emph, href=href)
            case doc.Strong():
                yield from _runs(each.inlines, True, emph, href)
            case doc.Emph():
                yield from _runs(each.inlines, strong, True, href)
            case doc.Link():
                yield from _runs(each.inlines, strong, emph, each.href)
            case _:
                yield from _runs(each.inlines, strong, emph, href)


# ---------- Links ----------


def _unlinked(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks without the links that the program makes by itself, and those that lead nowhere from a Word file."""
    for each in blocks:
        if isinstance(each, Para):
            yield replace(each, runs=tuple(map(_without_own_link, each.runs)))
        else:
            rows = (
                replace(row, cells=tuple(replace(cell, blocks=tuple(_unlinked(cell.blocks))) for cell in row.cells))
                for row in each.rows
            )
            yield replace(each, rows=tuple(rows))


def _without_own_link(run: Run) -> Run:
    if not run.href:
        return run
    return replace(run, href=_BARE_HOST.sub(r"\1", address(run.href)) if _is_foreign(run.href, run.text) else "")


def _is_foreign(href: str, text: str) -> bool:
    """Tell whether a person made a link: no statute, no address that stands there in words, no place in the file."""
    scheme, _, rest = href.partition(":")
    if scheme not in ("http", "https"):
        return scheme in ("mailto", "tel") and _signs(rest) not in _signs(text) and _signs(text) not in _signs(rest)
    return not href.startswith(_statutes())


def _signs(text: str) -> str:
    return re.sub(r"[\s+-]", "", text)


@cache
def _statutes() -> tuple[str, ...]:
    return tuple(each.eli for each in catalogue.acts().values() if each.eli)


# ---------- Words as they were written ----------


class _Token(NamedTuple):
    gap: str
    word: str

    @property
    def place(self) -> str:
        """Where in its line a word that begins one stands."""
        return self.gap.rpartition("\n")[2]

    @property
    def sign(self) -> str:
        """The sign by which a word makes an entry of a list; empty where it does not."""
        if self.gap and "\n" not in self.gap:
            return ""
        return self.word[-1] if _BULLET.match(self.word) or _NUMBERED.match(self.word) else ""

    def like(self, signs: Mapping[str, str]) -> "_Token":
        """Return the word with the sign that entries have at its place."""
        sign = signs.get(self.place, "")
        fits = self.sign and (sign in ".)") == bool(_NUMBERED.match(self.word))
        return self._replace(word=self.word[:-1] + sign) if sign and fits else self

    @property
    def key(self) -> str:
        """What the word says, however it is written."""
        if _BULLET.match(self.word):
            return "-"
        if numbered := _NUMBERED.match(self.word):
            return f"{numbered[1]}."
        return "#" if _HASHES.match(self.word) else _ESCAPED.sub(r"\1", self.word)


def _tokens(text: str) -> list[_Token]:
    return [_Token(*found.groups()) for found in _TOKEN.finditer(text)]


def _refitted(old: str, before: str, new: str) -> Iterator[str]:
    """Yield the words of `new`, each as it is in `old` where it was there; `before` is the old text in the way of the new."""
    source, plain, wanted = _tokens(old), _tokens(before), _tokens(new)
    written = _matched(plain, source)
    there = _matched(wanted, plain)
    signs = {each.place: each.sign for each in reversed(source) if each.sign}
    for at, token in enumerate(wanted):
        here = there.get(at)
        own = None if here is None else written.get(here)
        if here is None or own is None:
            yield from token.like(signs)
            continue
        if source[own].sign:
            signs[source[own].place] = source[own].sign
        after = at > 0 and there.get(at - 1) == here - 1 and written.get(here - 1) == own - 1
        same_gap = (after or at == here == own == 0) and plain[here].gap == token.gap
        yield source[own].gap if same_gap else token.gap
        yield source[own].word


def _matched(a: Sequence[_Token], b: Sequence[_Token]) -> dict[int, int]:
    matcher = SequenceMatcher(None, [each.key for each in a], [each.key for each in b], autojunk=False)
    return {one + at: other + at for one, other, size in matcher.get_matching_blocks() for at in range(size)}


def said(blocks: Iterable[Block]) -> str:
    """Return the words of blocks, as sections are compared by them."""
    return " ".join(" ".join(literal(each).split()) for each in paragraphs(blocks))
