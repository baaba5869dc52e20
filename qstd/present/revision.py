"""Two versions of one standard as documents: a page to read, a note for those who decide, and a text with tracked changes.

The page says first what changed and for whom that is more or less, and then shows both texts as one, with all words of
both. Words outside the standard's own text are ours and are marked as such.
"""

from collections.abc import Iterator

from qstd.language import translator
from qstd.model.document import Block, Blocks, Brand, Del, Document, Heading, Inlines, Ins, Paragraph, Strong, Text
from qstd.model.revision import Revision
from qstd.present import revision_words as words
from qstd.present.inlines import over_blocks, rewrite
from qstd.present.revision_note import changes, note
from qstd.present.revision_page import text_blocks
from qstd.present.revision_places import NOTE, places
from qstd.present.revision_tracked import tracked_document
from qstd.present.typography import glue

__all__ = ["change_note", "count", "revision_document", "tracked_document"]


def revision_document(revision: Revision, language: str = "da") -> Document:
    """Lay two versions out as a page: the change note, then the text with its changes."""
    _ = translator(language)
    where = places(revision, language)
    found = changes(where)
    text = text_blocks(where, found)  # first: it settles where the note leads
    body: Blocks = (
        Heading(2, (Text(_("Ændringsnotat")),), id=NOTE),
        *note(where, found, linked=True),
        *_legend(revision, language),
        *text,
    )
    return _document(revision, _("Hvad bliver ændret?"), over_blocks(body, _glued), language)


def change_note(revision: Revision, language: str = "da") -> Document:
    """Lay the change note out alone, as a paper for those who decide."""
    where = places(revision, language)
    return _document(
        revision, translator(language)("Ændringsnotat"), note(where, changes(where), linked=False), language
    )


def count(revision: Revision, language: str = "da") -> int:
    """Return how many changes the note tells of."""
    found = changes(places(revision, language))
    parts = (found.facts, found.texts, found.moves, found.sentences, found.numbers, found.properties)
    return sum(map(len, parts))


def _document(revision: Revision, title: str, body: Blocks, language: str) -> Document:
    new, lead = revision.new, words.lead(revision, language)
    approval = new.approval
    return Document(
        title=title,
        kind="revision",
        blocks=(
            Heading(1, (Text(title),)),
            Paragraph((Text(lead),), "lead"),
            Paragraph((Text(words.meta(revision, language)),), "meta"),
            *body,
        ),
        language="da-DK" if language == "da" else language,
        around=language,
        author=new.municipality,
        subject=title,
        description=lead,
        date=approval.date.isoformat() if approval and approval.date else "",
        identifier=new.ref,
        brand=Brand(new.municipality),
    )


def _legend(revision: Revision, language: str) -> Iterator[Block]:
    _ = translator(language)
    if revision.same:
        return
    moved = _(" Flyttet tekst står ved en dobbelt streg, med besked om, hvor den ellers står.")
    has_moves = any(step.move or any(each.move for each in step.spans) for step in revision.steps)
    yield Paragraph(
        (
            Strong((Text(_("Sådan læses teksten:")),)),
            Text(" "),
            Ins((Text(_("indsat")),)),
            Text(_(" er nyt og understreget. ")),
            Del((Text(_("slettet")),)),
            Text(_(" er fjernet og streget over.")),
            *((Text(moved),) if has_moves else ()),
        ),
        "small",
    )


def _glued(inlines: Inlines) -> Inlines:
    return rewrite(inlines, lambda text: (Text(glue(text)),))
