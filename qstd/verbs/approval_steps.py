"""The steps in the life of a standard: which may follow which, and what each changes in the standard's record."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from qstd.canon import FORM, Digests, digests, state
from qstd.lint.shared.dates import in_words
from qstd.model.edit import Drop, Edit, Plain, Put
from qstd.model.finding import Finding, Message, Place, message
from qstd.model.plain import plain
from qstd.model.standard import Approval, ApprovedContent, Standard

Status = Literal["draft", "hearing", "approved", "in_force", "withdrawn"]
WAYS: Mapping[Status, tuple[Status, ...]] = {
    "draft": ("draft", "hearing", "approved", "in_force"),
    "hearing": ("draft", "hearing", "approved", "in_force"),
    "approved": ("hearing", "approved", "in_force", "withdrawn"),
    "in_force": ("hearing", "approved", "in_force", "withdrawn"),
    "withdrawn": ("approved", "in_force", "withdrawn"),
}
"""What may follow a state; the same once more changes nothing. A standard that holds can be heard anew before it is approved
anew; one that is withdrawn can be approved again, or be told later what took its place.
"""
HELD: tuple[Status, ...] = ("approved", "in_force")
NAMES: Mapping[str, Message] = {
    "draft": message("kladde"),
    "hearing": message("i høring"),
    "approved": message("godkendt"),
    "in_force": message("gældende"),
    "withdrawn": message("ophævet"),
}
_FIELDS = ("date", "body", "text", "effective_from", "review_due", "minutes", "content")


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants: the state, and what there is to say of an approval. With a day it is an approval, without one
    only a step. `again` says that the same text was approved once more. `replaced_by` is as it stands in the file.
    """

    status: Status = "approved"
    day: dt.date | None = None
    body: str | None = None
    minutes: str | None = None
    effective_from: dt.date | None = None
    review_due: dt.date | None = None
    replaced_by: str | None = None
    again: bool = False

    @property
    def approves(self) -> bool:
        """Whether this is an approval, and not only a step."""
        return self.status in HELD and self.day is not None


def refusals(shown: Standard, asked: Asked, place: Place, today: dt.date) -> Iterator[Finding]:
    """Yield why a standard, as readers see it, cannot take a step, and what is to be told of one that it can."""
    if asked.status not in WAYS[shown.status]:
        yield _no_way(shown, asked, place)
    elif asked.approves:
        yield from _of_approval(shown, asked, place, today)
    elif asked.status in HELD:
        yield from _of_step(shown, asked, place, today)


def _of_approval(shown: Standard, asked: Asked, place: Place, today: dt.date) -> Iterator[Finding]:
    last, day = shown.approval or Approval(), asked.day
    if day is None:
        return
    if day > today:
        what = message("Datoen {day} er ikke kommet endnu; ingen kan have godkendt noget den dag.", day=in_words(day))
        yield _error(
            "G004",
            what,
            place,
            message(
                "Skriv dagen for mødet, når det er holdt. Er det holdt, så se efter, om computerens ur går rigtigt."
            ),
        )
    if last.date and day < last.date:
        what = message(
            "Standarden er allerede godkendt {last}, og det er senere end {day}.",
            last=in_words(last.date),
            day=in_words(day),
        )
        yield _error(
            "G003", what, place, message("Skriv dagen for den nye godkendelse. Er den gamle forkert, så ret den.")
        )
    if not asked.body and not (_is_same(last, day) and last.body):
        what = message("Der mangler, hvem der har godkendt standarden.")
        yield _error("G009", what, place, message("Skriv det med --body, fx --body Byrådet."))
    found = state(shown)
    if found.kind == "as_approved" and not _is_same(last, day) and shown.status in HELD and not asked.again:
        what = message("Netop den tekst er godkendt før, den {last}.", last=in_words(last.date) if last.date else "?")
        hint = message("Er den samme tekst godkendt igen, fx for et år til, så skriv --again.")
        yield _error("G002", what, place, hint)
    if found.kind == "changed" and _is_same(last, day):
        what = message("Der er ændret i teksten, siden den blev godkendt samme dag, {day}.", day=in_words(day))
        hint = message("Nu gælder godkendelsen den nye tekst. Er det ikke rigtigt, så tag ændringen tilbage.")
        yield Finding("G011", "warning", what, place, hint)
    if asked.status == "in_force":
        yield from _too_early(_starts(last, asked), place, today)


