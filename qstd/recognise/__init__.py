"""From an outline to standards: sections, topics, numbers, facts, and the account of every word.

Each step is a function of its own: torn rows are put together (`tables`), lines joined (`lines`), tables with labels
unrolled, headings parted from the text they run into (`labels`) and told from text (`headings`), several standards
parted (`standards`); then each standard is made (`drafting`) and every word counted (`account`).
"""

from collections.abc import Sequence
from dataclasses import replace

from qstd.model.draft import Recognition
from qstd.model.outline import Outline, Para, paragraphs
from qstd.recognise import account, cover, doubts, headings, labels, lines, place, running, standards, tables
from qstd.recognise.drafting import Around, draft, with_facts
from qstd.recognise.front import shared_approval
from qstd.recognise.hints import Hints
from qstd.recognise.inside import run_in
from qstd.recognise.pieces import Piece, said
from qstd.recognise.words import one_line, words

__all__ = ["Hints", "recognise"]


def recognise(outline: Outline, hints: Hints) -> Recognition:
    """Recognise the standards in a source."""
    page = running.apart(outline.blocks)
    blocks = labels.own_lines(tables.merged(page.blocks, hints.lexicon), hints.lexicon)
    joined = lines.joined(blocks, hints.known)
    rows = tables.unrolled(joined.blocks, hints.lexicon)
    parted = labels.parted(_run_in(rows.pieces), hints.lexicon)
    pieces = cover.opened(headings.marked(parted.pieces, hints.lexicon), hints.lexicon)
    parts = standards.split(pieces, hints.lexicon)
    furniture = (*outline.furniture, *page.furniture, *rows.headers, *parts.repeated)
    texts = [*(para.text for para in paragraphs(outline.blocks)), *(each.text for each in outline.furniture)]
    municipality = place.municipality((outline.title, *texts))
    around = Around(outline.file, one_line(outline.title), furniture, municipality, shared_approval(pieces))
    drafts = [draft(part, hints, around) for part in parts.parts] if _says_something(outline) else []
    files = [each.standard for each in drafts]
    more = doubts.of_words(files, joined.joints, parted.splits)
    drafts = [replace(each, doubts=(*each.doubts, *own)) for each, own in zip(drafts, more, strict=True)]
    made = account.balance(outline, files, furniture, joined.joints)
    return Recognition(tuple(map(with_facts, drafts)), made, furniture)


def _says_something(outline: Outline) -> bool:
    return any(words(said(para)) for para in paragraphs(outline.blocks))


def _run_in(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    out: list[Piece] = []
    for piece in pieces:
        out += run_in((piece,)) if isinstance(piece, Para) else (piece,)
    return tuple(out)
