"""Paragraphs that several standards have, word for word or nearly so: the section "Samme ord" of a comparison.

Each stands once in the wording that most have; of those that differ, it is shown in what.
"""

from collections.abc import Iterator

from qstd.model.comparison import Copy, SharedText
from qstd.model.document import Blocks, Del, Heading, Inline, Inlines, Ins, Item, Items, Link, Note, Paragraph, Text
from qstd.present import comparison_words as words
from qstd.present.comparison_view import View
from qstd.present.quantities import listed
from qstd.present.typography import glue

# So many stand open; the rest is folded where a medium can fold.
_OPEN = 5


def shared(view: View) -> Blocks:
    """Return the heading, a line of explanation and the texts; nothing where no text is shared."""
    texts = view.comparison.shared
    if not texts:
        return ()
    _ = view.say
    note = _(
        "Stykker, som flere har ord for ord eller næsten. Står der ændringer, er de målt mod den ordlyd, de fleste har."
    )
    blocks = [_text(view, each) for each in texts]
    rest = tuple(block for each in blocks[_OPEN:] for block in each)
    more = _("1 stykke til") if len(blocks) == _OPEN + 1 else _("{count} stykker til").format(count=len(blocks) - _OPEN)
    return (
        Heading(2, (Text(_("Samme ord")),), id="samme-ord"),
        Paragraph((Text(note),), kind="small"),
        *(block for each in blocks[:_OPEN] for block in each),
        *((Note(rest, kind="same", title=(Text(more),)),) if rest else ()),
    )


def _text(view: View, text: SharedText) -> Blocks:
    whole = [each for each in text.copies if not each.spans]
    differing = tuple(_differing(view, text, each) for each in text.copies if each.spans)
    return (
        Note((Paragraph((Text(glue(text.text)),)),), kind="quote"),
        *((Paragraph(tuple(_who(view, whole)), kind="small"),) if whole else ()),
        *((Items(differing),) if differing else ()),
    )


def _who(view: View, copies: list[Copy]) -> Iterator[Inline]:
    """Yield "Ord for ord ens (3): Dragør (afsnit 2), Greve (afsnit 4) og Lejre (afsnit 1)", each a link to its cell."""
    _ = view.say
    several = _("Ord for ord ens ({count}): ").format(count=len(copies))
    yield Text(_("Ordlyd fra ") if len(copies) == 1 else several)
    between = [", "] * (len(copies) - 2) + [listed(["", ""], view.language), ""]
    for copy, after in zip(_from_left(view, copies), between[-len(copies) :], strict=True):
        yield _link(view, copy)
        yield Text(after)


def _from_left(view: View, copies: list[Copy]) -> list[Copy]:
    return sorted(copies, key=lambda each: view.places[each.column])


def _link(view: View, copy: Copy) -> Link:
    place = words.place(view.passages[copy.column].get(copy.section), view.language)
    name = view.inside[copy.column]
    said = view.say("{name} ({place})").format(name=name, place=place) if place else name
    return Link(view.target(copy.column, copy.section), (Text(said),))


def _differing(view: View, text: SharedText, copy: Copy) -> Item:
    return Item((Paragraph((_link(view, copy), Text(": "), *_changes(text.text, copy))),))


def _changes(common: str, copy: Copy) -> Inlines:
    """Return how a copy reads, with what it leaves out of the common wording and what it adds."""
    out: list[Inline] = []
    for span in copy.spans:
        words_there = (Text(glue(copy.text[span.new_start : span.new_end])),)
        if span.op == "deleted":
            out.append(Del((Text(glue(common[span.old_start : span.old_end])),)))
        else:
            out.append(Ins(words_there) if span.op == "inserted" else words_there[0])
    return tuple(out)
