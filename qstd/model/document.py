"""Document: what presentation lays out and every writer can write: blocks of inlines, no topics, no law.

A small closed tree of frozen values, as in pandoc: a writer that knows these can write anything the project shows.
Text is final: in the reader's language, with non-breaking spaces where a break would hurt. Each `kind` names a
*role in the layout* from a closed list; a writer that cannot show a role shows the plain block.
"""

from dataclasses import field
from typing import Literal

from qstd.model.field import value

# ---------- Inlines ----------


@value
class Text:
    """Plain characters."""

    text: str


@value
class Break:
    """A line break inside a paragraph."""


@value
class Strong:
    """Important words."""

    inlines: "Inlines"


@value
class Emph:
    """Stressed words."""

    inlines: "Inlines"


@value
class Ins:
    """Words that the new version has and the old one has not."""

    inlines: "Inlines"


@value
class Del:
    """Words that the old version had and the new one has not."""

    inlines: "Inlines"


@value
class Link:
    """A link: `href` is an address (https:, mailto:, tel:), a path relative to the page, or `#id` in this document.

    `title` explains the target; `hint` is added for those who hear the page ("om alder" after "Se afsnit 2").
    `kind` is `law` for a reference to an act, `source` for the way from a summary to the sentence behind it.
    """

    href: str
    inlines: "Inlines"
    title: str = ""
    hint: str = ""
    kind: Literal["", "law", "source"] = ""


@value
class Mark:
    """A stretch of text with a role: `evidence` is a sentence that facts point to (`id` is its anchor); `stated`,
    `none`, `empty` and `absent` are the four states of a fact or a topic; `shared` is text that others have too, `near`
    text that others have almost so.
    `more`, `less`, `neutral` and `unknown` say what a change is for the citizen; `tag` is a short label of ours beside a heading;
    `moved` labels text that stands elsewhere in the other version; `confidence-3` to `-1` (sure to unsure) and
    `confidence-4` (confirmed by a person) say how sure a finding is. `title` explains the mark to those who point at it.
    """

    inlines: "Inlines"
    kind: Literal[
        "evidence",
        "stated",
        "none",
        "empty",
        "absent",
        "shared",
        "near",
        "more",
        "less",
        "neutral",
        "unknown",
        "tag",
        "moved",
        "confidence-4",
        "confidence-3",
        "confidence-2",
        "confidence-1",
    ]
    id: str = ""
    title: str = ""


Change = Literal["", "ins", "del"]
Inline = Text | Break | Strong | Emph | Ins | Del | Link | Mark
Inlines = tuple[Inline, ...]

# ---------- Blocks ----------


@value
class Heading:
    """A heading of level 1 (the document's title) to 6. `number` is the source's own number, shown beside it.
    `id` is the anchor of the section that it opens; `section` is the section's name in the standard, for the way
    back from an edited Word file (empty for headings of ours). `tags` are labels of ours beside it. `change` as in a
    Paragraph. `professional` opens the layer of the sections (of level 3) that are written for professionals.
    """

    level: int
    inlines: Inlines
    id: str = ""
    number: str = ""
    section: str = ""
    kind: Literal["", "facts", "professional"] = ""
    tags: Inlines = ()
    change: "Change" = ""


@value
class Paragraph:
    """A paragraph. `lead` opens the page, `meta` says who and when, `small` is an aside, `value` is the value in a
    cell of a comparison, `approval` closes a standard, `pointer` leads from a cell to where others write the same.

    `change` is what happened to the paragraph's end, as in Word: a paragraph whose end is new (`ins`) was not ended
    there before, so that refusing the change joins it with the next one; likewise `del` for accepting. One that is
    wholly new has all its words in Ins too, and refusing leaves nothing of it.
    """

    inlines: Inlines
    kind: Literal["", "lead", "meta", "small", "value", "approval", "pointer"] = ""
    id: str = ""
    change: "Change" = ""


@value
class Item:
    """One entry of a list. `label` is the name before the text, in lists of kind `facts`."""

    blocks: "Blocks"
    label: Inlines = ()


