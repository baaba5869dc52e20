"""The first page of a package for a committee: what it is about, in a few sentences, and which file is for what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qstd.language import translator
from qstd.messages import words
from qstd.model.document import Block, Blocks, Document, Heading, Inline, Item, Items, Link, Paragraph, Text
from qstd.model.finding import Message
from qstd.model.municipality import Municipality
from qstd.model.revision import Revision
from qstd.model.standard import Standard
from qstd.present.approval_notes import status_note
from qstd.present.revision import change_note
from qstd.present.standard import brand
from qstd.present.typography import glue

N_ = str  # marks a Danish text that is translated where it is shown

_FORMS = {"html": N_("Webside"), "docx": N_("Word"), "pdf": N_("PDF")}


@dataclass(frozen=True, slots=True)
class Content:
    """A document in the package: what it is, what it is for, and its files."""

    what: Message
    about: Message
    files: tuple[str, ...]


def contents_document(
    standard: Standard,
    municipality: Municipality,
    ref: str,
    revision: Revision | None,
    contents: Sequence[Content],
    language: str = "da",
) -> Document:
    """Lay out the first page. Without a revision the standard is new."""
    _ = translator(language)
    title = _("Til beslutning: {title}").format(title=standard.title)
    blocks: Blocks = (
        Heading(1, (Text(_("Til beslutning")),)),
        *_about(standard, revision, language),
        *status_note(standard, None, language),
        Heading(2, (Text(_("Filerne")),), id="filer"),
        Items(tuple(_item(each, language) for each in contents), "facts"),
    )
    approval = standard.approval
    return Document(
        title=title,
        short_title=title,
        blocks=blocks,
        kind="report",
        language="da-DK" if language == "da" else "en-GB",
        around=language,
        author=municipality.name,
        description=title,
        date=approval.date.isoformat() if approval and approval.date else "",
        brand=brand(municipality, ref.partition("/")[0]),
    )


def _about(standard: Standard, revision: Revision | None, language: str) -> Iterator[Block]:
    """Yield between which versions and how much has changed, in the words of the change note."""
    if revision is None:
        said = translator(language)("{title}. Standarden er ny: der er ingen udgave før den.")
        yield Paragraph((Text(glue(said.format(title=standard.title))),), "lead")
        return
    for block in change_note(revision, language).blocks[1:]:
        if not isinstance(block, Paragraph):
            return
        yield block


def _item(content: Content, language: str) -> Item:
    what = words(content.what, language)
    links: list[Inline] = []
    for file in content.files:
        form = translator(language)(_FORMS[file.rpartition(".")[2]])
        links += [Text(" · ")] if links else []
        links.append(Link(file, (Text(form),), hint=f": {what}"))
    about = Paragraph((Text(glue(words(content.about, language))),))
    return Item((about, Paragraph(tuple(links))), (Text(what),))
