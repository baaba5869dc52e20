"""Only the differences of a comparison as a document: what is said of the whole stands as it is, rows that are alike do
not, and how many they are is told.
"""

from dataclasses import replace

from qstd.language import translator
from qstd.model.comparison import Comparison
from qstd.model.document import Blocks, Document, Heading, Paragraph, Text
from qstd.present.comparison import comparison_document


def differences_document(
    whole: Comparison, different: Comparison, language: str = "da", paper: bool = False
) -> Document:
    """Lay out a comparison of which `different` is what is left when the rows that are alike are taken away."""
    document = comparison_document(whole, language, paper=paper)
    left = comparison_document(different, language, paper=paper)
    said = Paragraph((Text(_said(whole, different, language)),))
    tables = left.blocks[_opening(left.blocks) :] if _rows(different) else ()
    return replace(document, blocks=(*document.blocks[: _opening(document.blocks)], said, *tables))


def _opening(blocks: Blocks) -> int:
    """Return how many blocks stand before the first section: the title, and the sentences that sum everything up."""
    sections = (at for at, each in enumerate(blocks) if isinstance(each, Heading) and each.level > 1)
    return next(sections, len(blocks))


def _rows(comparison: Comparison) -> int:
    return len(comparison.facts) + len(comparison.topics) + len(comparison.properties)


def _said(whole: Comparison, different: Comparison, language: str) -> str:
    _ = translator(language)
    count = _rows(whole) - _rows(different)
    if not _rows(different):
        return _("Der er ingen forskelle.")
    if count == 1:
        return _("Her står kun forskellene; 1 række, hvor alle er ens, er udeladt.")
    return _("Her står kun forskellene; {count} rækker, hvor alle er ens, er udeladt.").format(count=count)
