"""Merging, as people see it: each conflict with its three values in words, and what differs in them marked.

"Theirs" is what the file says now, "yours" what the draft says. In `merge`, ours is the file and theirs the draft.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qstd.compare.versions.spans import spans
from qstd.compare.versions.words import Vocabulary
from qstd.merge import Choice, Conflict, merged
from qstd.model.decode import MismatchError
from qstd.model.document import Text
from qstd.model.edit import Plain
from qstd.model.finding import Message, message
from qstd.model.revision import Leaf
from qstd.present.facts import value
from qstd.verbs.editing.desk import Desk
from qstd.verbs.editing.drafts import Author, Drafts
from qstd.verbs.editing.fact_forms import fact_of
from qstd.verbs.editing.facts import label
from qstd.verbs.editing.files import said

Piece = tuple[str, bool]
"""Words, and whether they are not in the text that both began with."""
_FIELDS = {
    "title": message("Titlen"),
    "service": message("Ydelsen"),
    "status": message("Status"),
    "language": message("Sproget"),
    "approval": message("Godkendelsen"),
    "approval.date": message("Datoen for godkendelsen"),
    "approval.body": message("Hvem der godkendte"),
    "approval.text": message("Ordene om godkendelsen"),
    "approval.effective_from": message("Hvornår standarden gælder fra"),
    "approval.review_due": message("Hvornår standarden skal tages op igen"),
    "topic": message("Emnet"),
    "id": message("Afsnittets navn"),
    "number": message("Nummeret"),
    "heading": message("Overskriften"),
    "body": message("Teksten"),
    "use": message("Den fælles tekst"),
    "audience": message("Hvem afsnittet er til"),
    "derived_from": message("Hvor teksten er hentet"),
    "sections": message("Afsnittet"),
    "facts": message("Oplysningen"),
    "waive": message("En anmærkning, der er sat til side"),
}


@dataclass(frozen=True, slots=True)
class Clashing:
    """A conflict in words: what it is about, and the three values as pieces; None where there is nothing."""

    id: str
    field: Message
    number: str
    heading: str
    base: str | None
    file: tuple[Piece, ...] | None
    draft: tuple[Piece, ...] | None
    options: tuple[str, ...]
    text: str


def conflicts(desk: Desk, drafts: Drafts, ref: str, who: Author, choices: Mapping[str, Choice]) -> tuple[Conflict, ...]:
    """Return what clashes between a draft and its file, and nobody has decided; nothing is written."""
    draft, disk = drafts.open(ref, who), desk.read(ref)
    base = said(draft.base)
    if base is None or draft.file is None or disk.file is None or not draft.disk_changed:
        return ()
    return merged(base, disk.file, draft.file, choices).conflicts


def shown(found: Sequence[Conflict], language: str) -> tuple[Clashing, ...]:
    """Return conflicts as they are shown."""
    return tuple(_shown(each, language) for each in found)


def _shown(conflict: Conflict, language: str) -> Clashing:
    base, ours, theirs = (_words(each, language) for each in (conflict.base, conflict.ours, conflict.theirs))
    both = "\n".join(each for each in (ours, theirs) if each)
    return Clashing(
        conflict.id,
        field(conflict.field),
        conflict.number or "",
        conflict.heading,
        base,
        _pieces(base, ours),
        _pieces(base, theirs),
        conflict.options,
        both,
    )


def field(name: str) -> Message:
    """Return what a field is called."""
    return _FIELDS.get(name) or message("{name}", name=name.removeprefix("approval."))


def _words(given: Plain, language: str) -> str | None:
    """Return a value as text; None for none."""
    if given is None:
        return None
    if isinstance(given, Mapping):
        return "\n".join(_lines(given, language))
    if isinstance(given, Sequence) and not isinstance(given, str):
        return "\n".join(filter(None, (_words(each, language) for each in given)))
    return str(given)


def _lines(given: Mapping[str, Any], language: str) -> Iterator[str]:
    """Yield what an entry says: a fact as it is shown, a section with its heading, others field by field."""
    if "kind" in given:
        try:
            fact = fact_of(given)
        except MismatchError:
            pass
        else:
            yield f"{label(fact, language)}: {value(fact, language).text}"
            yield from value(fact, language).details
            yield f"»{fact.evidence.quote}«"
            return
    for name in ("number", "heading", "code", "reason", "body"):
        if given.get(name):
            yield str(given[name])
    if not {"heading", "body", "code"} & given.keys():
        yield from (f"{each}" for each in given.values() if not isinstance(each, Mapping))


def _pieces(base: str | None, text: str | None) -> tuple[Piece, ...] | None:
    """Return a text in pieces, those marked that the base does not have."""
    if text is None:
        return None
    if base is None:
        return ((text, False),)
    vocabulary = Vocabulary()
    old, new = (vocabulary.unit(Leaf("heading", 0, each, ((Text(each),),))) for each in (base, text))
    found = spans(old, new, vocabulary.common(old, new))
    return tuple(
        (text[each.new_start : each.new_end], each.op != "same") for each in found if each.new_end > each.new_start
    )
