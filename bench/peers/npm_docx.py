"""npm's docx as a process: Word files of standards whose blocks it gets ready made, so that it has only to write."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bench.common.child import ROOT
from bench.corpus.national import Named
from bench.peers import environment
from qstd import catalogue
from qstd.model.document import Block, Heading, Items, Note, Paragraph, Table, plain
from qstd.model.municipality import Municipality
from qstd.present.standard import standard_document

SCRIPT = ROOT / "bench" / "peers" / "npm" / "docx.cjs"


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
        values = {"title": document.title, "blocks": [part for each in document.blocks for part in _parts(each)]}
        (folder / f"{number:04}.json").write_text(json.dumps(values, ensure_ascii=False), "utf-8")


def _parts(block: Block) -> Iterator[dict[str, object]]:
    """Yield headings, paragraphs, entries and tables, as plain words."""
    if isinstance(block, Heading):
        yield {"kind": "heading", "level": block.level, "text": f"{block.number} {plain(block.inlines)}".strip()}
    elif isinstance(block, Paragraph):
        yield {"kind": "paragraph", "text": plain(block.inlines)}
    elif isinstance(block, Items):
        for item in block.items:
            said = " ".join(str(part.get("text", "")) for each in item.blocks for part in _parts(each))
            yield {"kind": "entry", "text": f"{plain(item.label)} {said}".strip()}
    elif isinstance(block, Table):
        yield {
            "kind": "table",
            "rows": [[_words(cell.blocks) for cell in row.cells] for row in (*block.head, *block.body)],
        }
    elif isinstance(block, Note):
        yield from (part for each in block.blocks for part in _parts(each))


def _words(blocks: Iterable[Block]) -> str:
    return " ".join(str(part.get("text", "")) for each in blocks for part in _parts(each))
