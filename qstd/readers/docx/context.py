"""What the parts of one Word file share while they are read."""

from dataclasses import dataclass, field

from qstd.model.outline import NOWHERE, Block, Furniture, FurnitureKind, Spot, paragraphs
from qstd.readers.docx.numbering import Numbering
from qstd.readers.docx.styles import Styles
from qstd.readers.office.remarkable import Tally


@dataclass(slots=True)
class Context:
    """Styles and lists of the file, its notes by kind and key, and what is collected on the way."""

    styles: Styles
    numbering: Numbering
    notes: dict[tuple[str, str], list[Block]] = field(default_factory=dict)
    drawn: dict[str, list[str]] = field(default_factory=dict)
    furniture: list[Furniture] = field(default_factory=list)
    remarked: dict[str, Spot] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)
    marks: int = 0

    def put(self, kind: FurnitureKind, text: str, spot: Spot = NOWHERE) -> None:
        """Keep text that is furniture."""
        if text.strip():
            self.furniture.append(Furniture(kind, text, spot))

    def put_blocks(self, kind: FurnitureKind, blocks: list[Block], spot: Spot = NOWHERE) -> None:
        """Keep blocks as one piece of furniture."""
        self.put(kind, "\n".join(para.text for para in paragraphs(blocks)), spot)
