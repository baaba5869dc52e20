"""What a Word file needs to find its way back: the words as they were, and names for what is ours in it."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from qstd.model.document import Base, Block, Document, Heading, Items, Note, Paragraph, Table, plain
from qstd.model.fragments import expand
from qstd.model.municipality import Fragment
from qstd.model.standard import Section, Standard
from qstd.model.word import FORM

TITLE, APPROVAL = "titel-her", "godkendt-her"
_PREFIX = "qstd_{ref}_{text}_"
_CARRIED = ("topic", "id", "number", "heading", "body", "use", "audience")
_NEITHER = re.compile(r"\W+")  # letters nor figures
_FIGURES = (6, 8)  # of the digests in the names of bookmarks, which Word cuts at 40 characters


def with_base(document: Document, standard: Standard, fragments: Mapping[str, Fragment], ref: str) -> Document:
    """Return a document of a standard (with shared texts in place) as one that can come back from Word."""
    blocks = tuple(map(_named, document.blocks))
    text = json.dumps(_base(standard, fragments, ref, blocks), ensure_ascii=False, separators=(",", ":"))
    return replace(document, blocks=blocks, base=Base(prefix(ref, text), text))


def _named(block: Block) -> Block:
    """Return a block with a name where it is to be told from what was written below a heading."""
    if isinstance(block, Heading) and block.level == 1:
        return replace(block, id=block.id or TITLE)
    return (
        replace(block, id=block.id or APPROVAL) if isinstance(block, Paragraph) and block.kind == "approval" else block
    )


def prefix(ref: str, text: str) -> str:
    """Return what the bookmarks of a file begin with: which standard it is of, and which words it rests on."""
    of_ref, of_text = (
        sha256(each.encode("utf-8", "surrogatepass")).hexdigest()[:figures]
        for each, figures in zip((ref, text), _FIGURES, strict=True)
    )
    return _PREFIX.format(ref=of_ref, text=of_text)


def mark(words: str) -> str:
    """Return the digest by which a paragraph of ours is known again; only its letters and figures count."""
    signs = _NEITHER.sub("", unicodedata.normalize("NFC", words))
    return sha256(signs.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _base(standard: Standard, fragments: Mapping[str, Fragment], ref: str, blocks: tuple[Block, ...]) -> dict[str, Any]:
    """Return a `WordBase` as plain values."""
    shared = {each.use: expand(each.use, fragments).text for each in standard.sections if each.use}
    ours = dict.fromkeys(mark(each) for each in _ours(blocks))
    return {
        "form": FORM,
        "ref": ref,
        "title": standard.title,
        "sections": [_own(each, shared) for each in standard.sections],
        "shared": shared,
        "ours": list(ours),
    }


def _own(section: Section, shared: Mapping[str, str]) -> dict[str, Any]:
    """Return a section as its file has it, without where its words were taken from."""
    said = {name: value for name in _CARRIED if (value := getattr(section, name)) is not None}
    if section.use:
        text = shared[section.use]
        if section.body.startswith(text):
            said["body"] = section.body[len(text) :].lstrip("\n")
        else:
            del said["use"]
    return said


def _ours(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield the paragraphs that stand in no section."""
    inside = False
    for each in blocks:
        if isinstance(each, Heading) and (each.section or each.level <= 2):
            inside = bool(each.section)
        elif isinstance(each, Paragraph) and each.kind == "approval":
            inside = False
        if not inside:
            yield from _words(each)


def _words(block: Block) -> Iterator[str]:
    match block:
        case Paragraph() | Heading():
            yield plain(block.inlines)
        case Note():
            yield plain(block.title)
            for inner in block.blocks:
                yield from _words(inner)
        case Items():
            for item in block.items:
                first, *rest = ["".join(_words(inner)) for inner in item.blocks] or [""]
                yield plain(item.label) + first
                yield from rest
        case Table():
            for row in block.head + block.body:
                for cell in row.cells:
                    for inner in cell.blocks:
                        yield from _words(inner)
