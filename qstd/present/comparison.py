"""A comparison as a document: what it says in sentences, the facts beside each other, the sections, the shared words.

The law stands first, on its own ground, and then the baseline, where there is one. Facts are sorted into groups of rows;
sections stand word for word with the municipality's own number and heading. Each of the four states has its own words.
What the marks of the states look like, and so their legend, is the writer's.
"""

from collections.abc import Mapping
from types import MappingProxyType

from qstd.model.comparison import Comparison
from qstd.model.document import Document, Heading, Paragraph, Text
from qstd.present import comparison_words as words
from qstd.present.comparison_facts import facts
from qstd.present.comparison_paper import on_paper
from qstd.present.comparison_shared import shared
from qstd.present.comparison_summary import summary
from qstd.present.comparison_texts import texts
from qstd.present.comparison_view import view


def comparison_document(
    comparison: Comparison,
    language: str = "da",
    pages: Mapping[str, str] = MappingProxyType({}),
    paper: bool = False,
    uses: Mapping[str, str] = MappingProxyType({}),
) -> Document:
    """Lay a comparison out as a document. `pages` has the address of each standard's own page, by reference. On paper the
    tables are split into groups of columns that a page has room for. `uses` is for those who write: the address, by
    reference, at which the wording of a section is taken over; the section's name is put behind it.
    """
    seen = view(comparison, language, pages, paper, uses)
    title, sentences = words.title(comparison, language), summary(comparison, language)
    blocks = (*facts(seen), *texts(seen), *shared(seen))
    return Document(
        title=title,
        kind="comparison",
        language="da-DK" if language == "da" else language,
        description=" ".join(sentences),
        blocks=(
            Heading(1, (Text(title),)),
            Paragraph((Text(words.lead(comparison, language)),), kind="lead"),
            *(Paragraph((Text(each),)) for each in sentences),
            *(on_paper(seen, blocks) if paper else blocks),
        ),
    )
