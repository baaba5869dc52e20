"""The facts of a comparison beside each other: values, flags and the words behind them, then the documents themselves.

Where columns are narrow, a cell shows its state and its value; what explains them is folded under it.
"""

from collections.abc import Iterator

from qstd.model.comparison import FactCell, FactRow, Flag, PropertyRow, State
from qstd.model.document import Block, Blocks, Cell, Heading, Link, Note, Paragraph, Row, Table, Text
from qstd.present import comparison_words as words
from qstd.present.comparison_labels import PROPERTIES
from qstd.present.comparison_spread import counts
from qstd.present.comparison_view import AnyRow, View, head, name_cell, same_row, silence, state_words, value_cell
from qstd.present.facts import GROUPS, Value, group_label, kind_group, kind_label, value
from qstd.present.quantities import date, quoted, upper_first
from qstd.present.slugs import slug
from qstd.present.typography import glue

# In a narrow cell a longer value is cut, and stands in full where it can be unfolded.
_LONGEST_VALUE = 44


def facts(view: View) -> Blocks:
    """Return the heading, a line of explanation and the table."""
    _ = view.say
    note = _("Hver værdi bygger på de ord i standarden, der står under »Ordlyd«.")
    if view.narrow:
        note = _("Hver værdi bygger på standardens egne ord. Åbn »Mere« for at læse dem.")
    return (
        Heading(2, (Text(_("Oplysninger")),), id="oplysninger"),
        Paragraph((Text(note),), kind="small"),
        Table(head=(head(view, _("Oplysning"), anchors=True),), body=tuple(_rows(view)), kind="comparison"),
    )


def _rows(view: View) -> Iterator[Row]:
    """Each group of rows opens with a row that names it; the documents' own properties come last."""
    for group in GROUPS:
        rows = [_fact_row(view, row) for row in view.comparison.facts if kind_group(row.kind, row.role) == group]
        if group == "document":
            rows = [*(_property_row(view, row) for row in view.comparison.properties), *rows]
        if rows:
            name = Paragraph((Text(group_label(group, view.language)),))
            yield Row((Cell((name,), header="group", colspan=len(view.order) + 1 + view.many),), kind="group")
            yield from rows


def opened(view: View, row: AnyRow, name: str) -> Iterator[Cell]:
    """Yield the first cells of a row: its name, and with many columns how they are spread."""
    yield name_cell(name, words.verdict(view.comparison, row, view.language))
    if view.many:
        yield Cell(
            counts(view.comparison, row, view.language, together=view.paper),
            kinds=("spread",),
            column=view.say("Fordeling"),
        )


def _fact_row(view: View, row: FactRow) -> Row:
    anchor = f"fakta-{slug(kind_label(row.kind, row.role))}"
    cells = (value_cell(view, at, anchor, row, _blocks(view, row, at)) for at in view.order)
    name = kind_label(row.kind, row.role, view.language)
    return Row((*opened(view, row, name), *cells), id=anchor, kind=same_row(row))


def _blocks(view: View, row: FactRow, at: int) -> Blocks:
    cell = row.cells[at]
    if not cell.facts:
        return _silent_blocks(view, at, cell)
    shown = list(dict.fromkeys(value(each, view.language) for each in cell.facts))
    alone = (Paragraph((Text(view.say("Skiller sig ud")),), kind="small"),) if at in row.outliers else ()
    if view.narrow:
        return (*_narrow_values(shown, cell.state), *alone, *_narrow_flags(view, cell), *_more(view, row, at, shown))
    return (
        *(block for each in shown for block in _value_blocks(each, cell.state)),
        *alone,
        *(_flag(view, row, at, each) for each in cell.flags),
        *_quotes(view, at, cell),
    )


def _value_blocks(shown: Value, state: State) -> Blocks:
    details = (Paragraph((Text(each),), kind="small") for each in shown.details)
    return (state_words(shown.text, state), *details)


def _flag(view: View, row: FactRow, at: int, flag: Flag) -> Note:
    title, reason = _flag_words(view, row, at, flag)
    return Note((Paragraph((Text(reason),)),), kind="flag", title=(Text(title),))


