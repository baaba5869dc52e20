"""npm's docx as a process: Word files that say what ours say, of blocks it gets ready made, so that it has only to write.

It makes headings with their bookmarks, paragraphs with bold words, links and marked sentences, labelled facts, lists, boxes,
tables with header rows, a header and a footer with page numbers. Styles, colours and what is needed to take an edited file
back in are ours alone.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.common.child import ROOT
from bench.corpus.national import Named
from bench.peers import environment
from qstd import catalogue
from qstd.model.document import (
    Block,
    Blocks,
    Break,
    Del,
    Document,
    Emph,
    Heading,
    Inlines,
    Ins,
    Items,
    Link,
    Mark,
    Note,
    Paragraph,
    Strong,
    Table,
    Text,
    dotted,
    plain,
)
from qstd.model.municipality import Municipality
from qstd.present.standard import standard_document

SCRIPT = ROOT / "bench" / "peers" / "npm" / "docx.cjs"
Data = dict[str, Any]


def command(standards: Iterable[Named], folder: Path) -> Sequence[str] | None:
    """Prepare the standards below a folder and return the command that writes them; None where docx is not here."""
    environment.set_up_npm()
    modules = environment.NPM / "node_modules"
    if not (modules / "docx").is_dir():
        return None
    prepare(standards, folder)
    return ["env", f"NODE_PATH={modules}", "node", str(SCRIPT), str(folder)]


def prepare(standards: Iterable[Named], folder: Path) -> None:
    """Write what each standard is made of as JSON."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, (slug, standard) in enumerate(standards):
        known = catalogue.municipalities()[standard.municipality]
        about = Municipality(name=known.display, code=known.code)
        document = standard_document(standard, about, f"{known.slug}/{slug}")
        (folder / f"{number:04}.json").write_text(json.dumps(values(document), ensure_ascii=False), "utf-8")


def values(document: Document) -> Data:
    """Return what a document says as plain values."""
    return {
        "title": document.title,
        "author": document.author,
        "subject": document.subject,
        "language": document.language,
        "blocks": list(_blocks(document.blocks)),
    }


def _blocks(blocks: Blocks) -> Iterator[Data]:
    for each in blocks:
        yield from _block(each)


def _block(block: Block) -> Iterator[Data]:
    match block:
        case Heading():
            number = [{"text": f"{dotted(block.number)} "}] if block.number else []
            words = [*number, *_inlines(block.inlines)]
            yield {"kind": "heading", "level": block.level, "id": block.id, "words": words}
        case Paragraph():
            yield {"kind": "paragraph", "id": block.id, "words": _inlines(block.inlines)}
        case Items():
            for each in block.items:
                label = [{"text": plain(each.label), "bold": True}] if each.label else []
                kind = "fact" if block.kind == "facts" else "entry"
                yield {
                    "kind": kind,
                    "ordered": block.kind == "ordered",
                    "label": label,
                    "blocks": list(_blocks(each.blocks)),
                }
        case Note():
            yield {"kind": "note", "title": _inlines(block.title), "blocks": list(_blocks(block.blocks))}
        case Table():
            rows = [[list(_blocks(cell.blocks)) for cell in row.cells] for row in (*block.head, *block.body)]
            yield {"kind": "table", "heads": len(block.head), "rows": rows}


def _inlines(inlines: Inlines) -> list[Data]:
    return [part for each in inlines for part in _inline(each)]


def _inline(inline: Any) -> Iterator[Data]:
    match inline:
        case Text():
            yield {"text": inline.text}
        case Break():
            yield {"break": True}
        case Strong() | Emph():
            look = "bold" if isinstance(inline, Strong) else "italics"
            yield from (each | {look: True} for each in _inlines(inline.inlines))
        case Link():
            yield {"link": inline.href, "words": _inlines(inline.inlines)}
        case Mark(id=""):
            yield from _inlines(inline.inlines)
        case Mark():
            yield {"mark": inline.id, "words": _inlines(inline.inlines)}
        case Ins() | Del():
            yield from _inlines(inline.inlines)