def _of_step(shown: Standard, asked: Asked, place: Place, today: dt.date) -> Iterator[Finding]:
    """Tell why a standard cannot be put in force on an approval that it has."""
    last, found = shown.approval, state(shown)
    if last is None or last.date is None:
        what = message("Standarden er ikke godkendt, så den kan ikke sættes i kraft.")
        yield _error("G005", what, place, message("Skriv, hvem der godkendte den og hvornår: --body og --date."))
    elif found.kind == "changed" or (found.kind != "as_approved" and shown.status not in HELD):
        what = message("Teksten er ikke den, der blev godkendt {last}.", last=in_words(last.date))
        hint = message("Skriv, hvem der har godkendt den nye tekst og hvornår: --body og --date.")
        yield _error("G006", what, place, hint)
    else:
        yield from _too_early(_starts(last, asked), place, today)


def _too_early(day: dt.date | None, place: Place, today: dt.date) -> Iterator[Finding]:
    if day and day > today:
        what = message("Standarden gælder først fra {day}.", day=in_words(day))
        hint = message("Vent til da, eller skriv dagen, den gælder fra, med --from.")
        yield _error("G007", what, place, hint)


def _no_way(shown: Standard, asked: Asked, place: Place) -> Finding:
    what = message("Standarden er {now} og kan ikke blive {then}.", now=NAMES[shown.status], then=NAMES[asked.status])
    ways = (each for each in WAYS[shown.status] if each != shown.status)
    return _error("G001", what, place, message("Det næste kan være: {ways}.", ways=", ".join(ways)))


def _error(code: str, what: Message, place: Place, hint: Message) -> Finding:
    return Finding(code, "error", what, place, hint)


# ---------- What a step changes ----------


def taken(own: Standard, shown: Standard, asked: Asked, today: dt.date) -> Standard:
    """Return a standard's record after a step; `shown` is the standard as readers see it."""
    replaced_by = (asked.replaced_by or own.replaced_by) if asked.status == "withdrawn" else None
    if asked.status not in HELD:
        return replace(own, status=asked.status, replaced_by=replaced_by)
    approval = _approval(own.approval or Approval(), asked, digests(shown)) if asked.day else own.approval
    if approval is not None and not asked.day:
        first_day = own.status == "approved" and approval.effective_from is None
        approval = replace(
            approval, effective_from=asked.effective_from or (today if first_day else approval.effective_from)
        )
    return replace(own, status=_status(own, approval, asked, today), replaced_by=None, approval=approval)


def _approval(last: Approval, asked: Asked, found: Digests) -> Approval:
    """Return a new approval. What is not told stands as it was where it is the same decision; else it was of another."""
    old = last if _is_same(last, asked.day) else Approval()
    return Approval(
        date=asked.day,
        body=asked.body or old.body,
        text=old.text,
        effective_from=asked.effective_from or old.effective_from,
        review_due=asked.review_due or old.review_due,
        minutes=asked.minutes or old.minutes,
        content=ApprovedContent(form=FORM, whole=found.whole, sections=dict(found.sections)),
    )


def _status(own: Standard, approval: Approval | None, asked: Asked, today: dt.date) -> Status:
    """Return the state after an approval: in force where its day has come, or where the standard was in force before and
    nobody has said from when the new text holds.
    """
    day = approval.effective_from if approval else None
    if asked.status == "in_force" or (day is None and own.status == "in_force"):
        return "in_force"
    return "in_force" if day and day <= today else "approved"


def _is_same(last: Approval, day: dt.date | None) -> bool:
    """Tell whether an approval is the one that stands there."""
    return last.date is not None and last.date == day


def _starts(last: Approval, asked: Asked) -> dt.date | None:
    is_old = asked.day is None or _is_same(last, asked.day)
    return asked.effective_from or (last.effective_from if is_old else None)


# ---------- As changes of the file ----------


def edits(old: Standard, new: Standard) -> tuple[Edit, ...]:
    """Return the changes of a file that lead from one record to the other; no other field is touched."""
    return tuple(_edits(old, new))


def _edits(old: Standard, new: Standard) -> Iterator[Edit]:
    if old.status != new.status:
        yield Put(("status",), new.status)
    if new.replaced_by is None and old.replaced_by is not None:
        yield Drop(("replaced_by",))
    elif new.replaced_by != old.replaced_by:
        yield Put(("replaced_by",), new.replaced_by, ("status",))
    if new.approval is None or new.approval == old.approval:
        return
    before, after = (dict(plain(each)) if each else {} for each in (old.approval, new.approval))
    if not before:
        yield Put(("approval",), _in_order(after), ("status", "replaced_by"))
        return
    for number, name in enumerate(_FIELDS):
        if name in before and name not in after:
            yield Drop(("approval", name))
        elif before.get(name) != after.get(name):
            yield Put(("approval", name), after[name], _FIELDS[:number])


def _in_order(values: Mapping[str, Plain]) -> dict[str, Plain]:
    return {name: values[name] for name in _FIELDS if name in values}
