"""What readers are told of the life of a standard: that it does not hold, what took its place, what nobody has approved."""

from collections.abc import Iterator, Mapping

from qstd.canon import ApprovalState, state
from qstd.language import translator
from qstd.model.document import Block, Inline, Link, Note, Paragraph, Text
from qstd.model.standard import Standard, section
from qstd.present.quantities import date
from qstd.present.typography import glue

N_ = str  # marks a Danish text that is translated where it is shown

_STATUS = {
    "draft": N_("Kladde. Standarden er ikke godkendt."),
    "hearing": N_("I høring. Standarden er ikke godkendt."),
    "approved": N_("Godkendt. Standarden gælder endnu ikke."),
    "in_force": "",
    "withdrawn": N_("Ophævet. Standarden gælder ikke længere."),
}


def changed_since(standard: Standard) -> ApprovalState | None:
    """Return how a standard that holds, as readers see it, differs from what was approved; None where it does not, or
    nobody knows.
    """
    if standard.status not in ("approved", "in_force"):
        return None
    found = state(standard)
    return found if found.kind == "changed" else None


def status_note(standard: Standard, replacement: tuple[str, str] | None, language: str) -> Iterator[Block]:
    """Yield the state of a standard that is not simply in force; `replacement` is the title and the address of the standard
    that took its place, where that has a page to lead to.
    """
    _ = translator(language)
    words = _STATUS[standard.status]
    if not words:
        return
    told: list[Inline] = [Text(_(words))]
    if standard.status == "withdrawn" and replacement:
        title, address = replacement
        told += [Text(" " + _("I stedet gælder") + " "), Link(address, (Text(glue(title)),)), Text(".")]
    elif standard.status == "withdrawn" and standard.replaced_by:
        told.append(Text(" " + _("En anden standard er trådt i stedet.")))
    yield Note((Paragraph(tuple(told)),), "info")


def changed_note(standard: Standard, anchors: Mapping[str, str], changes: str, language: str) -> Iterator[Block]:
    """Yield which sections nobody has approved as they are; `anchors` are those of the sections by key, `changes` is the
    address of the page with all that is new since the version that was approved before, empty where there is none.
    """
    _ = translator(language)
    found = changed_since(standard)
    if found is None:
        return
    told: list[Inline] = [Text(glue(f"{since(standard, language)} {_('Ændringerne er ikke godkendt.')}"))]
    for words, keys in _parts(found):
        told.append(Text(f" {_(words)}: "))
        told += _listed(keys, standard, anchors, language)
    told += [Text(f" {_(each)}") for each in _rest(found)]
    if changes:
        told += [Text(" "), Link(changes, (Text(_("Se alle ændringer siden udgaven før")),))]
    yield Note((Paragraph(tuple(told)),), "info", (Text(_("Ændret siden godkendelsen")),))


def since(standard: Standard, language: str) -> str:
    """Return that a standard has changed since the day of its approval."""
    _ = translator(language)
    day = standard.approval.date if standard.approval else None
    if day is None:
        return _("Teksten er ændret, siden standarden blev godkendt.")
    return _("Teksten er ændret, siden standarden blev godkendt den {date}.").format(
        date=date(day.isoformat(), language)
    )


def _parts(found: ApprovalState) -> Iterator[tuple[str, tuple[str, ...]]]:
    for words, keys in (
        (N_("Ændret"), found.changed),
        (N_("Nyt"), found.added),
        (N_("Fjernet"), found.removed),
    ):
        if keys:
            yield words, keys


def _rest(found: ApprovalState) -> Iterator[str]:
    if found.moved:
        yield N_("Afsnittene står i en anden rækkefølge.")
    if found.beside:
        yield N_("Det er titlen eller en oplysning, der er ændret.")


def _listed(keys: tuple[str, ...], standard: Standard, anchors: Mapping[str, str], language: str) -> Iterator[Inline]:
    """Yield the names of sections, each with a link to where it stands; of one that is gone only its name is known."""
    _ = translator(language)
    for number, key in enumerate(keys, 1):
        own = section(standard, key)
        name = Text(glue(_("»{heading}«").format(heading=(own.heading if own else "") or key)))
        yield Link(f"#{anchors[key]}", (name,)) if key in anchors else name
        yield Text("." if number == len(keys) else ", ")