@value
class Items:
    """A list: bullets, numbers from `start`, labelled facts, links to other pages one under the other (`index`: so many of
    them that they stand in columns), or `changes`: entries whose label says what each is for the citizen.
    """

    items: tuple[Item, ...]
    kind: Literal["bullet", "ordered", "facts", "links", "index", "changes"] = "bullet"
    start: int = 1


@value
class Cell:
    """A cell of a table. `header` says what it heads. `kind` is the ground it stands on: the law's column, or the
    state of the value. `column` repeats the column's name for narrow screens, where a row becomes a card. `place` is
    the number of the column (from 1) by which readers choose columns, 0 for cells that always show; `group` is the
    number of the cell's answer in its row (equal numbers, equal answers), 0 for none; `outlier` marks an answer that
    stands alone.
    """

    blocks: "Blocks"
    header: Literal["", "row", "column", "group"] = ""
    colspan: int = 1
    rowspan: int = 1
    kinds: tuple[Literal["law", "baseline", "stated", "none", "empty", "absent", "text", "spread"], ...] = ()
    id: str = ""
    column: str = ""
    place: int = 0
    group: int = 0
    outlier: bool = False


@value
class Row:
    """A row of a table. `same` rows can be hidden by a reader who wants only differences. `change`: the whole row is
    new or gone; its words are marked too.
    """

    cells: tuple[Cell, ...]
    id: str = ""
    kind: Literal["", "group", "same"] = ""
    change: "Change" = ""


@value
class Table:
    """A table with header rows, body rows and row headers. `comparison` lays standards beside each other (facts);
    `texts` does so with whole sections. A `form` is for people to write in: its columns are as wide as what they hold or
    are to hold.
    """

    head: tuple[Row, ...]
    body: tuple[Row, ...]
    caption: Inlines = ()
    kind: Literal["", "comparison", "texts"] = ""
    form: bool = False


@value
class Note:
    """Blocks set apart. `empty`: a heading without text. `contact`: an address. `flag`: a verdict and its reason,
    under the value that it judges. `quote`: with a title the words behind a value, folded where the medium
    can; without one a quotation in running text. `info`: a remark.
    `moved`: text that stands elsewhere in the other version, its title says where; `same`: unchanged text, folded under
    its title where the medium can.
    """

    blocks: "Blocks"
    kind: Literal["empty", "contact", "flag", "quote", "info", "moved", "same"] = "info"
    title: Inlines = ()


Block = Heading | Paragraph | Items | Table | Note
Blocks = tuple[Block, ...]


@value
class Brand:
    """The look of the municipality: name, slug, and stripe colours (#rrggbb). All may be empty."""

    name: str = ""
    slug: str = ""
    colour: str = ""
    colour_dark: str = ""


@value
class Base:
    """What a Word file carries to find its way back: what the names of its bookmarks begin with, and the text of a part of
    its own with the words as they were.
    """

    prefix: str
    text: str


@value
class Document:
    """A whole document. `language` is a BCP 47 tag; `around` is the language ("da", "en") of the words that writers
    add, where that may be another. `date` (ISO, may be empty) stamps files, so that equal input gives equal bytes. `kind`
    chooses the frame of the page; a `booklet` is for paper: each heading of level 2 begins a page and stands in the contents.
    `base` is for a Word file that may come back edited.
    """

    title: str
    blocks: Blocks
    kind: Literal[
        "standard",
        "comparison",
        "front",
        "municipality",
        "service",
        "missing",
        "search",
        "revision",
        "review",
        "report",
        "booklet",
    ] = "standard"
    short_title: str = ""
    language: str = "da-DK"
    around: str = ""
    author: str = ""
    subject: str = ""
    description: str = ""
    date: str = ""
    identifier: str = ""
    brand: Brand = field(default_factory=Brand)
    base: Base | None = None


def dotted(number: str) -> str:
    """Return a section's number as it is printed before a heading: a bare figure gets a full stop."""
    return f"{number}." if number.isdigit() else number


def plain(inlines: Inlines) -> str:
    """Return the characters of some inlines; a line break counts as a line feed."""
    return "".join([_characters(each) for each in inlines])


def _characters(inline: Inline) -> str:
    if isinstance(inline, Text):
        return inline.text
    return "\n" if isinstance(inline, Break) else plain(inline.inlines)
