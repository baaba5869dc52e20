"""The page that says what is new in a standard: two versions laid out as one, in the frame of the newer one's page."""

from dataclasses import replace

from qstd.language import translator
from qstd.model.document import Document, Heading, Link, Paragraph, Text, plain
from qstd.model.municipality import Municipality
from qstd.model.revision import Revision
from qstd.model.standard import Standard
from qstd.present.quantities import date
from qstd.present.revision import revision_document
from qstd.present.standard import brand, short_title
from qstd.present.typography import glue


def change_document(
    revision: Revision, standard: Standard, municipality: Municipality, language: str = "da", day: str = ""
) -> Document:
    """Lay out what changed in a standard since the version before; `day` (ISO) is the first one of a version with a page of
    its own, empty for what lies there now. The way back stands before all else.
    """
    _ = translator(language)
    made = revision_document(revision, language)
    title, way = _("Hvad er ændret siden sidst?"), _("Læs standarden, som den er nu")
    if day:
        title = glue(_("Hvad blev ændret den {date}?").format(date=date(day, language)))
        way = glue(_("Læs udgaven fra den {date}").format(date=date(day, language)))
    back = Link("index.html", (Text(way),), hint=f": {standard.title}")
    first, *rest = made.blocks
    assert isinstance(first, Heading)
    assert plain(first.inlines) == made.title
    return replace(
        made,
        title=title,
        blocks=(Heading(1, (Text(title),)), *rest[:2], Paragraph((back,)), *rest[2:]),
        short_title=glue(_("Ændringer: {title}").format(title=short_title(standard, language))),
        author=municipality.name,
        subject=title,
        brand=brand(municipality, standard.municipality),
    )
