"""The lines of each paragraph joined: what the end of a line was is decided here, for the whole source by the same words."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from qstd.model.draft import Joint
from qstd.model.outline import SOFT_HYPHEN, Block, Cell, Para, Row, paragraphs
from qstd.recognise.hyphens import Evidence, apply_to_parts, mend, vocabulary


@dataclass(frozen=True, slots=True)
class Joined:
    """Blocks without line feeds and soft hyphens, and the hyphens at the end of lines that were decided."""

    blocks: tuple[Block, ...]
    joints: tuple[Joint, ...]


def joined(blocks: tuple[Block, ...], known: Evidence | None) -> Joined:
    """Join the lines of all paragraphs, with the whole source as evidence of how its words are written."""
    evidence = vocabulary(para.text for para in paragraphs(blocks))
    joints: list[Joint] = []

    def mended(para: Para) -> Para:
        if "\n" not in para.text and SOFT_HYPHEN not in para.text:
            return para
        found = mend(para.text, evidence, known)
        joints.extend(replace(each, spot=para.spot) for each in found.joints)
        texts = iter(apply_to_parts([run.text for run in para.runs if not run.made], found.edits))
        return replace(para, runs=tuple(run if run.made else replace(run, text=next(texts)) for run in para.runs))

    return Joined(each_para(blocks, mended), tuple(joints))


def each_para(blocks: tuple[Block, ...], change: Callable[[Para], Para]) -> tuple[Block, ...]:
    """Return blocks with every paragraph changed, those in the cells of tables too."""
    return tuple(
        change(block)
        if isinstance(block, Para)
        else replace(block, rows=tuple(_row(row, change) for row in block.rows))
        for block in blocks
    )


def _row(row: Row, change: Callable[[Para], Para]) -> Row:
    return replace(row, cells=tuple(_cell(cell, change) for cell in row.cells))


def _cell(cell: Cell, change: Callable[[Para], Para]) -> Cell:
    return replace(cell, blocks=each_para(cell.blocks, change))