def _flag_words(view: View, row: FactRow, at: int, flag: Flag) -> tuple[str, str]:
    """Return a flag's verdict and its reason, with the value of the law beside the column's own."""
    language = view.language
    laws = (number for number, each in enumerate(view.comparison.columns) if each.ref == flag.law)
    law = next(laws, None)
    if law is None:
        return words.flag(flag, flag.law, language)
    name = words.law_name(view.comparison.columns[law], language)
    statute, own = (words.values(row.cells[each], language) for each in (law, at))
    return words.flag(flag, name, language, statute, own)


def _quotes(view: View, at: int, cell: FactCell) -> Iterator[Note]:
    """Each section's quotes stand under one title, and a sentence that carries two values stands once."""
    for place, quotes in _by_place(view, at, cell):
        title = view.say("Ordlyd, {place}").format(place=place) if place else view.say("Ordlyd")
        yield Note(tuple(Paragraph((Text(each),)) for each in quotes), kind="quote", title=(Text(title),))


def _by_place(view: View, at: int, cell: FactCell) -> Iterator[tuple[str, list[str]]]:
    by_section: dict[str, list[str]] = {}
    for evidence in dict.fromkeys(each.evidence for each in cell.facts):
        by_section.setdefault(evidence.section, []).append(quoted(glue(evidence.quote), view.language))
    for section, quotes in by_section.items():
        yield words.place(view.passages[at].get(section), view.language), quotes


# ---------- Narrow cells ----------


def _narrow_values(shown: list[Value], state: State) -> Iterator[Paragraph]:
    yield from (state_words(cut_short(each.text), state) for each in shown)


def cut_short(text: str) -> str:
    """Return a value as it fits a narrow cell."""
    return text if len(text) <= _LONGEST_VALUE else text[:_LONGEST_VALUE].rpartition(" ")[0] + " …"


def _narrow_flags(view: View, cell: FactCell) -> Iterator[Note]:
    for title in dict.fromkeys(words.flag_in_short(each, view.language) for each in cell.flags):
        yield Note((), kind="flag", title=(Text(title),))


def _more(view: View, row: FactRow, at: int, shown: list[Value]) -> Iterator[Note]:
    """Yield what is folded: values that were cut, their details, the reasons of flags, and the words behind it all."""
    cell = row.cells[at]
    lines = [line for each in shown for line in (each.text * (each.text != cut_short(each.text)), *each.details)]
    lines += [f"{title}. {reason}" for title, reason in (_flag_words(view, row, at, each) for each in cell.flags)]
    for place, quotes in _by_place(view, at, cell):
        lines += [f"{upper_first(place)}: {each}" if place else each for each in quotes]
    yield Note(tuple(Paragraph((Text(each),)) for each in lines if each), kind="quote", title=(Text(view.say("Mere")),))


# ---------- Cells without a value ----------


def _silent_blocks(view: View, at: int, cell: FactCell) -> Blocks:
    if words.in_own_words(cell):
        return tuple(_pointer(view, at, cell.section, view.say("Se {place}")))
    said = silence(view, at, cell.state, _unsaid(view, at))
    said = quoted(cell.quote, view.language) if cell.state == "none" else said
    return (state_words(said, cell.state), *_pointer(view, at, cell.section))


def _unsaid(view: View, at: int) -> str:
    """Where no fact has been drawn out of a standard yet, it may well say what no cell shows."""
    return view.say("Ikke oplyst") if view.comparison.columns[at].has_facts else view.say("Ikke udfyldt")


def _pointer(view: View, at: int, section: str, sentence: str = "") -> Iterator[Block]:
    """Point to the section on the subject, further down the page; `sentence` makes that the value itself."""
    place = words.place(view.passages[at].get(section), view.language)
    if place:
        said = glue(sentence.format(place=place)) if sentence else upper_first(place)
        link = Link(view.target(at, section), (Text(said),), kind="source")
        yield Paragraph((link,), kind="value" if sentence else "small")


# ---------- The documents ----------


def _property_row(view: View, row: PropertyRow) -> Row:
    label = PROPERTIES[row.name]
    anchor = f"fakta-{slug(label)}"
    cells = (value_cell(view, at, anchor, row, _property(view, at, row.cells[at])) for at in view.order)
    return Row((*opened(view, row, view.say(label)), *cells), id=anchor, kind=same_row(row))


def _property(view: View, at: int, said: str) -> Blocks:
    """A title is too long for a narrow cell, but nowhere else on the page: it stands there whole."""
    state: State = "stated" if said else "absent"
    text = glue(date(said, view.language)) if said else silence(view, at, state, view.say("Ikke oplyst"))
    return (state_words(text, state),)
