"""Approving in the editor: where a standard stands in its life, what is in the way of the next step, and taking it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from qstd.canon import ApprovalState, state
from qstd.history import Person
from qstd.model.finding import Finding, Message, message
from qstd.model.standard import Approval, Standard, StandardFile
from qstd.verbs import approval_words, approving
from qstd.verbs.approval_steps import WAYS, Asked, Status
from qstd.verbs.approval_writing import carried_out
from qstd.verbs.editing import versions
from qstd.verbs.editing.desk import Desk, Looked
from qstd.verbs.editing.drafts import Drafts
from qstd.verbs.editing.writing import by_section

PATH: tuple[Status, ...] = ("draft", "hearing", "approved", "in_force", "withdrawn")
"""The life of a standard, in its order."""


@dataclass(frozen=True, slots=True)
class Other:
    """What is another than what was approved: the number of its section (from 0; None for one that is gone, and for what is
    beside the sections), and its name in words.
    """

    at: int | None
    name: Message


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a standard stands: its status, its approval, whether it says what was approved, and what does not."""

    status: Status
    approval: Approval
    kind: str
    others: tuple[Other, ...] = ()


def standing(looked: Looked) -> Standing | None:
    """Return where a standard stands; None where that cannot be read."""
    shown = looked.effective
    if shown is None:
        return None
    found = state(shown)
    return Standing(shown.status, shown.approval or Approval(), found.kind, tuple(_others(found, shown)))


def _others(found: ApprovalState, shown: Standard) -> Iterator[Other]:
    places = {each.key: at for at, each in reversed(tuple(enumerate(shown.sections)))}
    for key in found.changed:
        yield Other(places.get(key), message("»{heading}«", heading=_heading(shown, places, key)))
    for key in found.added:
        yield Other(places.get(key), message("»{heading}« (nyt)", heading=_heading(shown, places, key)))
    for key in found.removed:
        yield Other(None, message("»{heading}« (fjernet)", heading=key))
    if found.moved:
        yield Other(None, message("rækkefølgen af afsnittene"))
    if found.beside:
        yield Other(None, message("titlen, ydelsen, sproget eller en oplysning"))


def _heading(shown: Standard, places: dict[str, int], key: str) -> str:
    return (shown.sections[places[key]].heading if key in places else "") or key


def ways(status: Status) -> tuple[Status, ...]:
    """Return what can follow, in the order of the life; a step back comes last."""
    return tuple(sorted(WAYS[status], key=lambda each: (each == "draft", PATH.index(each))))


@dataclass(frozen=True, slots=True)
class Hindrance:
    """Something that is in the way of an approval, and the number of the section (from 0) where it can be mended."""

    finding: Finding
    at: int


def hindrances(desk: Desk, ref: str) -> tuple[Hindrance, ...]:
    """Return what must be mended in a standard before it can be approved."""
    disk = desk.read(ref)
    looked = desk.look(ref, disk.text)
    wrong = [each for each in looked.findings if each.severity == "error" and each.code[:1] != approving.OF_ITS_LIFE]
    return _placed(wrong, disk.file)


def _placed(findings: list[Finding], file: StandardFile | None) -> tuple[Hindrance, ...]:
    if file is None:
        return tuple(Hindrance(each, -1) for each in findings)
    return tuple(Hindrance(each, at) for at, own in sorted(by_section(findings, file).items()) for each in own)


@dataclass(frozen=True, slots=True)
class Step:
    """What came of a step: the status after it, or what is in the way."""

    status: Status = "draft"
    hindrances: tuple[Hindrance, ...] = ()
    findings: tuple[Finding, ...] = ()


def take(desk: Desk, drafts: Drafts, ref: str, asked: Asked, person: Person | None) -> Step:
    """Take a step with a standard as its file is; without a person it is kept in no history. Raises OSError."""
    with drafts.saving:
        entry = desk.entry(ref)
        plan = approving.plan(str(entry.path) if entry else ref, asked, desk.home.root, desk.home, desk.today())
        if not plan.may_be_done:
            return _refused(plan, desk, ref)
        words = approval_words.subject(plan.planned)
        done = carried_out(plan, desk.home, words, person)
    desk.renew()
    if done.findings:
        return Step(findings=done.findings)
    return Step(plan.planned[0].new.status)


def _refused(plan: approving.Plan, desk: Desk, ref: str) -> Step:
    errors = [each for each in plan.findings if each.severity == "error"]
    own = [replace(each, hint=_HINTS.get(each.code, each.hint)) for each in errors if each.code[:1] == "G"]
    return Step(
        findings=tuple(own),
        hindrances=_placed([each for each in errors if each.code[:1] != "G"], desk.read(ref).file),
    )


_HINTS: dict[str, Message] = {
    "G001": message("Vælg et andet trin."),
    "G002": message("Er den samme tekst godkendt en gang til, så sæt kryds ved det."),
    "G005": message("Vælg »Godkendt«, og skriv, hvem der godkendte den og hvornår."),
    "G006": message("Vælg »Godkendt«, og skriv, hvem der har godkendt den nye tekst og hvornår."),
    "G007": message("Vent til da, eller skriv en anden dag under »Gælder fra«."),
    "G009": message("Skriv det under »Godkendt af«, fx Byrådet."),
    "G010": message("Ret dem, og gem. Så kan den godkendes."),
}
"""What to do, where the words of a command would be of no help on a screen."""


def approved(desk: Desk, ref: str) -> str:
    """Return the word for the version in which a standard was last approved; empty where git knows of none."""
    return next((each.word for each in versions.life(desk, ref).versions if each.is_approved), "")
